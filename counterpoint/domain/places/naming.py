"""Names as they are compared: folded to small plain letters, and the other ways they are said."""

import re
import unicodedata
from collections.abc import Iterator

from counterpoint.domain.places.place import Kind, Place

WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*|&")
_SAME = {"&": "and", "saint": "st"}


def _plain_letters() -> dict[int, str]:
    """Accented Latin letters to their base letter: one for one, so that positions stay true."""
    plain = {ord("’"): "'", ord("‘"): "'"}
    for number in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(number))[0]
        if base.isascii() and base.isalpha():
            plain[number] = base.lower()
    return plain


_PLAIN = _plain_letters()


def fold(text: str) -> str:
    """Small letters without accents, each at the position it had."""
    small = text.lower()
    if small.isascii():
        return small
    if len(small) != len(text):  # 'İ' alone grows when made small
        small = "".join(letter.lower()[0] for letter in text)
    return small.translate(_PLAIN)


def plain_word(word: str) -> str:
    return _SAME.get(word, word.replace("'", ""))


def key(name: str) -> str:
    """What two spellings of one name have in common: 'St. Helens' and 'st helens'."""
    return " ".join(plain_word(word) for word in WORD.findall(fold(name)))


_BOARD = re.compile(r"^(?:NHS )?(?P<area>.+?) Integrated Care Board$")
_GROUP = re.compile(r"^NHS (?P<area>.+) CCG$")
_AUTHORITY = re.compile(r"^(?P<area>.+?) Combined (?:County )?Authority$")


def spoken_forms(place: Place) -> Iterator[str]:
    """The name and what people make of it: 'NHS Kent and Medway ICB', 'Kent and Medway ICS'."""
    yield place.name
    if match := _BOARD.match(place.name):
        area = match["area"]
        yield f"NHS {area}"
        for title in ("ICB", "ICS", "Integrated Care Board", "Integrated Care System"):
            yield f"NHS {area} {title}"
            yield f"{area} {title}"
        # One word alone ("Essex", "Devon") means the county.
        if " " in area:
            yield area
    elif match := _GROUP.match(place.name):
        for title in ("CCG", "Clinical Commissioning Group"):
            yield f"{match['area']} {title}"
            yield f"NHS {match['area']} {title}"
    elif place.kind is Kind.AUTHORITY and (match := _AUTHORITY.match(place.name)):
        yield f"{match['area']} CA"
        yield f"{match['area']} Mayoral Combined Authority"
