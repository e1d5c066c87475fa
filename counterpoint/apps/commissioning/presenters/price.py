"""The price sheet: a section for each part, and what it comes to."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.commissioning.forms.price import Sheet, SheetLine
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.directory.presenters.streams import cell
from counterpoint.domain.commissioning.price import Caution, Costing, Part
from counterpoint.web.components import FlagKind, Link

CURRENCY = "GBP"

PARTS: Mapping[Part, tuple[str | Promise, str | Promise]] = {
    Part.DIRECT: (
        gettext_lazy("Direct costs"),
        gettext_lazy("Artists, venue, materials, travel: what is paid only for this work."),
    ),
    Part.CO_PRODUCTION: (
        gettext_lazy("Co-production time"),
        gettext_lazy(
            "Planning with the people it is for, with clinicians and with commissioners. "
            "It takes a lot of time, and improves the design."
        ),
    ),
    Part.EVALUATION: (
        gettext_lazy("Evaluation"),
        gettext_lazy("Collecting answers, working them out, writing the report."),
    ),
    Part.ACCESS: (
        gettext_lazy("Access"),
        gettext_lazy("Interpreters, captions, transport, support workers, quiet rooms."),
    ),
}
OVERHEAD = gettext_lazy("Share of overheads")
FIGURE_LABELS: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "year": (
        gettext_lazy("Running costs of the organisation in a year, £"),
        gettext_lazy(
            "Rent, insurance, management, accounts: what is paid with or without it."
        ),
    ),
    "days_here": (
        gettext_lazy("Working days that this takes"),
        gettext_lazy("Of everybody together."),
    ),
    "days_in_all": (
        gettext_lazy("Working days of the organisation in the year"),
        gettext_lazy("Of everybody together."),
    ),
    "price": (
        gettext_lazy("Price that you would ask, £"),
        gettext_lazy("Leave it empty to ask for the full cost."),
    ),
    "ceiling": (
        gettext_lazy("Ceiling of the lot or grant, £"),
        gettext_lazy("As the call says; empty if there is none."),
    ),
    "people": (gettext_lazy("People it is for"), gettext_lazy("For the cost of each.")),
}


@dataclass(frozen=True)
class Box:
    """A figure of the sheet as the page asks for it."""

    name: str
    label: str | Promise
    hint: str | Promise
    written: str
    problem: str | Promise


@dataclass(frozen=True)
class Row:
    number: int
    words: str
    units: str
    rate: str
    amount: str
    units_problem: str | Promise
    rate_problem: str | Promise
    is_new: bool = False


@dataclass(frozen=True)
class Section:
    part: Part
    title: str | Promise
    hint: str | Promise
    rows: tuple[Row, ...]
    total: str


@dataclass(frozen=True)
class Share:
    label: str | Promise
    amount: str
    per_cent: Decimal


def sections(sheet: Sheet, adding: str) -> list[Section]:
    costing = sheet.costing
    return [
        Section(part, title, hint, _rows(sheet, part, adding), pounds(costing.total_of(part)))
        for part, (title, hint) in PARTS.items()
    ]


def _rows(sheet: Sheet, part: Part, adding: str) -> tuple[Row, ...]:
    rows = [_row(number, one) for number, one in enumerate(sheet.lines_of(part))]
    if not rows or adding == part:
        rows.append(Row(len(rows), "", "", "", "", "", "", is_new=adding == part))
    return tuple(rows)


def _row(number: int, one: SheetLine) -> Row:
    return Row(
        number,
        one.words,
        one.units.written,
        one.rate.written,
        pounds(one.line.amount) if one.line else "",
        one.units.problem,
        one.rate_problem,
    )


def boxes(sheet: Sheet, *names: str) -> list[Box]:
    return [
        Box(name, *FIGURE_LABELS[name], sheet.figures[name].written, sheet.problem_of(name))
        for name in names
    ]


def errors(sheet: Sheet) -> list[Link]:
    """Each problem as a link to its box."""
    found = [
        Link(f"{FIGURE_LABELS[name][0]}: {problem}", f"#{name}")
        for name in sheet.figures
        if (problem := sheet.problem_of(name))
    ]
    for part, (title, _hint) in PARTS.items():
        for row in _rows(sheet, part, ""):
            for column, problem in (("units", row.units_problem), ("rate", row.rate_problem)):
                if problem:
                    words = row.words or _("line %(number)d") % {"number": row.number + 1}
                    found.append(
                        Link(f"{title}, {words}: {problem}", f"#{part}-{column}-{row.number}")
                    )
    return found


def result(sheet: Sheet) -> dict[str, Any]:
    costing = sheet.costing
    return {
        "costing": costing,
        "shares": _shares(costing),
        "full_cost": pounds(costing.full_cost),
        "asked": pounds(costing.asked),
        "ceiling": "" if costing.ceiling is None else pounds(costing.ceiling),
        "each": "" if costing.for_each_person is None else pounds(costing.for_each_person),
        "warnings": [_warning(one, costing) for one in costing.warnings],
        "share_of_year": (costing.overhead.share * 100).quantize(Decimal("0.1")),
    }


def _shares(costing: Costing) -> list[Share]:
    amounts = [(PARTS[part][0], costing.total_of(part)) for part in Part]
    amounts.insert(1, (OVERHEAD, costing.overhead.amount))
    whole = costing.full_cost or Decimal(1)
    return [
        Share(label, pounds(amount), (amount / whole * 100).quantize(Decimal("0.1")))
        for label, amount in amounts
    ]


def _warning(warning: Caution, costing: Costing) -> tuple[FlagKind, str]:
    over = costing.asked - (costing.ceiling or Decimal(0))
    sentences: Mapping[Caution, tuple[FlagKind, str]] = {
        Caution.OVER_CEILING: (
            "danger",
            _("The price is %(sum)s over the ceiling.") % {"sum": pounds(over)},
        ),
        Caution.COST_OVER_CEILING: (
            "warning",
            _(
                "The ceiling is lower than the full cost: at any price it allows you pay a part."
            ),
        ),
        Caution.BELOW_FULL_COST: (
            "danger",
            _("The price covers %(share)s%% of the full cost. %(sum)s is left to you.")
            % {"share": costing.recovery, "sum": pounds(costing.shortfall)},
        ),
        Caution.NO_OVERHEAD: ("warning", _("No share of overheads is counted.")),
        Caution.NO_CO_PRODUCTION: ("warning", _("No time for co-production is counted.")),
        Caution.NO_EVALUATION: ("warning", _("Nothing is counted for evaluation.")),
        Caution.NO_ACCESS: ("warning", _("Nothing is counted for access.")),
    }
    return sentences[warning]


def pounds(amount: Decimal) -> str:
    return money(amount, CURRENCY)


def budget_rows(sheet: Sheet) -> list[dict[str, str]]:
    """The costing as the table of money of an application: a row a line, and the overhead."""
    costing = sheet.costing
    rows = [
        {"what": one.words or str(PARTS[one.part][0]), "amount": f"{one.amount:f}"}
        for one in costing.lines
    ]
    if costing.overhead.amount:
        overhead = {
            "what": _("Share of running costs"),
            "amount": f"{costing.overhead.amount:f}",
        }
        rows.append(overhead)
    return rows


def csv_lines(sheet: Sheet) -> Iterator[str]:
    costing = sheet.costing
    # Without the mark, Excel reads UTF-8 as something else.
    yield "\ufeff" + _csv(
        [_("part"), _("what"), _("units"), _("rate"), _("amount"), _("currency")]
    )
    for part, (title, _hint) in PARTS.items():
        for line in (one for one in costing.lines if one.part is part):
            yield _csv([str(title), line.words, line.units, line.rate, line.amount, CURRENCY])
    yield _csv([str(OVERHEAD), "", "", "", costing.overhead.amount, CURRENCY])
    yield _csv([_("Full cost"), "", "", "", costing.full_cost, CURRENCY])
    yield _csv([_("Price asked"), "", "", "", costing.asked, CURRENCY])


def _csv(values: list[str | Decimal]) -> str:
    buffer = StringIO()
    csv.writer(buffer).writerow([cell(str(value)) for value in values])
    return buffer.getvalue()


def address_of(query: QueryDict) -> str:
    """The sheet's own part of the address, without what only opened a new line."""
    kept = query.copy()
    kept.pop("add", None)
    return kept.urlencode()
