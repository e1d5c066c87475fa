from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.updates.timing import HOUR, LONDON, Frequency, is_due, slot

SLOTTED = [Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY]
moments = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  hypothesis adds the zone


def london(*parts):
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("frequency", "at", "expected"),
    [
        # Clocks go forward on 29 March 2026 and back on 25 October 2026.
        (Frequency.DAILY, london(2026, 3, 29, 6, 59), london(2026, 3, 28, 7)),
        (Frequency.DAILY, london(2026, 3, 29, 7, 0), london(2026, 3, 29, 7)),
        (Frequency.DAILY, london(2026, 10, 25, 8), london(2026, 10, 25, 7)),
        (Frequency.WEEKLY, london(2026, 11, 2, 6), london(2026, 10, 26, 7)),
        (Frequency.WEEKLY, london(2026, 11, 2, 7), london(2026, 11, 2, 7)),
        (Frequency.MONTHLY, london(2026, 3, 1, 6), london(2026, 2, 1, 7)),
        (Frequency.MONTHLY, london(2026, 1, 1, 6), london(2025, 12, 1, 7)),
    ],
)
def test_slots_by_the_clock_of_london(frequency, at, expected):
    assert slot(frequency, at) == expected


@given(at=moments, frequency=st.sampled_from(SLOTTED))
def test_a_slot_begins_at_seven_and_holds_its_moment(at, frequency):
    begins = slot(frequency, at)
    assert begins <= at
    assert begins.astimezone(LONDON).time() == HOUR
    assert slot(frequency, begins) == begins


@given(at=moments, frequency=st.sampled_from(SLOTTED), hours=st.integers(0, 2_000))
def test_slots_never_go_back(at, frequency, hours):
    assert slot(frequency, at) <= slot(frequency, at + timedelta(hours=hours))


@given(start=moments, steps=st.lists(st.integers(1, 4_000), min_size=1, max_size=40))
def test_a_worker_that_comes_at_any_time_sends_one_mail_a_slot_and_tells_each_once(
    start, steps
):
    """A plain account of what happened, told by number, against the slots."""
    told_at, told_upto, told, slots = start, 0, [], set()
    at = start
    for happened, minutes in enumerate(steps, 1):
        at += timedelta(minutes=minutes)
        if is_due(Frequency.DAILY, told_at, at):
            window = range(told_upto + 1, happened + 1)
            told.extend(window)
            assert slot(Frequency.DAILY, at) not in slots
            slots.add(slot(Frequency.DAILY, at))
            told_at, told_upto = at, happened
    assert told == list(range(1, told_upto + 1))


def test_as_it_happens_is_due_at_any_later_moment():
    at = london(2026, 11, 2, 3)
    assert is_due(Frequency.AT_ONCE, at, at + timedelta(seconds=1))
    assert not is_due(Frequency.AT_ONCE, at, at)
