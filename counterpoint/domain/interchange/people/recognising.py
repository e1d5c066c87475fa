"""Whether the name of a recipient reads as that of a private person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from counterpoint.domain.interchange.people.given_names import GIVEN_NAMES
from counterpoint.domain.interchange.people.ordinary_words import (
    ORDINARY_SURNAMES,
    ORDINARY_WORDS,
    PARTICLES,
    TITLES,
)
from counterpoint.domain.interchange.people.organisation_words import (
    ORGANISATION_WORDS,
    SURNAMES_TOO,
)
from counterpoint.domain.interchange.values.names import name_key

# Signs that appear in names of organisations and hardly ever in those of people.
ORGANISATION_SIGNS = re.compile(
    r"[\d&+/@!?:;#|*=]|\b(?:[A-Za-z]\.){3,}|[’']s\b|s['’](?:\s|$)|\.\w{2,}"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
INITIAL = re.compile(r"[^\W\d_]\.?")
ABBREVIATION = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,}")
MOST_WORDS_OF_A_PERSON = 6
SPEAKING = ORDINARY_WORDS - PARTICLES


def reads_as_a_person(name: str, known_organisations: Container[str] = frozenset()) -> bool:
    """True unless something says that this is an organisation.

    `known_organisations` holds the name keys of organisations that other sources vouch for.
    """
    text = re.sub(r"\([^)]*\)", " ", name).strip() or name.strip()
    written = [word.strip("'’\"“”,") for word in text.replace(",", " ").split()]
    words = [word for word in written if word.casefold().strip(".") not in TITLES]
    plain = [without_accents(word.casefold().strip(".")) for word in words]
    if not words or _has_the_form_of_an_organisation(name, words):
        return False
    if _says_what_it_is(plain) or name_key(name) in known_organisations:
        return False
    return _could_be_a_person(plain)


def _has_the_form_of_an_organisation(name: str, words: list[str]) -> bool:
    return bool(
        len(words) > MOST_WORDS_OF_A_PERSON
        or words[0].casefold() == "the"
        or ORGANISATION_SIGNS.search(name)
        or not all(WORD.fullmatch(word) for word in words)
        or any(_is_an_abbreviation(word, name) for word in words)
    )


def _is_an_abbreviation(word: str, name: str) -> bool:
    """CVS, BID: capitals among ordinary letters, or capitals that nobody could pronounce."""
    is_raised = len(word) > 2 and word.isupper() and not name.isupper()
    return is_raised or ABBREVIATION.fullmatch(word) is not None


def _says_what_it_is(words: list[str]) -> bool:
    parts = {part for word in words for part in (word, *word.split("-"))}
    telling = parts & ORGANISATION_WORDS
    could_begin_a_name = len(words) == 2 and words[0] not in ORDINARY_WORDS
    if words[0] in GIVEN_NAMES or could_begin_a_name:
        telling -= SURNAMES_TOO if words[0] not in telling else frozenset()
    return bool(telling)


def _could_be_a_person(words: list[str]) -> bool:
    if len(words) == 1:
        return words[0] in GIVEN_NAMES
    if words[0] in GIVEN_NAMES or words[0].split("-")[0] in GIVEN_NAMES:
        return True
    if INITIAL.fullmatch(words[0]) and words[-1] not in ORDINARY_WORDS:
        return True
    return words[0] not in SPEAKING and not any(
        word in SPEAKING and word not in ORDINARY_SURNAMES for word in words[1:]
    )


def without_accents(word: str) -> str:
    """Zoë is on the list as zoe, and côr as cor."""
    parts = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
