"""Small vocabularies for tests, and the real one read once."""

from functools import cache
from pathlib import Path

import yaml

from counterpoint.domain.vocabulary.concepts import (
    Audience,
    Concept,
    FalseFriend,
    Kind,
    Label,
    Serves,
    Verdict,
    Vocabulary,
)
from counterpoint.domain.vocabulary.crosswalk import Crosswalk
from counterpoint.domain.vocabulary.lexicon import Lexicon
from counterpoint.domain.vocabulary.parse import vocabulary_from_mappings

REPOSITORY = Path(__file__).resolve().parents[3]
ORDINARY_WORDS = REPOSITORY / "counterpoint" / "sources" / "words" / "ordinary_words.txt"


def label(text: str, audience: Audience = Audience.PUBLIC) -> Label:
    """A ? behind it makes it weak, cy: in front Welsh."""
    language = "cy" if text.startswith("cy:") else "en"
    return Label(text.removeprefix("cy:").rstrip("?"), audience, language, text.endswith("?"))


def concept(
    code: str,
    *labels: str,
    name: str = "",
    broader: str | None = None,
    related: tuple[str, ...] = (),
    serves: tuple[str, ...] = (),
) -> Concept:
    return Concept(
        code=code,
        kind=Kind(code.partition(".")[0]),
        name=name or f"The name of {code.replace('.', ' ')}",
        definition="Said in the test.",
        source="The test.",
        broader=broader,
        related=related,
        serves=tuple(Serves(one, f"source of {one}") for one in serves),
        labels=tuple(label(text) for text in labels),
    )


def friend(
    *patterns: str, verdict: Verdict = Verdict.REFUSE, unless: tuple[str, ...] = ()
) -> FalseFriend:
    return FalseFriend(
        code="friend.one",
        verdict=verdict,
        says="It means something else.",
        instead="Say what should change.",
        patterns=patterns,
        unless=unless,
    )


def vocabulary(*concepts: Concept, friends: tuple[FalseFriend, ...] = ()) -> Vocabulary:
    return Vocabulary(concepts, friends)


def lexicon(
    *concepts: Concept, ordinary: str = "", friends: tuple[FalseFriend, ...] = ()
) -> Lexicon:
    return Lexicon(vocabulary(*concepts, friends=friends), frozenset(ordinary.split()))


def understood(reader: Lexicon, text: str) -> dict[str, list[str]]:
    """Codes, each with the words that led to it."""
    return {
        one.concept.code: [trigger.words for trigger in one.triggers]
        for one in reader.read(text).understood
    }


@cache
def files_as_written() -> dict[str, object]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {
        path.name: yaml.load(path.read_text(encoding="utf-8"), loader)
        for path in sorted((REPOSITORY / "vocabularies").glob("*.yaml"))
    }


@cache
def real_vocabulary() -> Vocabulary:
    return vocabulary_from_mappings(files_as_written())


@cache
def real_lexicon() -> Lexicon:
    words = ORDINARY_WORDS.read_text(encoding="utf-8").split()
    return Lexicon(real_vocabulary(), frozenset(words))


@cache
def real_crosswalk() -> Crosswalk:
    return Crosswalk(real_vocabulary())
