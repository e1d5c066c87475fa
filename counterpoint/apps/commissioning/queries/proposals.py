"""Who would be awarded what by the ranking alone, lot by lot, and what else would hold."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.models import Bid, Lot
from counterpoint.apps.commissioning.queries.ranking import Round
from counterpoint.domain.commissioning.deciding import awards


def open_bids(scored: Round, lot: Lot) -> list[Bid]:
    """Of applications in the round, those on the lot that nobody has decided on."""
    found = lot.bids.filter(application__in=scored.standings, decision=None)
    return list(found.select_related("application__organisation", "application__call", "lot"))


def left_for(scored: Round, lot: Lot) -> Decimal:
    """What the lot still holds, and never more than the pot does."""
    pot = scored.call.pot or Decimal(0)
    left = pot - scored.call.awarded
    return left if lot.ceiling is None else min(lot.ceiling - lot.awarded, left)


def bid_values(scored: Round, bids: list[Bid]) -> list[awards.Bid]:
    places = {one.entry.application: one for one in scored.ranked}
    return [
        awards.Bid(
            bid.pk,
            places[bid.application_id].place,
            places[bid.application_id].entry.score,
            bid.price or Decimal(0),
            bid.least,
            places[bid.application_id].may_be_awarded,
        )
        for bid in bids
        if bid.application_id in places
    ]


def proposals(scored: Round, lot: Lot) -> Iterator[tuple[Bid, str, Decimal, str]]:
    """Bid, outcome, amount and reason of every bid on the lot that has no decision yet."""
    if scored.call.is_framework:
        yield from _admissions(scored, lot)
        return
    lot.refresh_from_db(fields=["awarded"])
    scored.call.refresh_from_db(fields=["awarded"])
    bids = {one.pk: one for one in open_bids(scored, lot)}
    chosen = awards.by_rank(bid_values(scored, list(bids.values())), left_for(scored, lot))
    for award in chosen.awards:
        yield (
            bids.pop(award.application),
            "award",
            award.amount,
            _("By its place in the ranking."),
        )
    for number in chosen.reserves:
        reason = _("Behind in the ranking: next if an award is not taken up.")
        yield bids.pop(number), "reserve", Decimal(0), reason
    for bid in bids.values():
        below = ", ".join(scored.standings[bid.application_id].below)
        reason = _("Under the minimum of the call: {criteria}.").format(criteria=below)
        yield bid, "decline", Decimal(0), reason


def _admissions(scored: Round, lot: Lot) -> Iterator[tuple[Bid, str, Decimal, str]]:
    """Everybody who is above all minimums is admitted: a list has no last place."""
    for bid in open_bids(scored, lot):
        below = ", ".join(scored.standings[bid.application_id].below)
        if below:
            reason = _("Under the minimum of the call: {criteria}.").format(criteria=below)
            yield bid, "decline", Decimal(0), reason
        else:
            yield bid, "admit", Decimal(0), _("Above every minimum of the call.")
