"""What counts for a match and what against: a truth table, and what must hold of all of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.matching.criteria import Criterion, Weights
from counterpoint.domain.matching.matches import FlagKind, How
from counterpoint.domain.matching.statement import Doubt, Locality, PastWork, Reach, Side
from counterpoint.domain.matching.weighing import weigh
from tests.domain.matching.world import MEANING, STUDY, TODAY, candidate, statement

THANET = Locality("E1", "Thanet", ("kent", "south-east", "england"), 51.36, 1.38)
DOVER = Locality("E2", "Dover", ("kent", "south-east", "england"), 51.13, 1.31)
LEEDS = Locality("E3", "Leeds", ("west-yorkshire", "yorkshire", "england"), 53.8, -1.55)
KENT = Locality("kent", "Kent", ("south-east", "england"), 51.2, 0.7)


def matched(need, offer, weights=None):
    return weigh(need, offer, MEANING, weights or Weights(), TODAY)


def reason(match, criterion):
    return next((one for one in match.reasons if one.criterion is criterion), None)


def strength(need, offer, **weights):
    moved = Weights({Criterion[name]: value for name, value in weights.items()})
    return matched(need, offer, moved).strength


LONELY_OLDER = statement("reduce loneliness among older people")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("a choir where pensioners make friends", "a choir where toddlers make friends"),
        ("a choir where pensioners make friends", "a choir for pensioners"),
        ("make friends in the library", "healthy eating in the library"),
        ("a choir", "eat vegetables"),
        ("a choir for pensioners", "a choir for toddlers"),
        ("a choir for pensioners", "a choir for failing memory"),
    ],
)
def test_the_better_answer_is_stronger(better, worse):
    assert strength(LONELY_OLDER, candidate(better)) > strength(LONELY_OLDER, candidate(worse))


def test_each_reason_names_the_words_on_both_sides():
    outcome = reason(
        matched(LONELY_OLDER, candidate("where pensioners make friends")), Criterion.OUTCOME
    )
    assert outcome.needed.words == ("reduce loneliness",)
    assert outcome.offered.words == ("make friends",)
    assert outcome.how is How.SAME


def test_what_serves_an_outcome_answers_it_with_its_source():
    outcome = reason(matched(LONELY_OLDER, candidate("a choir")), Criterion.OUTCOME)
    assert (outcome.how, outcome.offered.code) == (How.SERVES, "activity.choir")
    assert outcome.source == STUDY


def test_what_single_words_point_to_counts_as_wording():
    asked, offered = statement("healthy eating"), candidate("a puppet show about vegetables")
    match = matched(asked, offered)
    assert reason(match, Criterion.OUTCOME) is None
    assert reason(match, Criterion.WORDING).weight > 0


def test_a_special_offer_answers_what_it_is_for_better_than_a_general_one():
    need = statement("COPD")
    special, general = candidate("singing for lung health"), candidate("a choir")
    assert strength(need, special) > 2 * strength(need, general)


def test_being_for_others_counts_against():
    against = [
        one
        for one in matched(LONELY_OLDER, candidate("toddlers make friends")).reasons
        if one.how is How.DIFFERENT
    ]
    assert [(one.needed.name, one.offered.name) for one in against] == [
        ("Older people", "Children")
    ]
    assert against[0].weight < 0


def test_an_offer_finds_needs_by_what_it_can_answer():
    offer = statement("a choir for pensioners", Side.OFFER)
    lonely = candidate("reduce loneliness among older people", Side.NEED)
    eating = candidate("healthy eating of children", Side.NEED)
    assert strength(offer, lonely) > strength(offer, eating)
    outcome = reason(matched(offer, lonely), Criterion.OUTCOME)
    assert (outcome.needed.code, outcome.offered.code) == (
        "outcome.less-loneliness",
        "activity.choir",
    )


@pytest.mark.parametrize(
    ("where", "reach", "how", "share"),
    [
        (THANET, Reach(), How.SAME, 1.0),
        (KENT, Reach(), How.INSIDE, 1.0),
        (DOVER, Reach(), How.NEAR, pytest.approx(0.64, abs=0.02)),
        (DOVER, Reach(travel_km=20), None, 0.0),
        (LEEDS, Reach(), None, 0.0),
        (LEEDS, Reach(covers=(KENT,)), How.INSIDE, 1.0),
        (LEEDS, Reach(is_online=True), How.ONLINE, 0.6),
    ],
)
def test_place_and_travel(where, reach, how, share):
    need = statement("lonely", localities=(THANET,))
    match = matched(need, candidate("make friends", localities=(where,), reach=reach))
    place = reason(match, Criterion.PLACE)
    assert (place.how if place else None) is how
    full = reason(
        matched(need, candidate("make friends", localities=(THANET,))), Criterion.PLACE
    )
    assert (place.weight if place else 0.0) / full.weight == pytest.approx(share)
    out = [flag for flag in match.flags if flag.kind is FlagKind.OUT_OF_RANGE]
    assert bool(out) is (how is None)


def test_a_need_anywhere_in_a_nation_is_near_everybody_and_so_says_less():
    england = Locality("england", "England", ("uk",), kind="nation")
    offer = candidate("make friends", localities=(THANET,))
    wide = matched(statement("lonely", localities=(england,)), offer)
    narrow = matched(statement("lonely", localities=(KENT,)), offer)
    assert (
        reason(wide, Criterion.PLACE).how is reason(narrow, Criterion.PLACE).how is How.INSIDE
    )
    assert reason(wide, Criterion.PLACE).weight == pytest.approx(
        reason(narrow, Criterion.PLACE).weight / 2
    )


def test_a_need_that_much_would_answer_takes_more_to_fit():
    offer = statement("a choir", Side.OFFER)
    hard = candidate("reduce loneliness", Side.NEED, ease=0.1)
    easy = candidate("reduce loneliness", Side.NEED, ease=0.5)
    assert strength(offer, hard) > strength(offer, easy) > 0


def test_a_place_that_nobody_asked_for_counts_nothing():
    assert (
        reason(
            matched(statement("lonely"), candidate("make friends", localities=(LEEDS,))),
            Criterion.PLACE,
        )
        is None
    )


def test_missing_statements_flag_and_do_not_hide():
    match = matched(
        LONELY_OLDER,
        candidate("make friends", has_safeguarding=False, has_insurance=False),
    )
    assert match.strength > 0
    assert {flag.kind for flag in match.flags} >= {
        FlagKind.NO_SAFEGUARDING,
        FlagKind.NO_INSURANCE,
        FlagKind.NOT_VERIFIED,
    }


def test_numbers_and_money_are_compared_when_both_say_them():
    need = statement("lonely", people=20, money=Decimal(5000))
    small = matched(need, candidate("make friends", people=10, money=Decimal(9000)))
    fits = matched(need, candidate("make friends", people=30, money=Decimal(3000)))
    assert {flag.kind for flag in small.flags} >= {
        FlagKind.TOO_FEW_PLACES,
        FlagKind.ABOVE_BUDGET,
    }
    assert (
        reason(small, Criterion.CAPACITY).weight == reason(fits, Criterion.CAPACITY).weight / 2
    )
    assert reason(small, Criterion.PRICE) is None
    assert reason(fits, Criterion.PRICE).weight > 0


def test_published_awards_for_the_same_work_count():
    past = {
        "outcome.less-loneliness": PastWork(2, "Sing Together", "Example Fund", 2024, "/x")
    }
    found = reason(
        matched(LONELY_OLDER, candidate("make friends", past_work=past)),
        Criterion.TRACK_RECORD,
    )
    assert found.past.title == "Sing Together"
    assert found.needed.name == "Less loneliness"


def test_what_is_old_counts_less_and_is_flagged():
    fresh = candidate("make friends", updated_on=date(2026, 10, 1))
    old = candidate("make friends", updated_on=date(2019, 1, 1))
    assert strength(LONELY_OLDER, fresh) > strength(LONELY_OLDER, old)
    assert FlagKind.OLD in {flag.kind for flag in matched(LONELY_OLDER, old).flags}


def test_words_that_may_mean_something_else_take_most_of_it_away():
    sure = candidate("make friends")
    paying = Doubt("This reads as paying for art.", is_sure=True)
    doubtful = replace(sure, doubts=(paying,))
    unsure = replace(sure, doubts=(replace(paying, is_sure=False),))
    assert strength(LONELY_OLDER, doubtful) == pytest.approx(
        0.15 * strength(LONELY_OLDER, sure)
    )
    assert strength(LONELY_OLDER, unsure) == pytest.approx(0.5 * strength(LONELY_OLDER, sure))
    assert FlagKind.DOUBTFUL in {flag.kind for flag in matched(LONELY_OLDER, doubtful).flags}


def test_a_text_without_any_known_concept_is_compared_by_wording():
    need = statement("zxcv qwerty")
    near, far = candidate("asdf", wording=0.8), candidate("asdf", wording=0.1)
    assert strength(need, near) > strength(need, far) > 0


def test_weights_move_the_strength_and_nought_silences():
    need = statement("lonely", localities=(THANET,))
    here, there = (
        candidate("a choir", localities=(THANET,)),
        candidate("make friends", localities=(LEEDS,)),
    )
    assert strength(need, there, PLACE=0) > strength(need, here, PLACE=0)
    assert strength(need, here, PLACE=100) > strength(need, there, PLACE=100)
    assert (
        reason(matched(need, here, Weights({Criterion.PLACE: 0})), Criterion.PLACE).weight == 0
    )


WORDS = st.lists(
    st.sampled_from(
        [
            "make",
            "friends",
            "lonely",
            "older",
            "people",
            "children",
            "choir",
            "dementia",
            "library",
            "wellbeing",
            "COPD",
            "and",
            "for",
            "vegetables",
            "eat",
            "singing",
            "lung",
            "health",
            "pensioners",
            "breath",
        ]
    ),
    max_size=9,
).map(" ".join)


@given(
    needed=WORDS,
    offered=WORDS,
    side=st.sampled_from(Side),
    wording=st.floats(0, 1),
    lexical=st.floats(0, 1),
    moved=st.dictionaries(st.sampled_from(Criterion), st.integers(0, 100)),
)
def test_the_strength_is_the_sum_of_its_reasons_between_nought_and_one(
    needed, offered, side, wording, lexical, moved
):
    match = weigh(
        statement(needed, side),
        candidate(offered, side.other, wording=wording, lexical=lexical, updated_on=TODAY),
        MEANING,
        Weights(moved),
        TODAY,
    )
    whole = sum(one.weight for one in match.reasons)
    assert match.strength == pytest.approx(min(1, max(0, whole)))


@given(WORDS)
def test_nothing_answers_a_need_better_than_its_own_words(words):
    need = statement(words)
    itself = candidate(words, wording=1.0, lexical=1.0)
    for other in ("a choir for pensioners", "healthy eating", "failing memory"):
        assert strength(need, itself) >= strength(need, candidate(other)) - 0.25
