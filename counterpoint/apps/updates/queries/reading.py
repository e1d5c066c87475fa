"""News as the values that choosing needs: read once for all subscribers of a run."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterpoint.apps.history.news import Piece, news_kinds
from counterpoint.apps.matching.queries.documents.making import Maker
from counterpoint.apps.matching.queries.documents.stored import Facts, candidate
from counterpoint.apps.matching.queries.localities import localities
from counterpoint.apps.updates.models import News
from counterpoint.domain.matching.engine import Hit
from counterpoint.domain.matching.statement import Candidate, Side, Term
from counterpoint.domain.matching.understanding import facets_of
from counterpoint.domain.updates.interests import Told


@dataclass(frozen=True)
class Item:
    """A record that has news, with all that is new of it in a window."""

    told: Told
    piece: Piece | None  # None: it is not public any more
    candidate: Candidate | None


@dataclass(frozen=True)
class Line:
    number: int
    key: str
    kind: str
    event: str


class Newsreader:
    """Holds the records behind the news of a run; asks for each kind once."""

    def __init__(self, lines: Iterable[News]) -> None:
        self._maker = Maker()
        self._places = localities()
        self.lines: Sequence[Line] = [
            Line(one.pk, one.key, one.kind, one.event) for one in lines
        ]
        numbers: dict[str, set[int]] = defaultdict(set)
        for line in self.lines:
            numbers[line.kind].add(int(line.key.partition(":")[2]))
        self._pieces = {
            f"{kind}:{number}": piece
            for kind, wanted in numbers.items()
            if kind in news_kinds()
            for number, piece in news_kinds()[kind].pieces(wanted).items()
        }
        self._items: dict[tuple[str, bool], Item] = {}
        self._candidates: dict[str, Candidate] = {}

    def item(self, line: Line, *, is_first: bool) -> Item:
        known = self._items.get((line.key, is_first))
        if known is None:
            known = self._items[line.key, is_first] = self._read(line, is_first)
        return known

    def keys(self, kind: str) -> frozenset[str]:
        """Of the records of a kind that have news and are public."""
        return frozenset(key for key in self._pieces if key.startswith(f"{kind}:"))

    def candidate(self, key: str) -> Candidate:
        """As it would stand in the index, read from the record itself."""
        if key not in self._candidates:
            line = Line(0, key, key.partition(":")[0], "")
            self._candidates[key] = self._candidate(self._facts(line, self._pieces[key]))
        return self._candidates[key]

    def term(self, code: str) -> tuple[Term, ...]:
        concept = self._maker.meaning.vocabulary.get(code)
        return (Term(code, concept.kind.value, concept.name),) if concept else ()

    def terms(self, words: str) -> tuple[Term, ...]:
        return self._maker.terms(self._maker.read(words))

    def _read(self, line: Line, is_first: bool) -> Item:
        piece = self._pieces.get(line.key)
        if piece is None:
            return Item(Told(line.key, line.kind, is_first=False), None, None)
        facts = self._facts(line, piece)
        concepts = {
            code
            for codes in facets_of(facts.terms, self._maker.meaning).values()
            for code in codes
        }
        organisation = piece.organisation_id
        told = Told(
            key=line.key,
            kind=line.kind,
            is_first=is_first,
            concepts=frozenset(concepts),
            places=frozenset(self._with_wider(piece.places)),
            related=frozenset({f"organisation:{organisation}"} if organisation else ()),
        )
        return Item(told, piece, self._candidate(facts))

    def _facts(self, line: Line, piece: Piece) -> Facts:
        return Facts(
            kind=line.kind,
            number=int(line.key.partition(":")[2]),
            side=Side.NEED if piece.side == "need" else Side.OFFER,
            title=piece.title,
            text=piece.text,
            terms=self._maker.terms(self._maker.read(piece.text), piece.tags),
            places=tuple((code, None, None) for code in piece.places),
        )

    def _candidate(self, facts: Facts) -> Candidate:
        document = self._maker.document(facts)
        hit = Hit(document.key, document.stored, 0.0)
        return candidate(hit, self._maker.meaning, self._places, facts.side)

    def _with_wider(self, codes: Iterable[str]) -> Iterable[str]:
        for code in codes:
            yield code
            place = self._places.of_code(code)
            yield from place.within if place else ()
