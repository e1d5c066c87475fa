"""An organisation's own earlier words that would answer a question."""

import re
from collections.abc import Iterable

from counterpoint.apps.commissioning.models import Application, Question, SavedAnswer
from counterpoint.apps.directory.models import Organisation

_WORD = re.compile(r"[a-z0-9]+")
# Words that every question has and none is about.
_COMMON = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "can",
        "do",
        "does",
        "for",
        "how",
        "in",
        "is",
        "of",
        "or",
        "the",
        "to",
        "we",
        "what",
        "who",
        "will",
        "with",
        "you",
        "your",
    ]
)
ENOUGH_ALIKE = 0.5
MOST_OFFERED = 3


def same_question(text: str) -> str:
    """Two questions are the same when they differ only in case, marks and spaces."""
    return " ".join(_WORD.findall(text.lower()))


def alike(one: str, other: str) -> float:
    """Shared words of all their words: 1 for the same question."""
    mine, theirs = _words(one), _words(other)
    together = mine | theirs
    return len(mine & theirs) / len(together) if together else 0.0


def saved_answers(organisation: Organisation) -> list[SavedAnswer]:
    return list(organisation.saved_answers.all())


def offered_for(question: Question, saved: Iterable[SavedAnswer]) -> list[SavedAnswer]:
    """Those whose question was alike, the most alike first."""
    scored = [(alike(one.title, question.text), one) for one in saved]
    found = [(score, one) for score, one in scored if score >= ENOUGH_ALIKE]
    found.sort(key=lambda pair: -pair[0])
    return [one for _score, one in found[:MOST_OFFERED]]


def answers_to_keep(application: Application) -> dict[str, str]:
    """By the words of the question what was answered in words."""
    rows = application.answers.filter(question__kind__in=("long", "short"))
    pairs = rows.values_list("question__text", "value")
    return {text: value for text, value in pairs if str(value).strip()}


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _COMMON
