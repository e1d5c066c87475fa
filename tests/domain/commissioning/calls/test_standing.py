"""Where a call stands by its state and the clock, and what may be done there."""

from datetime import UTC, datetime, timedelta

import pytest

from counterpoint.domain.commissioning.calls import applying
from counterpoint.domain.commissioning.calls.standing import (
    RULES,
    SENTENCES,
    Act,
    Standing,
    State,
    WrongTime,
    check_may,
    standing,
)

OPENS = datetime(2026, 11, 1, 9, tzinfo=UTC)
CLOSES = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (OPENS - SECOND, Standing.ANNOUNCED),
        (OPENS, Standing.OPEN),
        (CLOSES, Standing.OPEN),
        (CLOSES + timedelta(microseconds=1), Standing.CLOSED),
    ],
)
def test_the_clock_alone_opens_and_closes(at, expected):
    assert standing(State.PUBLISHED, OPENS, CLOSES, at) is expected


@pytest.mark.parametrize("state", [state for state in State if state is not State.PUBLISHED])
def test_any_other_state_is_what_it_is_at_any_time(state):
    for at in (OPENS - SECOND, CLOSES + SECOND):
        assert standing(state, OPENS, CLOSES, at) == state


def test_every_act_has_its_rule_and_its_sentence():
    assert set(RULES) == set(SENTENCES) == set(Act)
    assert set(applying.RULES) == set(applying.SENTENCES) == set(applying.Act)


@pytest.mark.parametrize("act", Act)
def test_an_act_elsewhere_is_refused_with_its_sentence(act):
    for at in Standing:
        if at in RULES[act].at:
            assert check_may(act, at) is RULES[act].to
        else:
            with pytest.raises(WrongTime, match=SENTENCES[act][:20]):
                check_may(act, at)


def test_what_moves_the_call_on_cannot_be_done_twice():
    for rule in RULES.values():
        if rule.to not in (None, State.PUBLISHED):
            assert Standing(str(rule.to)) not in rule.at


def test_nothing_is_done_to_what_is_over():
    for over in (Standing.DECIDED, Standing.WITHDRAWN, Standing.REPLACED):
        assert not [act for act, rule in RULES.items() if over in rule.at]


def test_an_excluded_application_stays_as_it_was():
    for act in applying.Act:
        with pytest.raises(applying.ApplicationSettled):
            applying.check_may(act, applying.State.INELIGIBLE)
