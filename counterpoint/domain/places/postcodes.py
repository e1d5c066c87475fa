"""UK postcodes as people write them.

Shapes: Royal Mail, PAF Programmers' Guide, edition 7 (2015), "Postcode formats"; the letters that
cannot follow come from the same guide. A postcode of the right shape may still not exist.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    SIGNS = "signs"  # something that is neither letter nor figure
    LETTER_O_FOR_0 = "letter_o_for_0"
    LETTER_I_FOR_1 = "letter_i_for_1"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"


class MalformedPostcode(ValueError):
    def __init__(self, written: str, fault: Fault, meant: str = "") -> None:
        super().__init__(written, fault)
        self.written = written
        self.fault = fault
        self.meant = meant  # what was probably meant, where that is plain


@dataclass(frozen=True, slots=True)
class Postcode:
    outward: str
    inward: str = ""  # empty for the first half alone: "CT9"

    def __str__(self) -> str:
        return f"{self.outward} {self.inward}".strip()

    @property
    def is_whole(self) -> bool:
        return bool(self.inward)

    @property
    def compact(self) -> str:
        return self.outward + self.inward


_FIRST = "A-PR-UWYZ"
_SECOND = "A-HK-Y"
OUTWARD = (
    rf"(?:[{_FIRST}][0-9][0-9]?|[{_FIRST}][{_SECOND}][0-9][0-9]?"
    rf"|[{_FIRST}][0-9][A-HJKPSTUW]|[{_FIRST}][{_SECOND}][0-9][ABEHMNPRVWXY]|GIR(?=\s*0AA))"
)
INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}"
_OUTWARD = re.compile(OUTWARD.replace(r"(?=\s*0AA)", ""))
_INWARD = re.compile(INWARD)
_IN_TEXT = re.compile(rf"(?<![A-Z0-9])({OUTWARD})(?:\s{{0,2}}({INWARD}))?(?![A-Z0-9])")
_LETTERS_FOR_FIGURES = (("O", "0", Fault.LETTER_O_FOR_0), ("I", "1", Fault.LETTER_I_FOR_1))
_LONGEST, _SHORTEST_WHOLE, _INWARD_LENGTH = 7, 5, 3


def parse(written: str) -> Postcode:
    """The postcode, or its first half alone; refused with what is wrong and what was meant."""
    joined = re.sub(r"[\s.\-]", "", written).upper()
    _check_signs(written, joined)
    halves = written.upper().split()
    if len(halves) == 2 and _OUTWARD.fullmatch(halves[0]) and len(halves[1]) < _INWARD_LENGTH:
        raise MalformedPostcode(written, Fault.SECOND_HALF)
    if _OUTWARD.fullmatch(joined):
        return Postcode(joined)
    if len(joined) < _SHORTEST_WHOLE:
        raise MalformedPostcode(written, Fault.TOO_SHORT)
    if len(joined) > _LONGEST:
        raise MalformedPostcode(written, Fault.TOO_LONG)
    outward, inward = joined[:-_INWARD_LENGTH], joined[-_INWARD_LENGTH:]
    if _OUTWARD.fullmatch(outward) and _INWARD.fullmatch(inward):
        return Postcode(outward, inward)
    raise _explained(written, outward, inward)


def is_postcode_like(written: str) -> bool:
    """Whether somebody who typed this probably meant a postcode rather than a name."""
    joined = re.sub(r"[\s.\-]", "", written)
    has_figures = any(sign.isdigit() for sign in joined)
    return has_figures and len(joined) <= _LONGEST + 1 and joined[:1].isalpha()


def find(text: str) -> Iterator[tuple[int, int, Postcode]]:
    """Whole postcodes in any case, first halves only in capitals: 'm1' is too often a road."""
    for match in _IN_TEXT.finditer(text.upper() if text.isascii() else text):
        outward, inward = match.group(1), match.group(2) or ""
        if inward or text[match.start() : match.end()].isupper():
            yield match.start(), match.end(), Postcode(outward, inward)


def _check_signs(written: str, joined: str) -> None:
    if not joined:
        raise MalformedPostcode(written, Fault.EMPTY)
    if not (joined.isascii() and joined.isalnum()):
        raise MalformedPostcode(written, Fault.SIGNS)


def _explained(written: str, outward: str, inward: str) -> MalformedPostcode:
    """A letter for a figure is looked for only where there are other figures: 'POOLE' has none."""
    has_figures = any(sign.isdigit() for sign in outward + inward)
    for letter, figure, fault in _LETTERS_FOR_FIGURES if has_figures else ():
        mended_outward = outward[:1] + outward[1:].replace(letter, figure)
        mended_inward = inward[:1].replace(letter, figure) + inward[1:]
        for halves in (
            (mended_outward, inward),
            (outward, mended_inward),
            (mended_outward, mended_inward),
        ):
            if _OUTWARD.fullmatch(halves[0]) and _INWARD.fullmatch(halves[1]):
                return MalformedPostcode(written, fault, " ".join(halves))
    wrong_half = Fault.FIRST_HALF if not _OUTWARD.fullmatch(outward) else Fault.SECOND_HALF
    return MalformedPostcode(written, wrong_half)
