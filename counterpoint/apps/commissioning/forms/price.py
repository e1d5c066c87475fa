"""A price sheet read from its address.

A line stands in the address as `direct=10*250*Lead artist`: units, what one costs, words. The form
sends the three apart; `settled` gives the shorter address that says the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning.forms.figures import Figure, figure
from counterpoint.domain.commissioning.price import Costing, Line, Overhead, Part
from counterpoint.web.asked import readable

MOST_LINES = 40  # in each part
LONGEST_WORDS = 120
LONGEST_TITLE = 120
COLUMNS = ("units", "rate", "words")
FIGURES = ("year", "days_here", "days_in_all", "price", "ceiling", "people")

NO_RATE = _("Say what one of it costs.")
MORE_THAN_THE_YEAR = _("That is more days than the organisation works in the year.")
WHOLE_PEOPLE = _("Write a whole number of people, 1 or more.")


@dataclass(frozen=True)
class SheetLine:
    part: Part
    units: Figure
    rate: Figure
    words: str

    @property
    def is_blank(self) -> bool:
        return not (self.units.written or self.rate.written or self.words)

    @property
    def rate_problem(self) -> str | Promise:
        return self.rate.problem or (NO_RATE if self.rate.value is None else "")

    @property
    def line(self) -> Line | None:
        """What is counted; without a number of units there is one."""
        if self.units.problem or self.rate.value is None:
            return None
        units = Decimal(1) if self.units.value is None else self.units.value
        return Line(self.part, self.words, units, self.rate.value)

    @property
    def written(self) -> str:
        return f"{self.units.written}*{self.rate.written}*{self.words}"


@dataclass(frozen=True)
class Sheet:
    lines: tuple[SheetLine, ...]
    figures: Mapping[str, Figure]
    title: str = ""

    def lines_of(self, part: Part) -> tuple[SheetLine, ...]:
        return tuple(one for one in self.lines if one.part is part)

    def value(self, name: str) -> Decimal | None:
        return None if self.problem_of(name) else self.figures[name].value

    def problem_of(self, name: str) -> str | Promise:
        one = self.figures[name]
        if one.problem or one.value is None:
            return one.problem
        if name == "people" and (one.value < 1 or one.value % 1):
            return WHOLE_PEOPLE
        in_all = self.figures["days_in_all"].value
        if name == "days_here" and in_all is not None and one.value > in_all:
            return MORE_THAN_THE_YEAR
        return ""

    @property
    def costing(self) -> Costing:
        """Everything that could be read; what could not is told beside it and left out."""
        people = self.value("people")
        overhead = (
            self.value(name) or Decimal(0) for name in ("year", "days_here", "days_in_all")
        )
        return Costing(
            tuple(line for one in self.lines if (line := one.line)),
            Overhead(*overhead),
            self.value("price"),
            self.value("ceiling"),
            int(people) if people else None,
        )

    @property
    def is_empty(self) -> bool:
        return not self.lines and not any(one.written for one in self.figures.values())


def sheet(query: QueryDict) -> Sheet:
    return Sheet(
        tuple(
            line
            for part in Part
            for written in query.getlist(part.value)[:MOST_LINES]
            if not (line := _line(part, *_columns(written))).is_blank
        ),
        {name: figure(readable(query.get(name, ""))) for name in FIGURES},
        readable(query.get("title", "")[:LONGEST_TITLE]),
    )


def settled(query: QueryDict) -> QueryDict | None:
    """The address of a sheet that was sent as a form, or None if this is such an address."""
    if "sent" not in query:
        return None
    short = QueryDict(mutable=True)
    for name in ("title", *FIGURES):
        if words := query.get(name, "").strip():
            short[name] = words
    removed = query.get("remove", "")
    for part in Part:
        lines = [
            line.written
            for number, line in enumerate(_sent_lines(query, part))
            if not line.is_blank and removed != f"{part.value}-{number}"
        ]
        short.setlist(part.value, lines[:MOST_LINES])
    if query.get("add") in list(Part):
        short["add"] = query.get("add", "")
    return short


def _sent_lines(query: QueryDict, part: Part) -> Iterator[SheetLine]:
    columns = [query.getlist(f"{part.value}-{column}") for column in COLUMNS]
    for units, rate, words in zip(*columns, strict=False):
        yield _line(part, units, rate, words)


def _columns(written: str) -> tuple[str, str, str]:
    units, _star, rest = written.partition("*")
    rate, _star, words = rest.partition("*")
    return units, rate, words


def _line(part: Part, units: str, rate: str, words: str) -> SheetLine:
    return SheetLine(
        part,
        figure(readable(units.replace("*", " "))),
        figure(readable(rate.replace("*", " "))),
        readable(words[:LONGEST_WORDS]),
    )
