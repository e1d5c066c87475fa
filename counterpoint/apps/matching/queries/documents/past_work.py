"""What published awards say that an organisation has done: its track record."""

from collections.abc import Iterable

from counterpoint.apps.directory.models import Award
from counterpoint.domain.matching.statement import PastWork, Term

# The latest are read; a funder's regular client has hundreds that say the same.
MOST_AWARDS = 40
MOST_CONCEPTS = 24
_SPOKEN_OF = ("outcome", "condition", "population", "activity", "art_form", "setting")


class TrackRecord:
    """Gathers what the awards of one organisation say, the latest first."""

    def __init__(self) -> None:
        self.by_code: dict[str, PastWork] = {}

    def add(self, award: Award, terms: Iterable[Term]) -> None:
        for term in terms:
            if term.kind in _SPOKEN_OF and not term.is_hint and term.strength >= 0.5:
                self._count(award, term)

    def _count(self, award: Award, term: Term) -> None:
        known = self.by_code.get(term.code)
        if known is None:
            self.by_code[term.code] = PastWork(
                1,
                award.title,
                award.funder.name,
                award.awarded_on.year if award.awarded_on else None,
                award.get_absolute_url(),
            )
        else:
            self.by_code[term.code] = PastWork(
                known.count + 1, known.title, known.funder, known.year, known.url
            )

    def commonest(self) -> dict[str, PastWork]:
        ordered = sorted(self.by_code.items(), key=lambda pair: (-pair[1].count, pair[0]))
        return dict(ordered[:MOST_CONCEPTS])
