"""An answer as lines for a terminal."""

from collections.abc import Iterator, Mapping

from django.db.models import Model
from django.utils.translation import gettext as _

from counterpoint.apps.matching.presenters.explanations import flag_sentence
from counterpoint.apps.matching.presenters.lines import reason_lines
from counterpoint.apps.matching.presenters.records import shown
from counterpoint.apps.matching.queries.finding import Answer
from counterpoint.apps.matching.queries.understanding import Understanding
from counterpoint.domain.matching.matches import Match


def answer_lines(
    answer: Answer, matches: list[Match], records: Mapping[str, Model]
) -> Iterator[str]:
    yield from _understood(answer.understanding)
    if answer.understanding.is_refused:
        yield _("Nothing was searched for. To search all the same, add --anyway.")
        return
    if not matches:
        yield _("Nothing matches. Say what should change, for whom and where.")
    for rank, match in enumerate(matches, 1):
        record = records.get(match.candidate.key)
        if record is not None:
            yield from _match(rank, match, record, answer.understanding)


def _understood(understanding: Understanding) -> Iterator[str]:
    for one in understanding.understood:
        words = ", ".join(dict.fromkeys(f"“{trigger.words}”" for trigger in one.triggers))
        yield _("Understood: %(name)s (%(words)s)") % {
            "name": one.concept.name,
            "words": words,
        }
    for place in understanding.statement.localities:
        yield _("Place: %(name)s") % {"name": place.name}
    if understanding.located.says:
        yield understanding.located.says
    for refusal in understanding.refusals:
        yield f"! “{refusal.words}”: {refusal.says} {refusal.instead}".rstrip()
    yield ""


def _match(
    rank: int, match: Match, record: Model, understanding: Understanding
) -> Iterator[str]:
    about = shown(record)
    yield f"{rank:>3}. {about.title}  [{match.candidate.kind} {about.identifier}]  {match.strength:.0%}"
    if about.facts:
        yield f"     {' · '.join(about.facts)}"
    for line in reason_lines(match, understanding.question.side):
        yield f"     {round(line.share * 100):>+4}  {line.criterion}: {line.bridge}"
    for flag in match.flags:
        yield f"      !   {flag_sentence(flag)}"
