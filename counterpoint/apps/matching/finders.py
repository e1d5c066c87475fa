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
            best = max(lines, key=lambda line: line.share)
            words = " ".join(part for part in (best.offered, best.bridge) if part)
            found[who.pk] = Found(who, _reason(record, words or best.criterion))
    return list(found.values())[:most]


def _reason(record: object, words: str) -> str:
    if isinstance(record, Offer):
        return _("Your offer “{title}”: {words}").format(title=record.title, words=words)[:300]
    return words[:300]
