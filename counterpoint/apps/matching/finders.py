"""Who might answer a call, found as a need finds its offers: each with the strongest reason."""

from datetime import date

from django.utils.translation import gettext as _

from counterpoint.apps.commissioning import finders
from counterpoint.apps.commissioning.finders import Found
from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.directory.models import Offer, Organisation
from counterpoint.apps.matching.presenters.lines import reason_lines
from counterpoint.apps.matching.queries.finding import find
from counterpoint.apps.matching.queries.questions import Question
from counterpoint.apps.matching.queries.shown import records_of
from counterpoint.domain.matching.statement import Side
from counterpoint.web.components import ReasonLine


@finders.register
def providers(call: Call, most: int, on: date) -> list[Found]:
    place = call.place.name if call.place else ""
    text = f"{call.title}\n{call.purpose}\n{call.what_is_wanted}"
    answer = find(Question(side=Side.NEED, text=text, place_words=place), on)
    records = records_of(answer.ranked[: most * 3])
    found: dict[int, Found] = {}
    for match in answer.ranked[: most * 3]:
        record = records.get(match.candidate.key)
        who = record.organisation if isinstance(record, Offer) else record
        if not isinstance(who, Organisation) or who == call.organisation:
            continue
        lines = reason_lines(match, Side.NEED)
        if lines and who.pk not in found:
            found[who.pk] = Found(who, _reason(record, _words(lines)))
    return list(found.values())[:most]


def _words(lines: list[ReasonLine]) -> str:
    """What is done that was asked for says more than that it is near, or alike in its words."""
    in_terms = [line for line in lines if line.needed and line.offered]
    best = max(in_terms or lines, key=lambda line: line.share)
    if not in_terms:
        return best.bridge or best.criterion
    return _("asked for {needed}, offers {offered}").format(
        needed=best.needed, offered=best.offered
    )


def _reason(record: object, words: str) -> str:
    if isinstance(record, Offer):
        return _("Your offer “{title}”: {words}").format(title=record.title, words=words)[:300]
    return words[:300]
