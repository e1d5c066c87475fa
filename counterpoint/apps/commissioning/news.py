"""What of calls is news: published, amended, moved, answered, withdrawn, advertised again, decided."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.history.news import NewsKind, Piece, tell_of

ENTRIES = {
    "call.published": "published",
    "call.amended": "edited",
    "call.extended": "edited",
    "call.answered": "edited",
    "call.readvertised": "edited",
    "call.split": "edited",
    "call.decided": "edited",
    "call.withdrawn": "withdrawn",
}


def _pieces(numbers: Collection[int]) -> Mapping[int, Piece]:
    rows = Call.objects.public().filter(pk__in=numbers)
    rows = rows.select_related("organisation", "place", "need").prefetch_related(
        "need__tags__concept", "lots__place"
    )
    return {call.pk: _piece(call) for call in rows}


def _piece(call: Call) -> Piece:
    places = [call.place, *(lot.place for lot in call.lots.all())]
    return Piece(
        title=call.title,
        path=call.get_absolute_url(),
        summary=call.purpose,
        byline=call.organisation.name,
        text=f"{call.title}\n{call.purpose}\n{call.what_is_wanted}",
        side="need",
        tags=tuple(call.need.tags.all()) if call.need else (),
        places=tuple(dict.fromkeys(one.code for one in places if one)),
        organisation_id=call.organisation_id,
    )


tell_of(NewsKind("call", _("Calls"), _("What can be applied for"), ENTRIES, _pieces))
