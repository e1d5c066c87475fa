from django.urls import path

from counterpoint.apps.directory.views import (
    beginning,
    correcting,
    deciding,
    editing,
    lists,
    lives,
    my_work,
    records,
    showing,
)

LISTS = ("organisations", "offers", "needs", "awards")
WRITTEN = (("organisation", "organisations"), ("offer", "offers"), ("need", "needs"))

public = [
    path("organisations/", lists.organisations, name="organisations"),
    path("offers/", lists.offers, name="offers"),
    path("needs/", lists.needs, name="needs"),
    path("awards/", lists.awards, name="awards"),
    *(
        path(
            f"{name}.{style}",
            lists.download,
            {"name": name, "style": style},
            name=f"{name}-{style}",
        )
        for name in LISTS
        for style in ("csv", "json")
    ),
]

# Before the pages of single records: "new" is no name of one.
beginnings = [
    path("my-work/", my_work.mine, name="my-work"),
    path("organisations/new/", beginning.new_organisation, name="new-organisation"),
    path("offers/new/", beginning.new_offer, name="new-offer"),
    path("needs/new/", beginning.new_need, name="new-need"),
]

pages = [
    path("organisations/<slug:slug>/", records.organisation, name="organisation"),
    path("offers/<str:reference>/", records.offer, name="offer"),
    path("needs/<str:reference>/", records.need, name="need"),
    path("awards/<int:pk>/", records.award, name="award"),
]

WRITING = (
    ("terms", deciding.term_decisions),
    ("preview", deciding.preview),
    ("publish", deciding.publish),
    ("withdraw", deciding.withdraw),
    ("discard", deciding.discard),
    ("verify", deciding.verify),
    ("correct", correcting.suggest),
)
writing = [
    *(
        path(
            f"{plural}/<str:key>/edit/<slug:step>/",
            editing.step,
            {"kind_name": kind},
            name=f"edit-{kind}",
        )
        for kind, plural in WRITTEN
    ),
    *(
        path(f"{plural}/<str:key>/{verb}/", view, {"kind_name": kind}, name=f"{verb}-{kind}")
        for kind, plural in WRITTEN
        for verb, view in WRITING
    ),
    path("offers/<str:key>/media/", showing.media, name="media-offer"),
    path("offers/<str:key>/venues/", showing.venues, name="venues-offer"),
    path(
        "awards/<str:key>/correct/",
        correcting.suggest,
        {"kind_name": "award"},
        name="correct-award",
    ),
    path("corrections/<int:pk>/", correcting.answer, name="correction"),
    path("organisations/<slug:key>/life/", lives.life, name="life-of-organisation"),
    path("organisations/<slug:key>/merge/", lives.merge, name="merge-organisation"),
    path("merges/<int:pk>/undo/", lives.undo_merge, name="undo-merge"),
]

urlpatterns = [*public, *beginnings, *pages, *writing]
