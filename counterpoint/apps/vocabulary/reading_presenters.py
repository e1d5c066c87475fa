"""What a text was understood as, for the page that lets people try it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from counterpoint.apps.vocabulary.presenters import link
from counterpoint.apps.vocabulary.words import AUDIENCES, HOWS, KINDS, VOICES
from counterpoint.domain.vocabulary.reading import Reading, Refusal, Understood
from counterpoint.web.components import Link, Voice


@dataclass(frozen=True)
class Piece:
    """Part of the text: plain, or words that something was understood from."""

    text: str
    means: str = ""  # names of the concepts, empty for plain text


@dataclass(frozen=True)
class WordsLine:
    words: str
    label: str
    how: str | Promise
    said_by: str | Promise
    is_weak: bool


@dataclass(frozen=True)
class UnderstoodLine:
    link: Link
    kind: str | Promise
    voice: Voice
    strength: float
    words: tuple[WordsLine, ...]


@dataclass(frozen=True)
class TriedText:
    pieces: tuple[Piece, ...]
    understood: tuple[UnderstoodLine, ...]
    too_general: tuple[
        str, ...
    ]  # words that alone mean too many things to be shown as a meaning
    refusals: tuple[Refusal, ...]
    is_refused: bool


def tried(reading: Reading) -> TriedText:
    return TriedText(
        tuple(_pieces(reading)),
        tuple(_line(one) for one in reading.clear),
        _too_general(reading),
        reading.refusals,
        reading.is_refused,
    )


def _line(understood: Understood) -> UnderstoodLine:
    concept = understood.concept
    return UnderstoodLine(
        link(concept),
        KINDS[concept.kind],
        VOICES[concept.kind],
        understood.strength,
        tuple(
            WordsLine(
                trigger.words,
                trigger.label.text,
                HOWS[trigger.how],
                AUDIENCES.get(trigger.label.audience, ""),
                trigger.label.is_weak,
            )
            for trigger in understood.triggers
        ),
    )


def _too_general(reading: Reading) -> tuple[str, ...]:
    clear = {trigger.words for one in reading.clear for trigger in one.triggers}
    faint = sorted(
        (trigger.start, trigger.words) for one in reading.faint for trigger in one.triggers
    )
    return tuple(dict.fromkeys(words for _, words in faint if words not in clear))


def _pieces(reading: Reading) -> Iterator[Piece]:
    """Words that several concepts rest on are marked once, with the names of all of them."""
    spans = sorted(
        (trigger.start, trigger.end, one.concept.name)
        for one in reading.clear
        for trigger in one.triggers
    )
    place = 0
    while spans:
        start, end, _ = spans[0]
        names: dict[str, None] = {}
        while spans and spans[0][0] < end:
            _, last, name = spans.pop(0)
            end = max(end, last)
            names[name] = None
        if place < start:
            yield Piece(reading.text[place:start])
        yield Piece(reading.text[start:end], "; ".join(names))
        place = end
    if place < len(reading.text):
        yield Piece(reading.text[place:])
