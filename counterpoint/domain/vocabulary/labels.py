"""Every way in which a label may be written, as phrases of stems."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from counterpoint.domain.vocabulary import welsh
from counterpoint.domain.vocabulary.concepts import Audience, Concept, Label, Vocabulary
from counterpoint.domain.vocabulary.folding import HYPHENS, WORD, fold

# In front of an abbreviation that is also a word ("SEND", "IT"): found only in capitals.
CAPITALS = "="
SHORT = 3


class Spelled(NamedTuple):
    """A label of a concept, and the words it is compared by when it is found."""

    concept: Concept
    label: Label
    plain: tuple[str, ...]
    # A Welsh label made of letters that are English words too, like "plant" (children).
    wants_welsh: bool = False


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
    spelled = Spelled(concept, label, plain)
    if is_abbreviation_of_a_word(label.text, plain, ordinary):
        yield (CAPITALS + plain[0],), spelled
        return
    if label.language == "cy":
        spelled = spelled._replace(wants_welsh=all(one in ordinary for one in plain))
        for form in welsh.mutated(plain[0]):
            yield (fold(form).stem, *stems[1:]), spelled
    yield stems, spelled
    if len(words) > 1 and HYPHENS.search(label.text):
        closed = [fold(word) for word in WORD.findall(HYPHENS.sub("", label.text))]
        plain, stems = zip(*closed, strict=True)
        yield stems, spelled._replace(plain=plain)


def is_guarded(phrase: tuple[str, ...]) -> bool:
    """Whether the phrase is an abbreviation that is found only in capitals."""
    return phrase[0].startswith(CAPITALS)


def is_abbreviation_of_a_word(
    text: str, plain: tuple[str, ...], ordinary: Collection[str]
) -> bool:
    if len(plain) != 1 or not text.isupper() or not text.isalpha():
        return False
    return len(text) <= SHORT or plain[0] in ordinary
