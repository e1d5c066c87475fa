"""A social-value question counts only if it is scored: with a weight, and about a change.

Any department may ask one. A waste tender in Kent carried a scored question, and arts were then
bought through the waste providers.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

WHOLE = Decimal(100)


class Remark(StrEnum):
    NOT_ASKED = "not_asked"
    NOT_SCORED = "not_scored"
    WEIGHT_WITHOUT_QUESTION = "weight_without_question"
    NO_OUTCOME = "no_outcome"


@dataclass(frozen=True, slots=True)
class SocialValue:
    question: str
    weight: Decimal | None  # per cent of the whole score
    names_outcome: bool

    @property
    def is_scored(self) -> bool:
        return bool(self.question and self.weight)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        if not self.question:
            return (Remark.WEIGHT_WITHOUT_QUESTION if self.weight else Remark.NOT_ASKED,)
        found = {
            Remark.NOT_SCORED: not self.weight,
            Remark.NO_OUTCOME: not self.names_outcome,
        }
        return tuple(remark for remark, holds in found.items() if holds)
