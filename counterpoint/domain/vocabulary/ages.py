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


def _in_order(words: str) -> tuple[str, ...]:
    return tuple(words.split())


TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TO_NINETEEN = _in_order(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(UNITS, start=1)},
    **{word: number for number, word in enumerate(TO_NINETEEN, start=2)},
    **{word: 10 * ten for ten, word in enumerate(TENS, start=2)},
    **{f"{word[:-1]}ie": 10 * ten for ten, word in enumerate(TENS, start=2)},  # sixtie(s)
}
_SOME_TENS = "|".join(TENS)
_DECADES = "|".join(f"{word[:-1]}ies" for word in TENS)
_WORD = (
    rf"(?:{_SOME_TENS})(?:[{HYPHEN_SIGNS}\s](?:{'|'.join(UNITS)})\b)?"
    rf"|{'|'.join(word[:-1] + 'ie' for word in TENS)}|{'|'.join(reversed(TO_NINETEEN))}"
)
# A telephone number begins with 0; of ages only 0 itself does.
N = rf"(?:0(?!\d)|[1-9]\d{{0,2}}|(?:{_WORD}))"
S = rf"(?:[{APOSTROPHES}]?s)?"
# "nine- to fourteen", "8-to-11".
TO = (
    rf"\s*[{HYPHEN_SIGNS}]?\s*(?:[{HYPHEN_SIGNS}{DASHES}]|to|and|until)"
    rf"\s*[{HYPHEN_SIGNS}]?\s*"
)
OLD = r"(?:[\s-]*(?:years?|yrs?|yr)[\s-]*(?:olds?|of age)?|[\s-]*y/?o\b)"
# "over 50 years" alone is a time, not an age.
SURELY_OLD = r"(?:[\s-]*(?:years?|yrs?|yr)[\s-]*(?:olds?|of age)|[\s-]*y/?o\b)"
YOUNG = r"(?:child(?:ren)?|young people|youngsters|teenagers|boys?|girls?|pupils|kids|babies)"
PERSONS = (
    rf"(?:people|persons?|adults?|residents?|wom[ae]n|m[ae]n|carers?|{YOUNG}|widow(?:er)?s?"
    r"|pensioners|patients?|participants?)"
)
WHO = rf"(?:{PERSONS}|those|anyone|everyone|somebody|someone|aged?|ages)"
# Numbers of other things: "people over 20 weeks", "over 60 sessions", "children, 10-18 July".
NOT_AGES = (
    r"(?!\s*(?:%|per\s?cent|weeks?|months?|days?|hours?|hrs?|minutes?|mins?|sessions?|miles?"
    r"|people|participants|residents|families|places|workshops|events|km|pounds|times|roof"
    r"|venues|schools|homes|groups|countries|wards|sites|performances|projects|organisations"
    r"|artists|am|pm|[:/]|(?:st|nd|rd|th)\b|(?:of\s+)?(?:jan|feb|mar|apr|may|june?|july?|aug"
    r"|sep|oct|nov|dec)[a-z]*\b|,?\d|\.\d))"
)
AND_OVER = rf"{OLD}?\s*(?:\+(?!\d)|(?:and|or)\s+(?:over|older|above|up(?:wards?)?|beyond))"
AND_UNDER = rf"{OLD}?\s*(?:and|or)\s+(?:under|younger|below)"
OF_AGE = r"(?:the\s+age\s+of\s+)?"
AGED = rf"{WHO}\s+(?:who\s+are\s+)?(?:aged?\s+|ages\s+)?"
# What makes a number an age by itself: "65s", "65 years old".
YEARS = rf"(?:[{APOSTROPHES}]?s\b|{OLD}\b)"
SURELY_YEARS = rf"(?:[{APOSTROPHES}]?s\b|{SURELY_OLD}\b)"
MAYBE_YEARS = rf"(?:{OLD})?\b{NOT_AGES}"
# "past seventy", but not "the past fifty years", "half past ten" or "past 60 shops".
PAST = r"(?<!the )(?<!half )past\s+"
PAST_ENDS = r"(?=\s*(?:$|[.,;:)!?]|(?:and|or|who|with|to|in|on|at|are|is|living|still)\b))"
LATE_LIFE = (
    rf"(?:[5-9]\d|(?:{'|'.join(TENS[3:])})(?:[{HYPHEN_SIGNS}\s](?:{'|'.join(UNITS)}))?)"
)
DECADE = rf"(?:{_DECADES}|[2-9]0[{APOSTROPHES}]?s)\b"
IN_THEIR = r"in\s+(?:their|his|her|your|our)\s+(?:(?:early|mid|late)[\s-]+)?"


def _pattern(text: str) -> re.Pattern[str]:
    # Three spaces are the most: without a bound a page of spaces takes its square in time.
    text = text.replace(r"\s*", r"\s{0,3}").replace(r"\s+", r"\s{1,3}")
    text = text.replace(r"[\s-]*", r"[\s-]{0,3}").replace(r"[\s-]+", r"[\s-]{1,3}")
    return re.compile(rf"(?<![\w£$€.,]){text}(?!\w)", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compiled when the first number is met: it takes longer than reading a hundred texts.

    Each with letters without which it need not be tried.
    """
    to_an_age = r"(?:under\s+the\s+age\s+of|younger\s+than|aged?\s+under)"
    from_an_age = r"(?:over\s+the\s+age\s+of|older\s+than|aged?\s+over)"
    return tuple(
        (letters, _pattern(text))
        for letters, text in (
            ("", rf"(?P<a>{N}){TO}(?P<b>{N}){YEARS}"),
            ("", rf"{AGED}(?:between\s+|from\s+)?\(?(?P<a>{N}){TO}(?P<b>{N}){MAYBE_YEARS}"),
            ("", rf"(?P<a>{N}){S}{AND_OVER}"),
            ("over", rf"over[\s-]+{OF_AGE}(?P<a>{N}){SURELY_YEARS}"),
            ("over", rf"{AGED}over\s+{OF_AGE}(?P<a>{N}){MAYBE_YEARS}"),
            ("er", rf"{from_an_age}\s+(?P<a>{N}){MAYBE_YEARS}"),
            ("", rf"(?P<b>{N}){S}{AND_UNDER}"),
            ("under", rf"under[\s-]+{OF_AGE}(?P<below>{N}){SURELY_YEARS}"),
            ("under", rf"{AGED}under\s+{OF_AGE}(?P<below>{N}){MAYBE_YEARS}"),
            ("er", rf"{to_an_age}\s+(?P<below>{N}){MAYBE_YEARS}"),
            ("of", rf"{PERSONS}\s+of\s+(?P<a>{N}){TO}(?P<b>{N}){MAYBE_YEARS}"),
            ("", rf"{YOUNG}\s*[;:,(]\s*(?P<a>{N}){TO}(?P<b>{N}){MAYBE_YEARS}"),
            ("past", rf"{PAST}(?P<a>{LATE_LIFE}){PAST_ENDS}"),
            (
                "in",
                rf"{IN_THEIR}(?P<decade>{DECADE})(?:\s+(?:and|or|to)\s+(?P<last>{DECADE}))?",
            ),
        )
    )


NOT_LETTERS = re.compile("[^a-z]+")
# Ages are looked for near numbers only: going through a whole text takes ten times as long.
NUMBER = re.compile(rf"\d+|\b(?:{_WORD})", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
LETTERS = re.compile("[a-z]+")
# fives, sixties; and each by itself.
SPELLED = frozenset(NUMBER_WORDS) | {f"{word}s" for word in NUMBER_WORDS}
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
    is_spelled = not SPELLED.isdisjoint(LETTERS.findall(text.casefold()))
    start = end = -1
    for number in (NUMBER if is_spelled else DIGITS).finditer(text):
        if number.start() - BEFORE > end and end >= 0:
            yield start, end
            start = -1
        start = max(0, number.start() - BEFORE) if start < 0 else start
        space = text.find(" ", number.end() + AFTER)
        end = len(text) if space < 0 else space
    if end >= 0:
        yield start, end


def _within(text: str, start: int, end: int) -> Iterator[AgeMention]:
    window = text[start:end].casefold()
    for letters, pattern in _patterns():
        if letters not in window:
            continue
        for found in pattern.finditer(text, start, end):
            ages = _ages(found.groupdict())
            if ages:
                yield AgeMention(found.start(), found.end(), ages)


def _ages(said: dict[str, str | None]) -> Ages | None:
    if decade := said.get("decade"):
        return Ages(_number(decade), _number(said.get("last") or decade) + 9)
    youngest = _number(said.get("a") or "0")
    oldest = _number(said.get("b") or str(OLDEST))
    if below := said.get("below"):
        oldest = _number(below) - 1
    return Ages(youngest, oldest) if youngest < oldest <= OLDEST else None


def _number(written: str) -> int:
    written = written.lower().rstrip("s" + APOSTROPHES)
    if written.isdigit():
        return int(written)
    return sum(NUMBER_WORDS[word] for word in NOT_LETTERS.split(written))


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
