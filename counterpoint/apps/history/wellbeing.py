"""What `counterpoint doctor` and the readiness address ask. Each app adds its own questions."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    part: str
    is_well: bool
    says: str
    advice: str = ""
    is_needed: bool = True  # False: the service still answers visitors without it


Question = Callable[[], Answer]
_QUESTIONS: list[Question] = []


def ask(question: Question) -> Question:
    _QUESTIONS.append(question)
    return question


def all_answers() -> list[Answer]:
    return [question() for question in _QUESTIONS]
