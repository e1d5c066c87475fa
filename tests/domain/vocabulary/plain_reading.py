"""The lexicon's rules written down plainly and slowly: every label is looked for everywhere."""

from counterpoint.domain.vocabulary.concepts import Vocabulary
from counterpoint.domain.vocabulary.folding import stems, tokens
from counterpoint.domain.vocabulary.labels import all_labels


def concepts_said(vocabulary: Vocabulary, text: str) -> dict[str, set[tuple[int, int]]]:
    """Codes, each with the spans of characters that say it. For texts without slips,
    hyphens, ages and negations, and labels without capitals."""
    words = tokens(text)
    found = [
        (place, place + len(wanted), concept)
        for concept, label in all_labels(vocabulary)
        if (wanted := stems(label.text))
        for place in range(len(words) - len(wanted) + 1)
        if tuple(word.stem for word in words[place : place + len(wanted)]) == wanted
    ]
    said: dict[str, set[tuple[int, int]]] = {}
    for start, end, concept in found:
        is_inside_a_longer = any(
            other_start <= start
            and end <= other_end
            and other_end - other_start > end - start
            and other.kind == concept.kind
            for other_start, other_end, other in found
        )
        if not is_inside_a_longer:
            span = (words[start].start, words[end - 1].end)
            said.setdefault(concept.code, set()).add(span)
    return said
