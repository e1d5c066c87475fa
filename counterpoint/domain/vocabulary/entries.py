"""One entry of a vocabulary file, read field by field; what does not fit becomes a fault."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from counterpoint.domain.vocabulary.faults import Fault

Choice = TypeVar("Choice", bound=StrEnum)

YEARS = range(1900, 2101)


class Entry:
    def __init__(
        self, fields: Mapping[str, object], file: str, code: str, faults: list[Fault]
    ):
        self.fields = fields
        self.file = file
        self.code = code
        self.faults = faults

    def fault(self, field: str, problem: str, advice: str) -> None:
        self.faults.append(Fault(self.file, self.code, field, problem, advice))

    def expect_only(self, known: Iterable[str]) -> None:
        known = sorted(known)
        for field in self.fields:
            if field not in known:
                self.fault(
                    str(field),
                    "There is no such field.",
                    f"Use one of: {', '.join(known)}.",
                )

    def text(self, field: str, *, is_required: bool = False, longest: int = 0) -> str:
        value = self.fields.get(field)
        if value is None or value == "":
            if is_required:
                self.fault(field, "It is missing.", "Write it in.")
            return ""
        if not isinstance(value, str):
            self.fault(field, f"{value!r} is not text.", "Put it in quotation marks.")
            return ""
        text = " ".join(value.split())
        if longest and len(text) > longest:
            self.fault(field, f"It has {len(text)} characters.", f"{longest} is the most.")
        return text

    def texts(self, field: str) -> tuple[str, ...]:
        """The texts of a list; a single text stands for a list of one."""
        value = self.fields.get(field)
        if value is None:
            return ()
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list):
            self.fault(field, "It is not a list.", "Write [one, two], or - before each line.")
            return ()
        return tuple(text for one in value if (text := self._one_text(field, one)))

    def _one_text(self, field: str, value: object) -> str:
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        # YAML reads no, yes, on, off, 16 and 2014 as something other than words.
        self.fault(field, f"{value!r} is not text.", "Put it in quotation marks.")
        return ""

    def choice(self, field: str, choices: type[Choice]) -> Choice | None:
        written = self.text(field, is_required=True)
        if not written:
            return None
        try:
            return choices(written)
        except ValueError:
            known = ", ".join(choices)
            self.fault(field, f"“{written}” is not known.", f"Use one of: {known}.")
            return None

    def year(self, field: str) -> int | None:
        value = self.fields.get(field)
        if value is None:
            return None
        if isinstance(value, int) and value in YEARS:
            return value
        self.fault(
            field, f"{value!r} is not a year.", "Write four figures, for instance 2013."
        )
        return None

    def parts(self, field: str) -> tuple["Entry", ...]:
        """The mappings of a list, each read as an entry of the same concept."""
        value = self.fields.get(field) or []
        if not isinstance(value, list):
            self.fault(field, "It is not a list.", "Put - before each entry.")
            return ()
        return tuple(part for one in value if (part := self.part(field, one)))

    def part(self, field: str, value: object) -> "Entry | None":
        if isinstance(value, dict):
            return Entry(value, self.file, self.code, self.faults)
        self.fault(field, f"{value!r} has no fields.", "Write it as {name: value, ...}.")
        return None
