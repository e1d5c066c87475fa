import pytest

from counterpoint.domain.interchange.likeness import Described, likeness
from counterpoint.domain.interchange.records import Identifier

CHARITY, OTHER_CHARITY = Identifier("GB-CHC", "1136419"), Identifier("GB-CHC", "1000340")
COMPANY = Identifier("GB-COH", "02324869")
THANET, KENT, LEEDS = "thanet", "kent", "leeds"


def at(key, place=None, postcode="", numbers=(), within=(), is_other_name=False):
    return Described(key, postcode, place, frozenset(within), is_other_name, tuple(numbers))


SURE, ASK, TWO = "sure", "ask", "two"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        # a number in a register says more than any name
        (at("a", numbers=[CHARITY]), at("b", numbers=[CHARITY, COMPANY]), SURE),
        (
            at("turner contemporary", THANET, numbers=[CHARITY]),
            at("turner contemporary", THANET, numbers=[OTHER_CHARITY]),
            TWO,
        ),
        # the same name
        (at("turner contemporary", THANET), at("turner contemporary", THANET), SURE),
        (
            at("turner contemporary", THANET, within=[KENT]),
            at("turner contemporary", KENT),
            SURE,
        ),
        (
            at("turner contemporary", postcode="CT9 1HG"),
            at("turner contemporary", LEEDS, "CT9 1HG"),
            SURE,
        ),
        (at("golden thread gallery"), at("golden thread gallery"), SURE),
        (at("golden thread gallery"), at("golden thread gallery", LEEDS), ASK),
        (at("making space", THANET), at("making space", LEEDS), ASK),
        # an everyday word is a name that several may have
        (at("stryx", THANET), at("stryx", THANET), SURE),
        (at("untold"), at("untold", LEEDS), ASK),
        (at("echo", THANET), at("echo", THANET), ASK),
        (at("echo", THANET), at("echo", LEEDS), TWO),
        # names written alike, or one the beginning of the other
        (at("hull truck", LEEDS), at("hull truck theatre", LEEDS), ASK),
        (at("hull truck", THANET), at("hull truck theatre", LEEDS), TWO),
        (
            at("greentop community circus centre", LEEDS),
            at("greentop comunity circus centre", LEEDS),
            ASK,
        ),
        (at("leeds theatre", LEEDS), at("leeds opera", LEEDS), TWO),
        # the name of a parent body, kept as another name
        (
            at("bristol city council", LEEDS),
            at("bristol city council", LEEDS, is_other_name=True),
            ASK,
        ),
    ],
)
def test_two_records_are_one_two_or_for_a_person_to_say(one, other, verdict):
    found = likeness(one, other)
    assert (SURE if found.is_sure else ASK if found.is_doubtful else TWO) == verdict, found
    assert found.evidence


def test_it_does_not_matter_which_is_compared_with_which():
    pairs = [
        (at("hull truck", LEEDS), at("hull truck theatre", LEEDS)),
        (at("echo", THANET, numbers=[CHARITY]), at("echo", THANET, numbers=[OTHER_CHARITY])),
        (at("a b", THANET, within=[KENT]), at("a b", KENT)),
    ]
    for one, other in pairs:
        assert likeness(one, other).score == likeness(other, one).score
