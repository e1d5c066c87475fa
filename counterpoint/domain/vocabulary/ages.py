"""Ages as people write them ("over-65s", "aged 55 and over", "16-25 year olds"), and whom they mean.

Each population with an age has a band. A range with a top ("16 to 25", "under 5") means the
narrowest band that holds most of it; one without ("over 65") the last band to have begun by then.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from counterpoint.domain.vocabulary.folding import APOSTROPHES, DASHES, HYPHEN_SIGNS

OLDEST = 120
SHARE_THAT_COUNTS = 0.8


@dataclass(frozen=True, slots=True)
class Ages:
    youngest: int
    oldest: int  # the last year of age included

    @property
    def years(self) -> int:
        return self.oldest - self.youngest + 1

    def share_in(self, other: "Ages") -> float:
        common = min(self.oldest, other.oldest) - max(self.youngest, other.youngest) + 1
        return max(0, common) / self.years


@dataclass(frozen=True, slots=True)
class AgeMention:
    start: int
    end: int
    ages: Ages


# As the definitions of these populations say. The codes are checked against the vocabulary.
BANDS = {
    "population.early-years": Ages(0, 5),
    "population.children": Ages(0, 12),
    "population.young-people": Ages(11, 25),
    "population.young-adults": Ages(16, 29),
    "population.children-and-young-people": Ages(0, 25),
    "population.adults": Ages(18, OLDEST),
    "population.people-over-50": Ages(50, OLDEST),
    "population.older-people": Ages(60, OLDEST),
    "population.oldest-old": Ages(75, OLDEST),
}

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = {
    "five": 5,
    "eleven": 11,
    "twelve": 12,
    "sixteen": 16,
    "eighteen": 18,
    **{word: 10 * ten for ten, word in enumerate(_TENS, start=2)},
}
_WORD = "|".join(NUMBER_WORDS) + "|" + "|".join(word[:-1] + "ie" for word in _TENS)
N = rf"(?:\d{{1,3}}|(?:{_WORD}))"
S = rf"(?:[{APOSTROPHES}]?s)?"
TO = rf"\s*(?:[{HYPHEN_SIGNS}{DASHES}]|to|and|until)\s*"
OLD = r"(?:[\s-]*(?:years?|yrs?|yr)[\s-]*(?:olds?|of age)?|[\s-]*y/?o\b)"
WHO = (
    r"(?:people|persons?|adults?|residents?|women|men|carers?|children|boys|girls|those|anyone"
    r"|everyone|somebody|someone|patients?|participants?|the|aged?|ages)"
)
# Numbers of other things: "people over 20 weeks", "over 60 sessions".
NOT_AGES = (
    r"(?!\s*(?:%|per\s?cent|weeks?|months?|days?|hours?|hrs?|minutes?|mins?|sessions?|miles?"
    r"|people|participants|residents|families|places|workshops|events|km|pounds|,?\d))"
)
AND_OVER = rf"{OLD}?\s*(?:\+(?!\d)|(?:and|or)\s+(?:over|older|above|up(?:wards?)?|beyond))"
AND_UNDER = rf"{OLD}?\s*(?:and|or)\s+(?:under|younger|below)"
OF_AGE = r"(?:the\s+age\s+of\s+)?"
AGED = rf"{WHO}\s+(?:who\s+are\s+)?(?:aged?\s+|ages\s+)?"
# What makes a number an age by itself: "65s", "65 years old".
YEARS = rf"(?:[{APOSTROPHES}]?s\b|{OLD}\b)"
MAYBE_YEARS = rf"(?:{OLD})?\b{NOT_AGES}"


def _pattern(text: str) -> re.Pattern[str]:
    # Three spaces are the most: without a bound a page of spaces takes its square in time.
    text = text.replace(r"\s*", r"\s{0,3}").replace(r"\s+", r"\s{1,3}")
    text = text.replace(r"[\s-]*", r"[\s-]{0,3}").replace(r"[\s-]+", r"[\s-]{1,3}")
    return re.compile(rf"(?<![\w£$€.,]){text}(?!\w)", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compiled when the first number is met: it takes longer than reading a hundred texts."""
    to_an_age = r"(?:under\s+the\s+age\s+of|younger\s+than|aged?\s+under)"
    from_an_age = r"(?:over\s+the\s+age\s+of|older\s+than|aged?\s+over)"
    return tuple(
        _pattern(text)
        for text in (
            rf"(?P<a>{N}){TO}(?P<b>{N}){YEARS}",
            rf"{AGED}(?:between\s+|from\s+)?\(?(?P<a>{N}){TO}(?P<b>{N}){MAYBE_YEARS}",
            rf"(?P<a>{N}){S}{AND_OVER}",
            rf"over[\s-]+{OF_AGE}(?P<a>{N}){YEARS}",
            rf"{AGED}over\s+{OF_AGE}(?P<a>{N}){MAYBE_YEARS}",
            rf"{from_an_age}\s+(?P<a>{N}){MAYBE_YEARS}",
            rf"(?P<b>{N}){S}{AND_UNDER}",
            rf"under[\s-]+{OF_AGE}(?P<below>{N}){YEARS}",
            rf"{AGED}under\s+{OF_AGE}(?P<below>{N}){MAYBE_YEARS}",
            rf"{to_an_age}\s+(?P<below>{N}){MAYBE_YEARS}",
        )
    )


# Ages are looked for near numbers only: going through a whole text takes ten times as long.
NUMBER = re.compile(rf"\d+|{_WORD}", re.IGNORECASE)
DIGIT = re.compile(r"\d")
BEFORE, AFTER = (
    48,
    32,
)  # characters; the longest expressions are "people who are aged between ..."


def mentions(text: str) -> Iterator[AgeMention]:
    """Age expressions in a text, the longest where several begin or overlap."""
    taken = 0
    found = (mention for window in _windows(text) for mention in _within(text, *window))
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if mention.start >= taken:
            taken = mention.end
            yield mention


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand, with their surroundings; ends are moved to the end of a word."""
    numbers = NUMBER if _has_number_word(text) else DIGIT
    start = end = -1
    for number in numbers.finditer(text):
        if number.start() - BEFORE > end and end >= 0:
            yield start, end
            start = -1
        start = max(0, number.start() - BEFORE) if start < 0 else start
        space = text.find(" ", number.end() + AFTER)
        end = len(text) if space < 0 else space
    if end >= 0:
        yield start, end


def _has_number_word(text: str) -> bool:
    folded = text.casefold()
    # Without the last letter: sixty and sixties alike.
    return any(word[:-1] in folded for word in NUMBER_WORDS)


def _within(text: str, start: int, end: int) -> Iterator[AgeMention]:
    for pattern in _patterns():
        for found in pattern.finditer(text, start, end):
            ages = _ages(found.groupdict())
            if ages:
                yield AgeMention(found.start(), found.end(), ages)


def _ages(said: dict[str, str]) -> Ages | None:
    youngest = _number(said["a"]) if "a" in said else 0
    oldest = _number(said["b"]) if "b" in said else OLDEST
    if "below" in said:
        oldest = _number(said["below"]) - 1
    return Ages(youngest, oldest) if youngest < oldest <= OLDEST else None


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    word = word.lower()
    return NUMBER_WORDS.get(word) or NUMBER_WORDS[word.removesuffix("ie") + "y"]


def population(ages: Ages) -> str | None:
    """The code of the population that is meant, if any band fits."""
    if ages.oldest == OLDEST:
        fitting = [
            code
            for code, band in BANDS.items()
            if band.oldest == OLDEST and band.youngest <= ages.youngest
        ]
        return max(fitting, key=lambda code: BANDS[code].youngest, default=None)
    fitting = [
        code for code, band in BANDS.items() if ages.share_in(band) >= SHARE_THAT_COUNTS
    ]
    return min(fitting, key=lambda code: BANDS[code].years, default=None)
