"""Whether concepts fit together: every code is known once, the tree is a tree, ways serve ends."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from counterpoint.domain.vocabulary.concepts import SERVED_KINDS, SERVING_KINDS, Concept
from counterpoint.domain.vocabulary.faults import Fault


def faults_between(concepts: Iterable[tuple[str, Concept]]) -> Iterator[Fault]:
    """Takes each concept with the file it stands in."""
    placed = tuple(concepts)
    known = {concept.code: concept for _, concept in placed}
    times = Counter(concept.code for _, concept in placed)
    for file, concept in placed:
        if times[concept.code] > 1:
            yield Fault(
                file,
                concept.code,
                "code",
                f"It is used {times[concept.code]} times.",
                "Give each concept a code of its own.",
            )
        for field, problem, advice in (
            *_about_broader(concept, known),
            *_about_related(concept, known),
            *_about_serves(concept, known),
        ):
            yield Fault(file, concept.code, field, problem, advice)


Finding = tuple[str, str, str]


def _about_broader(concept: Concept, known: Mapping[str, Concept]) -> Iterator[Finding]:
    if not concept.broader:
        return
    broader = known.get(concept.broader)
    if broader is None:
        yield (
            "broader",
            f"“{concept.broader}” is not in the vocabulary.",
            "Write a code that is.",
        )
    elif broader.kind != concept.kind:
        yield (
            "broader",
            f"“{concept.broader}” is of another kind.",
            "Use related or serves to connect different kinds.",
        )
    elif concept.code in _above(concept, known):
        yield "broader", "It comes back to itself.", "Take one of the steps of the circle out."


def _above(concept: Concept, known: Mapping[str, Concept]) -> list[str]:
    """The codes above a concept, up to the top or to the first that comes back."""
    codes: list[str] = []
    above = concept.broader
    while above is not None and above in known and above not in codes:
        codes.append(above)
        above = known[above].broader
    return codes


def _about_related(concept: Concept, known: Mapping[str, Concept]) -> Iterator[Finding]:
    for code in concept.related:
        if code == concept.code:
            yield "related", "It is related to itself.", "Take it out."
        elif code not in known:
            yield "related", f"“{code}” is not in the vocabulary.", "Write a code that is."


def _about_serves(concept: Concept, known: Mapping[str, Concept]) -> Iterator[Finding]:
    if concept.serves and concept.kind not in SERVING_KINDS:
        yield (
            "serves",
            f"A concept of the kind {concept.kind} serves nothing.",
            f"Only {', '.join(sorted(SERVING_KINDS))} may; use related.",
        )
    for served in concept.serves:
        other = known.get(served.code)
        if other is None:
            yield (
                "serves",
                f"“{served.code}” is not in the vocabulary.",
                "Write a code that is.",
            )
        elif other.kind not in SERVED_KINDS:
            yield (
                "serves",
                f"“{served.code}” is not commissioned for: it is a {other.kind}.",
                f"Only {', '.join(sorted(SERVED_KINDS))} are served; use related.",
            )
