"""Every way in which a label may be written, as phrases of stems."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from counterpoint.domain.vocabulary import welsh
from counterpoint.domain.vocabulary.abbreviations import CAPITALS, is_abbreviation
from counterpoint.domain.vocabulary.concepts import Audience, Concept, Label, Vocabulary
from counterpoint.domain.vocabulary.folding import BREAKS, HYPHENS, WORD, fold

LISTING = frozenset({"and", "or"})


class Spelled(NamedTuple):
    """A label of a concept, and the words it is compared by when it is found."""

    concept: Concept
    label: Label
    plain: tuple[str, ...]
    # Other forms of the words mean something else: one ambiguous word ("making" is not "make",
    # nor is "company" "companies"), or Welsh words, which an English stemmer does not know.
    only_as_written: bool = False
    # A Welsh label made of letters that are English words too, like "plant" (children).
    wants_welsh: bool = False
    # Signs that may stand between its words without breaking it.
    may_hold: str = ""


def all_labels(vocabulary: Vocabulary) -> Iterator[tuple[Concept, Label]]:
    """The labels of every concept, its name among them."""
    for concept in vocabulary:
        yield from ((concept, label) for label in concept.labels)
        if not any(
            label.text.casefold() == concept.name.casefold() for label in concept.labels
        ):
            yield concept, Label(concept.name, Audience.PUBLIC)


def ways_to_write(
    concept: Concept, label: Label, ordinary: Collection[str]
) -> Iterator[tuple[tuple[str, ...], Spelled]]:
    words = [fold(word) for word in WORD.findall(label.text)]
    if not words:
        return
    plain, stems = zip(*words, strict=True)
    spelled = Spelled(
        concept,
        label,
        plain,
        only_as_written=label.is_weak and len(plain) == 1,
        may_hold=_may_hold(label.text, plain) if len(plain) > 1 else "",
    )
    if is_abbreviation(label.text, plain, ordinary):
        yield (CAPITALS + plain[0],), spelled
        return
    if label.language == "cy":
        yield from _welsh_ways(spelled, stems, ordinary)
        return
    yield stems, spelled
    if len(words) > 1 and HYPHENS.search(label.text):
        yield from _closed_up(spelled)


def _may_hold(text: str, plain: tuple[str, ...]) -> str:
    """What the label holds itself; and what lists things is written with commas or without."""
    signs = "".join(mark[0] for mark in BREAKS.findall(text))
    return signs if LISTING.isdisjoint(plain) else signs + ","


def _welsh_ways(
    spelled: Spelled, stems: tuple[str, ...], ordinary: Collection[str]
) -> Iterator[tuple[tuple[str, ...], Spelled]]:
    first, *rest = spelled.plain
    for form in (first, *welsh.mutated(first)):
        plain = (form, *rest)
        yield (
            (fold(form).stem, *stems[1:]),
            spelled._replace(
                plain=plain,
                only_as_written=True,
                wants_welsh=all(word in ordinary for word in plain),
            ),
        )


def _closed_up(spelled: Spelled) -> Iterator[tuple[tuple[str, ...], Spelled]]:
    """co-production as coproduction; but 0-4 is not 04."""
    words = [fold(word) for word in WORD.findall(HYPHENS.sub("", spelled.label.text))]
    plain, stems = zip(*words, strict=True)
    if not any(word[0].isdigit() for word in plain):
        yield stems, spelled._replace(plain=plain)
