"""Matches as cards, tabs and rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.matching.presenters.address import Address
from counterpoint.apps.matching.presenters.lines import flag_lines, reason_lines
from counterpoint.apps.matching.presenters.records import shown
from counterpoint.apps.matching.queries.finding import Answer
from counterpoint.apps.matching.queries.questions import KINDS_FOR, Question
from counterpoint.domain.matching.criteria import Criterion
from counterpoint.domain.matching.matches import Match
from counterpoint.domain.matching.statement import Side
from counterpoint.web.components import Card, Flag, Link

ONE = {
    "offer": gettext_lazy("Offer"),
    "need": gettext_lazy("Need"),
    "call": gettext_lazy("Call"),
    "organisation": gettext_lazy("Organisation"),
    "award": gettext_lazy("Award"),
}
SEVERAL = {
    "offer": gettext_lazy("Offers"),
    "need": gettext_lazy("Needs"),
    "call": gettext_lazy("Calls that are open"),
    "organisation": gettext_lazy("Organisations"),
    "award": gettext_lazy("What was funded before"),
}
BESIDE = 3
_FAR = 10_000.0


@dataclass(frozen=True)
class Result:
    """A card with what the feedback form beneath it needs."""

    card: Card
    key: str
    rank: int


@dataclass(frozen=True)
class GroupShown:
    title: str
    results: tuple[Result, ...]
    more: Link | None


def sorted_matches(matches: Sequence[Match], sort: str) -> list[Match]:
    if sort == "nearest":
        return sorted(matches, key=lambda match: (_distance(match), -match.strength))
    if sort == "newest":
        return sorted(
            matches, key=lambda match: str(match.candidate.updated_on or ""), reverse=True
        )
    return list(matches)


def page_of(answer: Answer) -> Page[Match]:
    question = answer.understanding.question
    matches = answer.groups[0].matches if answer.groups else ()
    pages = Paginator(sorted_matches(matches, question.sort), question.page_size)
    return pages.get_page(question.page)


def results(
    matches: Sequence[Match], records: Mapping[str, Model], side: Side, first_rank: int
) -> tuple[Result, ...]:
    return tuple(
        Result(_card(match, records[match.candidate.key], side), match.candidate.key, rank)
        for rank, match in enumerate(matches, first_rank)
        if match.candidate.key in records
    )


def beside(
    answer: Answer, records: Mapping[str, Model], address: Address
) -> Iterator[GroupShown]:
    """The other kinds: the best few of each, and a way to all of them."""
    for group in answer.groups[1:]:
        best = results(group.matches[:BESIDE], records, answer.understanding.question.side, 1)
        if best:
            more = Link(_("All of these"), address.putting("kind", group.kind))
            yield GroupShown(str(SEVERAL[group.kind]), best, more)


def tabs(answer: Answer, address: Address) -> list[Link]:
    question = answer.understanding.question
    counts = answer.counts.get("kind", {})
    first = Link(_("All together"), address.without("kind"), is_current=not question.kind)
    return [
        first,
        *(_tab(kind, question, counts, address) for kind in KINDS_FOR[question.side]),
    ]


def _tab(kind: str, question: Question, counts: Mapping[str, int], address: Address) -> Link:
    count = f"{counts[kind]:,}" if kind in counts else ""
    return Link(
        str(SEVERAL[kind]),
        address.putting("kind", kind),
        count,
        is_current=question.kind == kind,
    )


def sorts(question: Question, address: Address) -> list[Link]:
    names = {
        "match": _("best match"),
        "nearest": _("nearest"),
        "newest": _("newest"),
    }
    return [
        Link(name, address.putting("sort", sort), is_current=question.sort == sort)
        for sort, name in names.items()
    ]


def _card(match: Match, record: Model, side: Side) -> Card:
    about = shown(record)
    flags = flag_lines(match)
    if about.is_example:
        flags = [Flag(_("Invented for the demonstration")), *flags]
    kind = match.candidate.kind
    return Card(
        title=about.title,
        url=about.url,
        kind=str(ONE[kind]),
        voice="cool" if kind in ("need", "call") else "warm",
        summary=about.summary,
        facts=about.facts,
        flags=flags,
        strength=match.strength,
        reasons=reason_lines(match, side),
        source=Link(match.candidate.source, "/data-sources/")
        if match.candidate.source
        else None,
    )


def _distance(match: Match) -> float:
    for reason in match.reasons:
        if reason.criterion is Criterion.PLACE:
            return reason.amount or 0.0
    return _FAR
