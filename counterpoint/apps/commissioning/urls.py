from typing import Any

from django.urls import path

from counterpoint.apps.commissioning.views import (
    applying,
    assessing,
    calls,
    deciding,
    drafting,
    feedback,
    price,
    route,
    running,
    specification,
)

TOOLS = [
    path("route/", route.route, name="buying-route"),
    path("specification-check/", specification.specification, name="specification-check"),
    path("price/", price.price, name="price"),
    path("price.csv", price.as_csv, name="price-csv"),
]
CALLS = [
    path("calls/", calls.index, name="calls"),
    path("calls.csv", calls.as_csv, name="calls-csv"),
    path("calls.atom", calls.feed, name="calls-feed"),
    path("calls/new/", drafting.new, name="new-call"),
]
# All beneath one call; `apply`, `ask` and the like are no references.
ONE_CALL: list[tuple[str, Any, str]] = [
    ("", calls.call, "call"),
    ("changes.atom", calls.changes, "call-changes"),
    ("versions/<int:number>/", calls.version, "call-version"),
    ("edit/", drafting.edit, "edit-call"),
    ("simulate/", drafting.simulate, "simulate-call"),
    ("add/<slug:what>/", drafting.add, "add-to-call"),
    ("parts/<slug:what>/<int:pk>/", drafting.change, "change-in-call"),
    ("parts/<slug:what>/<int:pk>/remove/", drafting.remove, "remove-from-call"),
    ("parts/<slug:what>/<int:pk>/move/", drafting.move, "move-in-call"),
    ("publish/", running.publish, "publish-call"),
    ("amend/", running.amend, "amend-call"),
    ("extend/", running.extend, "extend-call"),
    ("withdraw/", running.withdraw, "withdraw-call"),
    ("ask/", running.ask, "ask-about-call"),
    ("questions/<int:pk>/answer/", running.answer, "answer-about-call"),
    ("invite/", running.invite, "invite-to-call"),
    ("response/", running.response, "call-response"),
    ("again/", running.readvertise, "readvertise-call"),
    ("lots/<int:number>/split/", running.split, "split-lot"),
    ("apply/", applying.apply, "apply"),
    ("expressions/", deciding.expressions, "call-expressions"),
    ("expressions/<str:application>/", deciding.choose, "choose-expression"),
    ("panel/", deciding.panel, "call-panel"),
    ("panel/<int:pk>/remove/", deciding.take_seat, "take-seat"),
    ("open/", deciding.open_applications, "open-applications"),
    ("share-out/", deciding.share_out, "share-out"),
    ("scores/", deciding.scores, "call-scores"),
    ("scores.csv", deciding.scores_csv, "call-scores-csv"),
    ("scores/<str:application>/", deciding.score, "call-score"),
    ("scores/<str:application>/agree/<int:pk>/", deciding.agree, "agree-points"),
    ("scores/<str:application>/exclude/", deciding.exclude, "exclude-application"),
    ("scores/<str:application>/files/<int:pk>/", deciding.file, "scored-file"),
    ("awards/", deciding.awards, "call-awards"),
    ("awards/propose/", deciding.propose, "propose-awards"),
    ("awards/<int:pk>/", deciding.decide_bid, "decide-bid"),
    ("decide/", deciding.decide_call, "decide-call"),
    ("log/", deciding.log, "call-log"),
    ("log.csv", deciding.log_csv, "call-log-csv"),
    ("questions-back/", deciding.questions_back, "call-questions-back"),
    ("declare/", assessing.declare, "declare-interests"),
    ("readings/", assessing.readings, "readings"),
]
ONE_APPLICATION: list[tuple[str, Any, str]] = [
    ("", applying.application, "application"),
    ("answers/<int:question>/", applying.save_answer, "save-answer"),
    ("answers/<int:question>/use/", applying.use_saved, "use-saved-answer"),
    ("answers/<int:question>/file/", applying.attach, "attach-file"),
    ("files/<int:pk>/", applying.own_file, "own-file"),
    ("files/<int:pk>/remove/", applying.remove_file, "remove-file"),
    ("saved/<int:pk>/remove/", applying.drop_saved, "drop-saved-answer"),
    ("partners/add/", applying.add_partner, "add-partner"),
    ("partners/<int:pk>/remove/", applying.remove_partner, "remove-partner"),
    ("submit/", applying.submit, "submit-application"),
    ("withdraw/", applying.withdraw, "withdraw-application"),
    ("receipt/", applying.receipt, "receipt"),
    ("feedback/", feedback.feedback, "feedback"),
]
urlpatterns = [
    *TOOLS,
    *CALLS,
    *(path(f"calls/<str:reference>/{end}", view, name=name) for end, view, name in ONE_CALL),
    path("my-applications/", applying.mine, name="my-applications"),
    path("partnerships/answer/<int:pk>/", applying.answer_partner, name="answer-partner"),
    *(
        path(f"applications/<str:reference>/{end}", view, name=name)
        for end, view, name in ONE_APPLICATION
    ),
    path("assess/", assessing.mine, name="my-readings"),
    path("assess/<int:pk>/", assessing.reading, name="reading"),
    path("assess/<int:pk>/again/", assessing.take_up, name="take-up-reading"),
    path("assess/<int:pk>/files/<int:file>/", assessing.file, name="reading-file"),
]
