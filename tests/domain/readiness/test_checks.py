"""What is asked for grows with the contract, and no answer is no mark."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.readiness.checks import (
    Applies,
    Item,
    Situation,
    Standing,
    asked_for,
    checklist_of,
    result,
)


def item(code, from_amount=0, applies=Applies.EVERYBODY):
    return Item(code, code.title(), "why", "enough", Decimal(from_amount), applies, "step")


ITEMS = (
    item("insurance"),
    item("accounts", 15_000, Applies.ORGANISATION),
    item("invoice", 0, Applies.FREELANCER),
    item("safeguarding", 0, Applies.VULNERABLE),
    item("privacy", 0, Applies.DATA),
    item("reporting", 35_000),
)


@pytest.mark.parametrize(
    ("situation", "codes"),
    [
        (Situation(Decimal(5_000), True, False, False), "insurance invoice"),
        (Situation(Decimal(5_000), False, True, True), "insurance safeguarding privacy"),
        (
            Situation(Decimal(35_000), False, True, True),
            "insurance accounts safeguarding privacy reporting",
        ),
    ],
)
def test_a_freelancer_is_not_asked_for_an_organisations_accounts(situation, codes):
    assert [one.code for one in asked_for(ITEMS, situation)] == codes.split()


amounts = st.decimals(min_value=0, max_value=200_000, places=2)


@given(amounts, amounts, st.booleans(), st.booleans(), st.booleans())
def test_a_larger_contract_never_asks_for_less(one, other, alone, at_risk, details):
    small, large = sorted((one, other))
    less = asked_for(ITEMS, Situation(small, alone, at_risk, details))
    more = asked_for(ITEMS, Situation(large, alone, at_risk, details))
    assert set(less) <= set(more)


answers = st.dictionaries(
    st.sampled_from([one.code for one in ITEMS]), st.sampled_from(Standing)
)


@given(answers)
def test_every_item_is_in_one_place_and_silence_is_no_gap(standing):
    found = result(ITEMS, standing)
    everything = (*found.in_place, *found.begun, *found.missing, *found.unanswered)
    assert sorted(one.code for one in everything) == sorted(one.code for one in ITEMS)
    assert {one.code for one in found.gaps}.isdisjoint(one.code for one in found.unanswered)
    assert found.is_answered is bool(standing)


def test_a_fault_of_the_file_is_said_where_it_is():
    written = {
        "items": [{"code": "x", "title": "X", "from_amount": "much", "applies": "all"}],
        "principles": {"source": {"name": "Q", "address": "https://example.org"}, "list": []},
    }
    faults = []
    checklist_of("readiness.yaml", written, faults)
    assert {fault.field for fault in faults} == {
        "from_amount",
        "applies",
        "why",
        "enough",
        "step",
    }
