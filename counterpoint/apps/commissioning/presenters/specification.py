"""What a specification asks, line by line, with the words that say so and what to do about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from counterpoint.apps.commissioning.forms.specification import LONGEST, Written
from counterpoint.apps.commissioning.presenters.price import Box, pounds
from counterpoint.apps.vocabulary import queries as vocabulary
from counterpoint.domain.commissioning import effort
from counterpoint.domain.commissioning.specification.documents import (
    Document,
    Justified,
    documents,
)
from counterpoint.domain.commissioning.specification.requirements import (
    USUAL_ALLOWANCE,
    Asks,
    Found,
    Requirement,
    ends_of,
    outcomes_of,
    prescribing,
    requirements,
)
from counterpoint.domain.commissioning.specification.social_value import Remark, SocialValue
from counterpoint.domain.vocabulary.concepts import Concept, FrameworkMapping
from counterpoint.domain.vocabulary.lexicon import Lexicon
from counterpoint.web.components import FlagKind, Link

ASKS: Mapping[Asks, tuple[FlagKind, str | Promise]] = {
    Asks.OUTCOME: ("success", gettext_lazy("Asks for an outcome")),
    Asks.BOTH: ("info", gettext_lazy("An outcome, and how to reach it")),
    Asks.ACTIVITY: ("warning", gettext_lazy("Prescribes how, not what should change")),
    Asks.NEITHER: ("info", gettext_lazy("Neither: a condition, or not understood")),
}
REMARKS: Mapping[Remark, tuple[FlagKind, str | Promise]] = {
    Remark.NOT_ASKED: ("info", gettext_lazy("No social-value question is asked.")),
    Remark.NOT_SCORED: (
        "warning",
        gettext_lazy("The question has no weight, so the answer counts for nothing."),
    ),
    Remark.WEIGHT_WITHOUT_QUESTION: (
        "warning",
        gettext_lazy("There is a weight, but no question that it belongs to."),
    ),
    Remark.NO_OUTCOME: (
        "warning",
        gettext_lazy(
            "No outcome is understood in the question: ask what should change for whom."
        ),
    ),
}
# They sort organisations and causes; nothing is measured by them.
CLASSIFICATIONS = {"UK-CAT", "ICNPTSO"}
FIGURE_LABELS: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "value": (gettext_lazy("Worth of the contract or award, £"), ""),
    "bid": (
        gettext_lazy("Hours that a bid takes"),
        gettext_lazy("Of one bidder, everything counted."),
    ),
    "report": (gettext_lazy("Hours of reporting in a year"), ""),
    "years": (gettext_lazy("Years that it runs"), gettext_lazy("One, if left empty.")),
    "returns": (gettext_lazy("Returns asked in a year"), ""),
    "limit": (
        gettext_lazy("Warn above so many hours per £1,000"),
        gettext_lazy("No source gives a limit; without one we take 2."),
    ),
    "weight": (gettext_lazy("Weight of the question, %"), gettext_lazy("Of the whole score.")),
    "allowed": (
        gettext_lazy("Lines that may prescribe"),
        gettext_lazy("The page warns when there are more; without a number we take 2."),
    ),
}
# Invented, with what the page is there to find.
EXAMPLE: Mapping[str, str] = {
    "requirements": (
        "Adults with poor mental health in Thanet feel less lonely\n"
        "Run a weekly choir for 20 people\n"
        "Deliver 12 painting workshops of two hours\n"
        "Hold monthly performances\n"
        "The provider has public liability insurance"
    ),
    "documents": "Hard-hat policy\nSafeguarding policy\nInsurance: the public is invited",
    "social": "How will you reduce loneliness among people who live nearby?",
    "weight": "10",
    "value": "35000",
    "bid": "90",
    "report": "40",
    "returns": "12",
}


@dataclass(frozen=True)
class Line:
    text: str
    kind: FlagKind
    says: str | Promise
    ends: tuple[str, ...]  # words that name outcomes, with what they mean
    means: tuple[str, ...]
    instead: tuple[Link, ...]  # outcomes that could be asked for


@dataclass(frozen=True)
class DocumentLine:
    name: str
    reason: str
    kind: FlagKind
    says: str


@dataclass(frozen=True)
class Measure:
    outcome: Link
    mappings: tuple[str, ...]


@dataclass(frozen=True)
class Effort:
    label: str
    hours: str
    per_thousand: str
    is_too_much: bool


def form(written: Written) -> dict[str, Any]:
    return {
        "written": written,
        "texts": [
            (name, written.texts[name], written.problem_of_text(name), longest)
            for name, longest in LONGEST.items()
        ],
        "effort_boxes": _boxes(written, "value", "bid", "report", "years", "returns", "limit"),
        "weight_box": _boxes(written, "weight")[0],
        "allowed_box": _boxes(written, "allowed")[0],
        "errors": list(_errors(written)),
        "example": urlencode(EXAMPLE),
    }


def _boxes(written: Written, *names: str) -> list[Box]:
    return [
        Box(
            name, *FIGURE_LABELS[name], written.figures[name].written, written.problem_of(name)
        )
        for name in names
    ]


def _errors(written: Written) -> Iterator[Link]:
    labels = {
        "requirements": _("Requirements"),
        "documents": _("Documents"),
        "social": _("Social-value question"),
    }
    for name, label in labels.items():
        if problem := written.problem_of_text(name):
            yield Link(f"{label}: {problem}", f"#{name}")
    for name in written.figures:
        if wrong := written.problem_of(name):
            yield Link(f"{FIGURE_LABELS[name][0]}: {wrong}", f"#{name}")


def checked(written: Written) -> dict[str, Any]:
    """Everything that the check says; only what could be read is checked."""
    release = vocabulary.in_force()
    found = requirements(written.text("requirements"), release.lexicon.read)
    allowed = _figure(written, "allowed", Decimal(USUAL_ALLOWANCE))
    count = len(prescribing(found))
    demanded = documents(written.text("documents"), written.text("requirements"))
    return {
        "is_checked": bool(found),
        "lines": [_line(one, release.vocabulary.get) for one in found],
        "prescribing": count,
        "line_count": len(found),
        "outcome_count": sum(bool(one.outcomes) for one in found),
        "is_over_specified": count > allowed,
        "allowed": f"{allowed:f}".rstrip("0").rstrip("."),
        "document_lines": [_document(one) for one in demanded],
        "unjustified": sum(one.justified is Justified.NOT_AT_ALL for one in demanded),
        "measures": [_measure(one) for one in outcomes_of(found)],
        "efforts": list(_efforts(written)),
        "bears": _bears(written),
        "social": _social(written, release.lexicon),
    }


def _figure(written: Written, name: str, otherwise: Decimal) -> Decimal:
    value = None if written.problem_of(name) else written.figures[name].value
    return otherwise if value is None else value


def _line(one: Requirement, served: Any) -> Line:
    kind, says = ASKS[one.asks]
    instead = ends_of(one.means, served) if one.asks is Asks.ACTIVITY else ()
    means = (*(_said(hit) for hit in one.means), *(f"“{words}”" for words in one.delivery))
    return Line(
        one.text,
        kind,
        says,
        tuple(_said(hit) for hit in one.outcomes),
        means,
        tuple(_concept_link(concept) for concept in instead[:4]),
    )


def _said(hit: Found) -> str:
    words = ", ".join(f"“{one}”" for one in hit.words)
    return f"{words} ({hit.concept.name})"


def _concept_link(concept: Concept) -> Link:
    return Link(concept.name, f"/vocabulary/{concept.code}/")


def _document(one: Document) -> DocumentLine:
    kind, says = _verdict(one)
    return DocumentLine(one.name, one.reason, kind, says)


def _verdict(one: Document) -> tuple[FlagKind, str]:
    if one.is_out_of_place:
        words = _("It belongs to %(work)s, and nothing here speaks of that.")
        more = "" if one.reason else " " + _("No reason is given. Leave it out, or say why.")
        return "warning", words % {"work": one.belongs_to} + more
    if one.justified is Justified.BY_TEXT:
        words = _("The requirements give the reason: “%(words)s”.")
        return "success", words % {"words": one.words}
    if one.justified is Justified.BY_REASON:
        return "success", _("A reason is given. Whether it is a good one, a person decides.")
    return "warning", _("No reason is given. Leave it out, or say why.")


def _measure(concept: Concept) -> Measure:
    return Measure(
        _concept_link(concept),
        tuple(
            _mapping(one) for one in concept.mappings if one.framework not in CLASSIFICATIONS
        ),
    )


def _mapping(one: FrameworkMapping) -> str:
    years = ""
    if one.valid_from and one.valid_to:
        years = _(", %(first)s to %(last)s") % {"first": one.valid_from, "last": one.valid_to}
    elif one.valid_from:
        years = _(", since %(first)s") % {"first": one.valid_from}
    name = one.name if one.name.lower() == one.code.lower() else f"{one.code} {one.name}"
    return f"{one.framework}: {name}{years}"


def _efforts(written: Written) -> Iterator[Effort]:
    value = _figure(written, "value", Decimal(0))
    if not value:
        return
    years = _figure(written, "years", Decimal(1)) or Decimal(1)
    limit = _figure(written, "limit", effort.USUAL_LIMIT)
    hours = {
        _("Bidding, each bidder"): _figure(written, "bid", Decimal(0)),
        _("Reporting, over the whole time"): _figure(written, "report", Decimal(0)) * years,
    }
    for label, asked in hours.items():
        if asked:
            yield Effort(
                label,
                f"{asked.normalize():f}",
                str(effort.hours_per_thousand(asked, value)),
                effort.is_out_of_proportion(asked, value, limit),
            )


def _bears(written: Written) -> tuple[FlagKind, str] | None:
    """What an award of this size bears, held against the returns that are asked."""
    value = _figure(written, "value", Decimal(0))
    if not value:
        return None
    most = effort.reporting_for(value)
    asked = _figure(written, "returns", Decimal(0))
    if most.returns_each_year is None:
        words = _("An award of %(sum)s bears one short return.") % {"sum": pounds(value)}
        return ("warning" if asked > 1 else "info"), words
    words = _("An award of %(sum)s bears quarterly returns with measures, at the most.")
    return ("warning" if asked > most.returns_each_year else "info"), words % {
        "sum": pounds(value)
    }


def _social(written: Written, lexicon: Lexicon) -> dict[str, Any]:
    question = written.text("social")
    reading = lexicon.read(question)
    names = [one for one in reading.clear if one.concept.kind == "outcome"]
    weight = None if written.problem_of("weight") else written.figures["weight"].value
    value = SocialValue(question, weight, bool(names))
    return {
        "is_scored": value.is_scored,
        "weight": "" if weight is None else f"{weight.normalize():f}",
        "outcomes": [one.concept.name for one in names],
        "flags": [REMARKS[remark] for remark in value.remarks],
    }


def summary(checked: Mapping[str, Any]) -> list[tuple[FlagKind, str]]:
    """The warnings in a few lines, for the top of the page and for print."""
    found: list[tuple[FlagKind, str]] = []
    if checked["is_over_specified"]:
        words = ngettext(
            "%(count)s requirement prescribes activity rather than an outcome; %(allowed)s may.",
            "%(count)s requirements prescribe activity rather than an outcome; %(allowed)s may.",
            checked["prescribing"],
        )
        found.append(
            (
                "warning",
                words % {"count": checked["prescribing"], "allowed": checked["allowed"]},
            )
        )
    if checked["unjustified"]:
        words = ngettext(
            "%(count)s document is demanded without a reason.",
            "%(count)s documents are demanded without a reason.",
            checked["unjustified"],
        )
        found.append(("warning", words % {"count": checked["unjustified"]}))
    if any(one.is_too_much for one in checked["efforts"]):
        found.append(("warning", _("The effort asked is out of proportion to the money.")))
    if not checked["outcome_count"]:
        found.append(("warning", _("No requirement names an outcome that is understood.")))
    return found
