from typing import Any

from django.urls import path

from counterpoint.apps.agreements.views import agreements, writing

ONE: list[tuple[str, Any, str]] = [
    ("", agreements.agreement, "agreement"),
    ("edit/", writing.edit, "edit-agreement"),
    ("add/<slug:what>/", writing.add, "add-to-agreement"),
    ("parts/<slug:what>/<int:pk>/remove/", writing.remove, "remove-from-agreement"),
    ("returns/propose/", writing.take_duties, "propose-returns"),
    ("do/<slug:what>/", writing.act, "act-on-agreement"),
    ("terminate/", writing.terminate, "terminate-agreement"),
    ("sign/<slug:side>/", writing.sign, "sign-agreement"),
    ("vary/", writing.vary, "vary-agreement"),
    ("variations/<int:number>/sign/<slug:side>/", writing.sign_variation, "sign-variation"),
    ("sub-grants/new/", writing.subgrant, "new-subgrant"),
    ("payments/<int:pk>/approve/", writing.approve, "approve-payment"),
    ("payments/<int:pk>/paid/", writing.paid, "record-paid"),
    ("milestones/<int:pk>/reached/", writing.reach, "reach-milestone"),
    ("returns/<int:pk>/send/", writing.send_return, "send-return"),
    ("returns/<int:pk>/settle/", writing.settle_return, "settle-return"),
    ("report/", writing.report, "report-figure"),
    ("graduate/", writing.graduate, "graduate-subgrant"),
]
urlpatterns = [
    path("agreements/", agreements.index, name="agreements"),
    path("agreements.csv", agreements.as_csv, name="agreements-csv"),
    path("agreements/mine/", agreements.mine, name="my-agreements"),
    path("agreements/new/", writing.new, name="new-agreement"),
    *(path(f"agreements/<str:reference>/{end}", view, name=name) for end, view, name in ONE),
]
