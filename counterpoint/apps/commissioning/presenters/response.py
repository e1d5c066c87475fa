"""How many answered, lot by lot, and what can be done where too few did."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.commissioning.queries.calls import sent_counts
from counterpoint.domain.commissioning.calls.standing import Standing
from counterpoint.domain.commissioning.calls.thin import Response, Way, ways
from counterpoint.web.components import Link


@dataclass(frozen=True)
class LotResponse:
    response: Response
    links: list[Link]


def response_view(call: Call, at: datetime) -> dict[str, Any]:
    """Counts alone: applications stay sealed until they are opened."""
    standing = call.standing(at)
    counts = sent_counts(call)
    is_sealed = standing is Standing.CLOSED
    rows = []
    for lot in call.lots.all():
        count = counts.get(lot.number, 0)
        # The form lets nothing through that fails a rule, so what was sent is eligible so far.
        response = Response(lot.number, lot.title, eligible=count, in_all=count)
        found = ways(response, is_grant=call.is_grant, is_sealed=is_sealed)
        is_over = standing in (Standing.CLOSED, Standing.ASSESSING)
        rows.append(LotResponse(response, _links(call, lot.number, found) if is_over else []))
    return {
        "rows": rows,
        "is_over": standing in (Standing.CLOSED, Standing.ASSESSING),
        "is_sealed": is_sealed,
        "is_open": standing is Standing.OPEN,
        "thin": sum(one.response.is_thin for one in rows),
        "can_be_opened": is_sealed and any(counts.values()),
    }


def _links(call: Call, number: int, found: tuple[Way, ...]) -> list[Link]:
    again = reverse("readvertise-call", args=[call.reference])
    made = {
        Way.EXTEND: Link(
            _("Move the deadline"), reverse("extend-call", args=[call.reference])
        ),
        Way.READVERTISE: Link(_("Revise and advertise again"), again),
        Way.SPLIT: Link(
            _("Split the lot"), reverse("split-lot", args=[call.reference, number])
        ),
        Way.GRANT: Link(_("A grant instead"), f"{again}?grant"),
        Way.GO_ON: Link(
            _("Go on with what there is"), reverse("call-panel", args=[call.reference])
        ),
    }
    return [made[way] for way in found]
