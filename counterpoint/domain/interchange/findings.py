"""What was found wrong with a row: where, in which words, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from counterpoint.domain.interchange.faults import Fault


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on one cell. The reader does not know the sheet; whoever walks it does."""

    fault: Fault
    row: int = 0
    column: str = ""
    value: str = ""
    more: Mapping[str, str] = field(default_factory=dict)
    is_refusal: bool = False

    @property
    def words(self) -> dict[str, str]:
        """Everything that the sentences of the fault may mention."""
        return {"column": self.column, "value": self.value, **self.more}

    @property
    def reason(self) -> str:
        return self.fault.reason.format_map(self.words)

    @property
    def advice(self) -> str:
        return self.fault.advice.format_map(self.words)


class ValueRefused(Exception):
    """A single value that cannot be read; the reader adds the row and the column."""

    def __init__(self, fault: Fault, value: object, **more: str) -> None:
        self.fault = fault
        self.value = shown(value)
        self.more = more
        super().__init__(fault.code)


def refused(
    fault: Fault, *, row: int, column: str = "", value: object = "", **more: str
) -> Finding:
    """The row is left out."""
    return Finding(fault, row, column, shown(value), more, is_refusal=True)


def warned(
    fault: Fault, *, row: int, column: str = "", value: object = "", **more: str
) -> Finding:
    """The row is kept; somebody should know."""
    return Finding(fault, row, column, shown(value), more)


LONGEST_SHOWN = 200


def shown(value: object) -> str:
    """A value as a report may show it: one line, not endless."""
    text = " ".join(str(value).split()) if value is not None else ""
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
