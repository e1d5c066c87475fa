"""The round as tables: who reads what, scores side by side, awards lot by lot."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.forms.deciding import AgreeForm
from counterpoint.apps.commissioning.models import (
    Application,
    Bid,
    Call,
    Criterion,
    Decision,
    Lot,
    Score,
)
from counterpoint.apps.commissioning.queries.panel import SeatLine
from counterpoint.apps.commissioning.queries.proposals import bid_values, left_for, open_bids
from counterpoint.apps.commissioning.queries.ranking import Round, Standing
from counterpoint.apps.directory.models import Award
from counterpoint.apps.directory.presenters.columns import Table
from counterpoint.apps.directory.presenters.money import money
from counterpoint.domain.commissioning.deciding import awards
from counterpoint.domain.commissioning.deciding.calibration import Estimate
from counterpoint.domain.commissioning.deciding.scores import Spread

LOG_COLUMNS = Table(
    "decision-log",
    {
        "number": lambda line: line.number,
        "at": lambda line: line.at.isoformat(),
        "by": lambda line: str(line.by) if line.by else "",
        "what": lambda line: line.what,
        "about": lambda line: line.about,
        "detail": lambda line: "; ".join(f"{k}: {v}" for k, v in line.detail.items()),
        "before": lambda line: line.before,
        "sha256": lambda line: line.sha256,
    },
)
APART = 2
MOST_ALIKE = 5
BIDS_ON_A_PAGE = 60


@dataclass(frozen=True)
class SeatRow:
    line: SeatLine
    severity: str


def seat_rows(lines: Iterable[SeatLine], scored: Round | None) -> list[SeatRow]:
    severity = scored.severity if scored else {}
    return [SeatRow(line, _severity(severity.get(line.seat.pk))) for line in lines]


def _severity(estimate: Estimate | None) -> str:
    """Strict or lenient, with how sure that is; nothing where it cannot be told."""
    if estimate is None:
        return ""
    sure = (
        _("not known how sure") if estimate.error is None else f"± {1.96 * estimate.error:.1f}"
    )
    return f"{estimate.value:+.1f} ({sure})"


@dataclass(frozen=True)
class ProgressView:
    to_read: int
    finished: int
    has_all_declared: bool
    is_shared_out: bool
    lacks: str


def progress_view(lines: list[SeatLine], scored: Round | None) -> ProgressView:
    scoring = [line for line in lines if line.seat.scores]
    to_read = sum(line.to_read for line in lines)
    lacks = ""
    if scored is not None and len(scoring) < scored.call.readers_each:
        lacks = _("The panel has {n} assessors; each application needs {m}.").format(
            n=len(scoring), m=scored.call.readers_each
        )
    return ProgressView(
        to_read,
        sum(line.finished for line in lines),
        bool(scoring) and all(line.seat.declared_at for line in scoring),
        to_read > 0,
        lacks,
    )


@dataclass(frozen=True)
class ExpressionRow:
    application: Application
    answers: list[tuple[str, str]]


def expression_rows(applications: Iterable[Application]) -> list[ExpressionRow]:
    rows = []
    for one in applications:
        sent = one.submissions.filter(is_expression=True).first()
        said = sent.content["answers"] if sent else []
        rows.append(
            ExpressionRow(one, [(answer["text"], str(answer["value"])) for answer in said])
        )
    return rows


@dataclass(frozen=True)
class ScoreRow:
    place: str
    standing: Standing
    cells: tuple[str, ...]
    apart: bool
    calibrated: str
    asks_for: str = ""


def score_rows(scored: Round, only: str = "") -> list[ScoreRow]:
    """In the order of the ranking; what is not all read yet comes last."""
    places = {one.entry.application: one for one in scored.ranked}
    order = [one.entry.application for one in scored.ranked]
    order += [pk for pk in scored.standings if pk not in places]
    rows = []
    for pk in order:
        standing = scored.standings[pk]
        place = places.get(pk)
        apart = any(_is_apart(one) for one in standing.spreads.values())
        if only == "apart" and not (apart and not standing.agreed):
            continue
        rows.append(
            ScoreRow(
                f"{place.place}{'=' if place.is_tied else ''}" if place else "–",
                standing,
                tuple(_points(standing, one) for one in scored.criteria),
                apart,
                _worth(standing.calibrated),
            )
        )
    return rows


def score_columns(scored: Round) -> Table:
    columns: dict[str, Any] = {
        "place": lambda row: row.place,
        "organisation": lambda row: row.standing.application.organisation.name,
        "application": lambda row: row.standing.application.reference,
        "score": lambda row: row.standing.score if row.standing.is_scored else None,
        "calibrated": lambda row: row.calibrated,
    }
    for n, criterion in enumerate(scored.criteria):
        columns[criterion.title] = lambda row, n=n: row.cells[n]
    return Table("scores", columns)


def _is_apart(one: Spread) -> bool:
    return one.highest - one.lowest >= APART


def _points(standing: Standing, criterion: Criterion) -> str:
    found = standing.by_criterion.get(criterion.pk)
    if found is None:
        return "–"
    mark = "*" if criterion.pk in standing.agreed else ""
    return f"{found:.1f}{mark}"


def _worth(estimate: Estimate | None) -> str:
    if estimate is None:
        return ""
    if estimate.error is None:
        return f"{estimate.value:.1f}"
    return f"{estimate.value:.1f} ± {1.96 * estimate.error:.1f}"


@dataclass(frozen=True)
class CriterionLine:
    criterion: Criterion
    spread: Spread | None
    points: str
    is_agreed: bool
    given: list[tuple[str, int, str, bool]]  # who, points, comment, stands apart
    form: AgreeForm


def criterion_lines(
    scored: Round, standing: Standing, forms: dict[int, AgreeForm]
) -> list[CriterionLine]:
    rows: dict[int, list[Score]] = {}
    found = Score.objects.filter(
        reading__application=standing.application, reading__finished_at__isnull=False
    ).select_related("reading__seat__person")
    for one in found.order_by("reading__seat"):
        rows.setdefault(one.criterion_id, []).append(one)
    made = []
    for criterion in scored.criteria:
        spread = standing.spreads.get(criterion.pk)
        outliers = spread.outliers if spread else ()
        made.append(
            CriterionLine(
                criterion,
                spread,
                _points(standing, criterion),
                criterion.pk in standing.agreed,
                [
                    (
                        str(one.reading.seat.person),
                        one.points,
                        one.comment,
                        one.reading.seat_id in outliers,
                    )
                    for one in rows.get(criterion.pk, [])
                ],
                forms.get(criterion.pk, AgreeForm(auto_id=f"agree_{criterion.pk}_%s")),
            )
        )
    return made


@dataclass(frozen=True)
class BidRow:
    bid: Bid
    place: str
    score: Decimal
    asks: str
    below: str
    decision: Decision | None
    amount: str
    is_within: bool  # the pot would hold it, going down the ranking


@dataclass(frozen=True)
class Alternative:
    name: str
    about: str
    names: str
    total: str
    left: str


@dataclass(frozen=True)
class LotAwards:
    lot: Lot
    page: Page[BidRow]
    param: str
    ceiling: str
    awarded: str
    left: str
    alternatives: list[Alternative]


def lot_awards(scored: Round, asked: Mapping[str, str]) -> list[LotAwards]:
    """`asked` holds the page of each lot that is wanted: `lot1=2`."""
    return [_lot(scored, lot, asked) for lot in scored.call.lots.all()]


def _lot(scored: Round, lot: Lot, asked: Mapping[str, str]) -> LotAwards:
    call = scored.call
    places = {one.entry.application: one for one in scored.ranked}
    bids = list(
        lot.bids.filter(application__in=scored.standings).select_related(
            "application__organisation", "decision"
        )
    )
    bids.sort(key=lambda bid: _order(bid, places))
    undecided = [bid for bid in open_bids(scored, lot) if bid.application_id in places]
    chosen = awards.by_rank(bid_values(scored, undecided), left_for(scored, lot))
    within = {one.application for one in chosen.awards}
    rows = []
    for bid in bids:
        place = places.get(bid.application_id)
        decision = getattr(bid, "decision", None)
        rows.append(
            BidRow(
                bid,
                f"{place.place}{'=' if place.is_tied else ''}" if place else "–",
                scored.standings[bid.application_id].score,
                sum_words(bid.price, call),
                ", ".join(place.entry.below) if place else "",
                decision,
                sum_words(decision.amount, call) if decision and decision.amount else "",
                bid.pk in within,
            )
        )
    param = f"lot{lot.number}"
    return LotAwards(
        lot,
        Paginator(rows, BIDS_ON_A_PAGE).get_page(asked.get(param)),
        param,
        sum_words(lot.ceiling, call),
        sum_words(lot.awarded, call),
        sum_words(left_for(scored, lot), call),
        _alternatives(scored, lot, undecided),
    )


def _order(bid: Bid, places: dict[int, Any]) -> tuple[bool, int, int]:
    place = places.get(bid.application_id)
    return (place is None, place.place if place else 0, bid.pk)


def _alternatives(scored: Round, lot: Lot, bids: list[Bid]) -> list[Alternative]:
    names = {bid.pk: bid.application.organisation.name for bid in bids}
    about = {
        "passing-over": (
            _("Pass over what does not fit"),
            _("Uses more of the money, but passes over applications with better scores."),
        ),
        "with-a-part": (
            _("Offer a part to the next"),
            _("The next in line gets what is left, where that would still be of use to it."),
        ),
    }
    found = awards.alternatives(bid_values(scored, bids), left_for(scored, lot))
    return [
        Alternative(
            *about[name],
            ", ".join(names[award.application] for award in one.awards),
            sum_words(one.total, scored.call),
            sum_words(one.left, scored.call),
        )
        for name, one in found.items()
    ]


@dataclass(frozen=True)
class PotView:
    pot: str
    awarded: str
    left: str
    share: float
    undecided: int


def pot_view(scored: Round) -> PotView:
    call = scored.call
    pot = call.pot or Decimal(0)
    bids = Bid.objects.filter(application__in=scored.standings, decision=None)
    return PotView(
        sum_words(pot, call),
        sum_words(call.awarded, call),
        sum_words(pot - call.awarded, call),
        float(call.awarded / pot) if pot else 0.0,
        bids.count(),
    )


def notices_due(call: Call) -> tuple[list[str], str]:
    """What the way of buying that was kept asks to be published, and where the days are counted
    from the day of the decision; nothing where no advice was kept."""
    kept = call.route_advice
    if not kept or call.decided_at is None:
        return [], ""
    told = timezone.localtime(call.decided_at).date()
    return list(kept["notices"]), f"{kept['address']}&{urlencode({'from': told.isoformat()})}"


def sum_words(amount: Decimal | None, call: Call) -> str:
    return money(amount, call.currency) if amount is not None else "–"


def decision_words(bid: Bid) -> dict[str, Any]:
    decision = Decision.objects.filter(bid=bid).first()
    if decision is None:
        return {"outcome": "award", "amount": bid.price}
    return {
        "outcome": decision.outcome,
        "amount": decision.amount or "",
        "reason": decision.reason,
        "conditions": decision.conditions,
    }


@dataclass(frozen=True)
class AwardAlike:
    title: str
    url: str
    words: str
    why: str


def similar_awards(bid: Bid) -> list[AwardAlike]:
    """Awards that the applicant had before, and of the commissioner in about this size."""
    who, call = bid.application.organisation, bid.application.call
    found = [
        (one, _("had by the applicant"))
        for one in Award.objects.filter(recipient=who).order_by("-awarded_on")[:MOST_ALIKE]
    ]
    if bid.price:
        alike = Award.objects.filter(
            funder=call.organisation,
            amount__gte=bid.price / 2,
            amount__lte=bid.price * 2,
        ).exclude(recipient=who)
        found += [
            (one, _("made by {name}, half to twice the size").format(name=call.organisation))
            for one in alike.order_by("-awarded_on")[:MOST_ALIKE]
        ]
    return [
        AwardAlike(
            one.title,
            f"/awards/{one.pk}/",
            f"{money(one.amount, one.currency)}, {one.awarded_on or _('no date')}",
            why,
        )
        for one, why in found
        if one.amount is not None
    ]
