"""Guides as cards, and what stands beside the text of one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.publications.models import Guide
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.web.components import Card, Facet, Fact, Flag, Link, Option, Tag, Voice

VOICES: Mapping[str, Voice] = {"commissioner": "cool", "arts": "warm"}


def card(guide: Guide, on: date) -> Card:
    return Card(
        title=guide.title,
        url=guide.get_absolute_url(),
        kind=str(guide.get_audience_display()),
        voice=VOICES[guide.audience],
        summary=guide.summary,
        facts=(_minutes(guide), _written(guide)),
        tags=tags(guide.concepts.all()),
        flags=flags(guide, on),
    )


def tags(concepts: Iterable[Concept]) -> list[Tag]:
    return [Tag(one.name, one.get_absolute_url()) for one in concepts]


def flags(guide: Guide, on: date) -> tuple[Flag, ...]:
    if guide.review_by >= on:
        return ()
    note = _("It should have been looked at again by %(day)s.") % {
        "day": date_format(guide.review_by)
    }
    return (Flag(_("Due for review"), "warning", note),)


def facts(guide: Guide) -> list[Fact]:
    return [
        Fact(_("For"), guide.get_audience_display()),
        Fact(_("To read"), _minutes(guide)),
        Fact(_("Written on"), date_format(guide.written_on)),
        Fact(_("To be looked at again by"), date_format(guide.review_by)),
    ]


def audience_tabs(chosen: str, counts: Mapping[str, int]) -> list[Link]:
    address = reverse("guidance")
    total = sum(counts.values())
    return [
        Link(_("All"), address, f"{total}", not chosen),
        *(
            Link(
                str(label),
                f"{address}?for={value}",
                f"{counts.get(value, 0)}",
                chosen == value,
            )
            for value, label in Guide.Audience.choices
        ),
    ]


def about_facet(concepts: Sequence[Concept], chosen: str) -> Facet:
    return Facet(
        _("About"),
        [Option(one.name, value=one.code, is_chosen=one.code == chosen) for one in concepts],
        name="about",
    )


def _minutes(guide: Guide) -> str:
    minutes = guide.minutes_to_read
    return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}


def _written(guide: Guide) -> str:
    return _("written on %(day)s") % {"day": date_format(guide.written_on)}
