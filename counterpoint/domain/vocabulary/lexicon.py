"""From a text in anybody's words to the concepts it speaks of, each with the words that say so."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from counterpoint.domain.vocabulary import ages, welsh
from counterpoint.domain.vocabulary.abbreviations import is_guarded
from counterpoint.domain.vocabulary.concepts import Audience, Concept, Kind, Label, Vocabulary
from counterpoint.domain.vocabulary.false_friends import FalseFriends
from counterpoint.domain.vocabulary.folding import BREAKS, Token, tokens
from counterpoint.domain.vocabulary.labels import Spelled, all_labels, ways_to_write
from counterpoint.domain.vocabulary.negation import is_ruled_out, rules_nothing_out
from counterpoint.domain.vocabulary.other_readings import OtherReadings
from counterpoint.domain.vocabulary.phrases import Found, Phrases
from counterpoint.domain.vocabulary.reading import How, Reading, Trigger, Understood
from counterpoint.domain.vocabulary.strength import WEIGHTS, strength


class Spoken(NamedTuple):
    """A label found in a text; `start` and `end` count words."""

    start: int
    end: int
    concept: Concept
    label: Label
    how: How
    may_hold: str = ""  # signs that do not break it


class Lexicon:
    """`ordinary` holds words that are right as they stand: they are never taken for slips."""

    def __init__(
        self, vocabulary: Vocabulary, ordinary: Collection[str] = frozenset()
    ) -> None:
        self._phrases: Phrases[Spelled] = Phrases()
        self._friends = FalseFriends(vocabulary.friends)
        self._by_age = {code: one for code in ages.BANDS if (one := vocabulary.get(code))}
        known = dict(self._friends.words)
        meant = set(known)
        for concept, label in all_labels(vocabulary):
            for phrase, spelled in ways_to_write(concept, label, ordinary):
                self._phrases.add(phrase, spelled)
                if is_guarded(phrase):
                    known[phrase[0]] = phrase[0]
                    continue
                known.update(zip(spelled.plain, phrase, strict=True))
                if _may_be_meant(label):
                    meant.update(spelled.plain)
        self._other_readings = OtherReadings(known, meant, ordinary)

    def read(self, text: str) -> Reading:
        words = tokens(text)
        others = self._other_readings.of(text, words)
        found = self._phrases.find([word.stem for word in words], others.steps)
        spoken = [*_unbroken(text, words, _spoken(found, words)), *self._ages(text, words)]
        said = _without_ruled_out(text, words, longest(spoken))
        return Reading(
            text=text,
            understood=_understood(text, words, said),
            refusals=self._friends.refusals(text, words, others.plain),
        )

    def _ages(self, text: str, words: Sequence[Token]) -> Iterator[Spoken]:
        for mention in ages.mentions(text):
            start = bisect_left(words, mention.start, key=lambda word: word.end - 1)
            end = bisect_left(words, mention.end, key=lambda word: word.start)
            label = Label(text[mention.start : mention.end], Audience.PUBLIC)
            concept = self._by_age.get(ages.population(mention.ages) or "")
            if concept:
                yield Spoken(start, end, concept, label, How.EXACT)


def _may_be_meant(label: Label) -> bool:
    """Not a misspelling kept as such, nor a Welsh word in what is most likely English."""
    return label.language == "en" and label.audience is not Audience.HIDDEN


def _spoken(found: Iterable[Found[Spelled]], words: Sequence[Token]) -> Iterator[Spoken]:
    plain = tuple(word.plain for word in words)
    is_welsh: bool | None = None
    for one in found:
        spelled = one.meaning
        if spelled.wants_welsh:
            if is_welsh is None:
                is_welsh = welsh.is_welsh(plain)
            if not is_welsh:
                continue
        how = _how(one, plain)
        if how is How.EXACT or not spelled.only_as_written:
            yield Spoken(
                one.start, one.end, spelled.concept, spelled.label, how, spelled.may_hold
            )


def _how(found: Found[Spelled], plain: Sequence[str]) -> How:
    if found.is_corrected:
        return How.SPELLING
    if found.is_rejoined or plain[found.start : found.end] == found.meaning.plain:
        return How.EXACT
    return How.STEM


def _unbroken(text: str, words: Sequence[Token], spoken: Iterable[Spoken]) -> Iterator[Spoken]:
    """Without phrases that run across the end of a sentence or of a part of one."""
    signs = [(found.start(), found[0]) for found in BREAKS.finditer(text)]
    for one in spoken:
        if one.end - one.start == 1 or not signs:
            yield one
            continue
        first = bisect_left(signs, (words[one.start].end,))
        last = bisect_left(signs, (words[one.end - 1].start,), first)
        if first == last or all(sign in one.may_hold for _, sign in signs[first:last]):
            yield one


def longest(spoken: Iterable[Spoken]) -> list[Spoken]:
    """Without the labels that stand inside a longer one of the same kind of concept.

    Labels of different kinds both speak ("dementia choir": a condition, an activity), and so do
    labels that only overlap. A longer label silences even where it is weak itself: whatever
    "youth worker" means here, "youth" in it does not mean the young.
    """
    kept = []
    reaching: dict[Kind, list[Spoken]] = defaultdict(list)
    for one in sorted(spoken, key=lambda one: (one.start, -one.end)):
        kind = one.concept.kind
        # Whatever holds this one began no later and has not ended yet.
        reaching[kind] = [other for other in reaching[kind] if other.end > one.start]
        if not any(_silences(other, one) for other in reaching[kind]):
            kept.append(one)
        reaching[kind].append(one)
    return kept


def _silences(longer: Spoken, one: Spoken) -> bool:
    return one.end <= longer.end and longer.end - longer.start > one.end - one.start


def _without_ruled_out(
    text: str, words: Sequence[Token], spoken: Iterable[Spoken]
) -> list[Spoken]:
    if rules_nothing_out(word.plain for word in words):
        return list(spoken)
    ends: set[int] = set()
    said = []
    for one in spoken:
        if is_ruled_out(text, words, one.start, one.concept.kind, ends):
            ends.add(one.end)
        else:
            said.append(one)
    return said


def _understood(
    text: str, words: Sequence[Token], spoken: Iterable[Spoken]
) -> tuple[Understood, ...]:
    by_concept: dict[str, list[Spoken]] = defaultdict(list)
    for one in spoken:
        by_concept[one.concept.code].append(one)
    understood = [_one_understood(text, words, together) for together in by_concept.values()]
    return tuple(sorted(understood, key=lambda one: (-one.strength, one.triggers[0].start)))


def _one_understood(text: str, words: Sequence[Token], spoken: Sequence[Spoken]) -> Understood:
    if len(spoken) == 1:
        (one,) = spoken
        trigger = _trigger(text, words[one.start], words[one.end - 1], one)
        return Understood(one.concept, strength((trigger,)), (trigger,))
    best: dict[tuple[int, int], Spoken] = {}
    for one in spoken:
        place = (one.start, one.end)
        if place not in best or WEIGHTS[one.how] > WEIGHTS[best[place].how]:
            best[place] = one
    triggers = tuple(
        _trigger(text, words[start], words[end - 1], best[start, end])
        for start, end in sorted(best)
    )
    return Understood(spoken[0].concept, strength(triggers), triggers)


def _trigger(text: str, first: Token, last: Token, spoken: Spoken) -> Trigger:
    return Trigger(
        words=text[first.start : last.end],
        start=first.start,
        end=last.end,
        label=spoken.label,
        how=spoken.how,
    )
