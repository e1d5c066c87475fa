"""Words made comparable: one case, no accents, British spelling, and a stem beside.

Labels and texts are folded by the same rules, so a rule need not be right for every word it
touches; it must only not make one word of two that mean different things.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from counterpoint.domain.vocabulary.stemming import stem

# As typed, as set, as some keyboards and telephones write them.
APOSTROPHES = "'\u2019\u02bc\u2018`\u00b4"
HYPHEN_SIGNS = "-\u2010\u2011"
DASHES = "\u2013\u2014"
WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
HYPHENS = re.compile(rf"(?<=\w)[{HYPHEN_SIGNS}](?=\w)")
STOP = re.compile(r"[.;:!?\n]")
# What no phrase runs across. Inside 1.5 or arts.org.uk a sign breaks nothing.
BREAKS = re.compile(r"[,;:](?=\D)|[.!?](?=\s)")
# What NFKD leaves alone, since in some languages these are letters of their own.
LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ł": "l", "ð": "d", "þ": "th"}
)

# American to British, at the start of a word.
AMERICAN_STARTS = {
    "anem": "anaem",
    "archeolog": "archaeolog",
    "artifact": "artefact",
    "behavior": "behaviour",
    "center": "centre",
    "color": "colour",
    "counselor": "counsellor",
    "diarrhea": "diarrhoea",
    "endeavor": "endeavour",
    "enrollment": "enrolment",
    "favor": "favour",
    "fiber": "fibre",
    "flavor": "flavour",
    "fulfillment": "fulfilment",
    "gynecolog": "gynaecolog",
    "harbor": "harbour",
    "hemo": "haemo",
    "honor": "honour",
    "humor": "humour",
    "jewelry": "jewellery",
    "judgment": "judgement",
    "labor": "labour",
    "leukemi": "leukaemi",
    "neighbor": "neighbour",
    "orthopedic": "orthopaedic",
    "pediatric": "paediatric",
    "rumor": "rumour",
    "savor": "savour",
    "skillful": "skilful",
    "theater": "theatre",
    "traveler": "traveller",
    "tumor": "tumour",
}
AMERICAN_START = re.compile("|".join(sorted(AMERICAN_STARTS, key=len, reverse=True)))
AMERICAN_WORDS = {
    "aging": "ageing",
    "catalog": "catalogue",
    "centered": "centred",
    "cozy": "cosy",
    "defense": "defence",
    "dialog": "dialogue",
    "gray": "grey",
    "licence": "license",  # noun and verb made one
    "math": "maths",
    "mom": "mum",
    "moms": "mums",
    "mold": "mould",
    "offense": "offence",
    "practise": "practice",  # noun and verb made one
    "practised": "practiced",
    "practising": "practicing",
    "program": "programme",
    "programs": "programmes",
    "skeptical": "sceptical",
}
# -ize, -yze and their forms, but not the words in which the z belongs to the root.
IZE = re.compile(r"(?<=[a-z]{3})([iy])z(e[ds]?|ing|ers?|ations?|ational)$")
ROOT_Z = re.compile("(?:(?:over|down|re)?siz|priz|seiz|capsiz|maiz|baiz)")


class Folded(NamedTuple):
    plain: str
    stem: str


class Token(NamedTuple):
    """A word of a text: where it stands, and what it is compared by."""

    start: int
    end: int
    written: str
    plain: str
    stem: str


@lru_cache(maxsize=65_536)
def fold(word: str) -> Folded:
    """One word without case, accent, apostrophe or American spelling, and its stem."""
    plain = word.casefold()
    if not plain.isascii():
        plain = _without_accents(plain)
    if not plain.isalnum():
        plain = _without_apostrophe(plain)
    plain = _in_british_spelling(plain)
    return Folded(plain, stem(plain))


def tokens(text: str) -> list[Token]:
    return [
        Token(found.start(), found.end(), found[0], *fold(found[0]))
        for found in WORD.finditer(text)
    ]


def plain_words(text: str) -> tuple[str, ...]:
    return tuple(fold(word).plain for word in WORD.findall(text))


def stems(text: str) -> tuple[str, ...]:
    return tuple(fold(word).stem for word in WORD.findall(text))


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word)
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(
        LETTERS
    )


def _without_apostrophe(word: str) -> str:
    """carer's is carer; don't is dont."""
    first, *rest = APOSTROPHE.split(word)
    return first if rest in (["s"], []) else first + "".join(rest)


def _in_british_spelling(word: str) -> str:
    if word in AMERICAN_WORDS:
        return AMERICAN_WORDS[word]
    start = AMERICAN_START.match(word)
    if start:
        word = AMERICAN_STARTS[start.group()] + word[start.end() :]
    if "z" in word and not ROOT_Z.match(word):
        word = IZE.sub(r"\1s\2", word)
    return word
