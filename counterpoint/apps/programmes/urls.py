from django.urls import path

from counterpoint.apps.programmes.views import showing, writing

# Before the pages of single programmes: these words are no names of one.
urlpatterns = [
    path("", showing.index, name="programmes"),
    path("new/", writing.new, name="new-programme"),
    *(
        path(f"{kind}s{end}", view, {"kind": kind}, name=f"{kind}s{more}")
        for kind in ("publication", "event")
        for end, view, more in (
            ("/", showing.catalogue, ""),
            (".csv", showing.catalogue_file, "-csv"),
        )
    ),
    path("<slug:slug>/", showing.programme, name="programme"),
    path("<slug:slug>/changes.atom", showing.changes, name="programme-changes"),
    path("<slug:slug>/edit/", writing.edit, name="edit-programme"),
    path("<slug:slug>/publish/", writing.publish, name="publish-programme"),
    path("<slug:slug>/withdraw/", writing.withdraw, name="withdraw-programme"),
    path("<slug:slug>/add/<slug:what>/", writing.add, name="add-to-programme"),
    path(
        "<slug:slug>/parts/<slug:what>/<int:pk>/remove/",
        writing.remove,
        name="remove-from-programme",
    ),
]
