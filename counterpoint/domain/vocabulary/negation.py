"""Words that a text rules out: "not for children", "no singing", "non-clinical".

What changes for people is said with a negation too ("so that nobody is lonely", "without
pain"): there only a text that turns from the subject itself ("not for people with dementia")
counts as ruling it out.
"""

from collections.abc import Container, Iterable, Sequence

from counterpoint.domain.vocabulary.concepts import Kind
from counterpoint.domain.vocabulary.folding import STOP, Token
from counterpoint.domain.vocabulary.word_sets import word_set

NEGATORS = word_set(
    "no not non never without excluding except excepting nor neither isnt arent dont doesnt"
    " wasnt werent cannot cant wont"
)
# "rather than", "instead of": ruled out by the word before the small one.
TURNS_AWAY = frozenset(
    {("rather", "than"), ("other", "than"), ("instead", "of"), ("apart", "from")}
)
FIRST_SIGNS = NEGATORS | {first for first, _ in TURNS_AWAY}
# What may stand between the negation and what it rules out.
ADDRESSING = word_set(
    "for about aimed suitable designed intended meant targeted open offer offering offered"
    " provide providing deliver delivering include including run support supporting"
    " work working"
)
SMALL_WORDS = word_set(
    "a an the any our at to with in of on be is are being currently yet that those who people"
    " person suited available specifically"
)
ALTERNATIVES = frozenset({"or", "nor", "and"})
# Anything else in between breaks the link: "not only for children", "no longer lonely".
FURTHEST = 6
GOALS = frozenset({Kind.OUTCOME, Kind.CONDITION})


def rules_nothing_out(plain: Iterable[str]) -> bool:
    """Whether no word of a text could rule anything out, as in most texts."""
    return FIRST_SIGNS.isdisjoint(plain)


def is_ruled_out(
    text: str, tokens: Sequence[Token], start: int, kind: Kind, ruled_out_ends: Container[int]
) -> bool:
    """Whether the words from `start` on are ruled out by what stands before them."""
    must_address = kind in GOALS
    for place in range(start - 1, max(-1, start - 1 - FURTHEST), -1):
        if STOP.search(text, tokens[place].end, tokens[place + 1].start):
            return False
        word = tokens[place].plain
        if _negates(tokens, place):
            return not must_address
        if word in ALTERNATIVES:
            return place in ruled_out_ends
        if word in ADDRESSING:
            must_address = False
        elif word not in SMALL_WORDS:
            return False
    return False


def _negates(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place].plain
    if word in NEGATORS:
        return True
    return place > 0 and (tokens[place - 1].plain, word) in TURNS_AWAY
