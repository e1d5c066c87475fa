"""Instruments as lists and pages show them."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.delivery.queries.measures import outcome_names
from counterpoint.domain.outcomes.choosing import Suggestion
from counterpoint.domain.outcomes.instruments import Better, Citation, Instrument, State
from counterpoint.web.components import Card, Fact, Flag, Link, Tag

STATES = {
    State.ON: ("success", "Ready to use"),
    State.LICENCE: ("warning", "Off until a licence is recorded"),
    State.TOTAL: ("info", "Total is entered"),
}


def burden(one: Instrument) -> str:
    if one.item_count is None:
        return _("length not stated in our sources")
    questions = ngettext("{n} question", "{n} questions", one.item_count)
    seconds = one.seconds or 0
    if seconds < 60:
        time = _("under a minute")
    else:
        minutes = -(-seconds // 60)
        time = ngettext("about {n} minute", "about {n} minutes", minutes).format(n=minutes)
    return f"{questions.format(n=one.item_count)}, {time}"


def cards(found: Iterable[Instrument]) -> list[Card]:
    names = outcome_names()
    return [_card(one, names) for one in found]


def _card(
    one: Instrument,
    names: Mapping[str, str],
    notes: tuple[str, ...] = (),
    fits: frozenset[str] | None = None,
) -> Card:
    kind, says = STATES[one.state]
    shown = (
        one.measures if fits is None else tuple(code for code in one.measures if code in fits)
    )
    return Card(
        title=one.name,
        url=reverse("measure", args=[one.code]),
        kind=one.short,
        voice="cool",
        summary=one.about,
        facts=(burden(one), *notes),
        tags=tuple(Tag(names[code], voice="cool") for code in shown),
        flags=(Flag(says, kind),),  # type: ignore[arg-type]  # one of the kinds
    )


def suggested(found: list[Suggestion]) -> list[Card]:
    names = outcome_names()
    return [_card(one.instrument, names, one.notes, one.fits or None) for one in found]


def page(one: Instrument) -> dict[str, Any]:
    names = outcome_names()
    kind, says = STATES[one.state]
    return {
        "measure": one,
        "trail": [Link(_("Measures"), reverse("measures")), Link(one.short, "")],
        "state": Flag(says, kind),  # type: ignore[arg-type]  # one of the kinds
        "facts": _facts(one),
        "tags": [
            Tag(names[code], f"{reverse('choose-measure')}?outcome={quote(code)}", "cool")
            for code in one.measures
        ],
        "series": [_series(series) for series in one.series],
        "sources": [Link(source.title, source.url) for source in one.sources],
    }


def _facts(one: Instrument) -> list[Fact]:
    nothing = _("Our sources do not say.")
    estimate = _("Our own estimate for planning: ten seconds a question.")
    return [
        Fact(_("Burden"), burden(one), note=estimate if one.seconds else ""),
        Fact(_("Ages"), one.ages or nothing),
        Fact(_("Time it asks about"), one.recall or nothing),
        Fact(_("Languages"), ", ".join(one.languages)),
        Fact(_("Licence"), one.licence.says, source=_link(one.licence.source)),
        *([Fact(_("Line for every copy"), one.licence.line)] if one.licence.line else []),
        *(
            [
                Fact(
                    _("Asked for"),
                    _("Named in 2015 as asked for or used"),
                    source=_link(cited),
                )
            ]
            if (cited := one.asked_for)
            else []
        ),
    ]


def _link(source: Citation) -> Link | None:
    return Link(source.title, source.url) if source.url else None


def _series(series: Any) -> dict[str, Any]:
    up = series.better is Better.HIGHER
    return {
        "name": series.name,
        "range": _("{low} to {high}").format(
            low=f"{series.lowest:g}", high=f"{series.highest:g}"
        ),
        "direction": _("higher is better") if up else _("lower is better"),
        "thresholds": series.thresholds,
        "norms": series.norms,
        "bands": series.bands,
        "conversion": [(raw, f"{score:.2f}") for raw, score in series.conversion],
    }
