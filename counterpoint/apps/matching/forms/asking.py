"""A question read from an address. Nothing is refused: what makes no sense is left out and told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.http import QueryDict
from django.utils.translation import gettext as _

from counterpoint.apps.matching.queries.questions import KINDS_FOR, LONGEST_TEXT, Question
from counterpoint.domain.matching.criteria import DEFAULTS, Criterion, WeightRefused, Weights
from counterpoint.domain.matching.engine import FACETS
from counterpoint.domain.matching.statement import Side

# "place" holds words that people type; narrowing to an area is another thing.
NAMES = {facet: "area" if facet == "place" else facet for facet in FACETS}
NARROWED_BY = tuple(facet for facet in FACETS if facet not in ("kind", "side"))
SORTS = ("match", "nearest", "newest")
LONGEST_PLACE = 100
LAST_PAGE = 10
WEIGHT = "weight_"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
CODE = re.compile(r"[\w.-]{1,120}")  # of a concept or a place


@dataclass(frozen=True)
class Asked:
    question: Question
    problems: tuple[str, ...] = ()


def asked(query: QueryDict) -> Asked:
    weights, problems = _weights(query.get("weights", ""))
    side = Side.OFFER if query.get("as") == "offer" else Side.NEED
    kind, sort = query.get("kind", ""), query.get("sort", "")
    question = Question(
        side=side,
        text=_text(query, "q")[:LONGEST_TEXT],
        place_words=_text(query, "place")[:LONGEST_PLACE],
        kind=kind if kind in KINDS_FOR[side] else "",
        filters=dict(_filters(query)),
        added=_codes(query, "add"),
        without=_codes(query, "off"),
        weights=weights,
        people=_whole(query.get("people", "")),
        money=_money(query.get("budget", "")),
        anyway=query.get("anyway") == "1",
        sort=sort if sort in SORTS else "match",
        page=min(_whole(query.get("page", "")) or 1, LAST_PAGE),
    )
    return Asked(question, tuple(problems))


def settled(query: QueryDict) -> QueryDict | None:
    """The shorter address that says the same as a form that was sent, or None if it is short."""
    if not any(name.startswith(WEIGHT) or not any(query.getlist(name)) for name in query):
        return None
    rest = query.copy()
    moved = {name: rest.pop(name)[-1] for name in list(rest) if name.startswith(WEIGHT)}
    if moved:
        rest["weights"] = ",".join(_moved(moved))
    for name in [name for name in rest if not any(rest.getlist(name))]:
        del rest[name]
    return rest


def _moved(sent: dict[str, str]) -> Iterator[str]:
    for criterion in Criterion:
        number = sent.get(f"{WEIGHT}{criterion}", "").strip()
        if number and number != str(DEFAULTS[criterion]):
            yield f"{criterion}:{number}"


def _weights(text: str) -> tuple[Weights, list[str]]:
    try:
        return Weights.parse(text), []
    except WeightRefused:
        return Weights(), [
            _("A weight is a whole number from 0 to 100, so the usual weights are used.")
        ]


def _filters(query: QueryDict) -> Iterator[tuple[str, tuple[str, ...]]]:
    for facet in NARROWED_BY:
        values = tuple(
            dict.fromkeys(CONTROL.sub(" ", one) for one in query.getlist(NAMES[facet]) if one)
        )
        if values:
            yield facet, values


def _codes(query: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in query.getlist(name) if CODE.fullmatch(code)))


def _text(query: QueryDict, name: str) -> str:
    # Control characters are refused by HTML, and the zero byte by PostgreSQL as well.
    return CONTROL.sub(" ", query.get(name, "")).strip()


def _whole(text: str) -> int | None:
    number = text.strip()
    return int(number) if number.isdecimal() and 0 < len(number) <= 7 and int(number) else None


def _money(text: str) -> Decimal | None:
    try:
        amount = Decimal(text.strip().lstrip("£").replace(",", ""))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 < amount < 10**10 else None
