"""Rows known again, against a plain dictionary instead of a database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.apps.imports.actions.storing.arrivals import Arrival, Outcome
from counterpoint.apps.imports.actions.storing.planning import Known, Planning
from counterpoint.apps.imports.actions.storing.seen import Seen


@dataclass(frozen=True)
class Grant:
    external_id: str
    what: str
    amount: int
    title: str = ""


class InMemory(Planning):
    def __init__(self, kept: dict[str, Known], grants: dict[str, Grant]) -> None:
        super().__init__()
        self.kept, self.grants = kept, grants

    def base(self, arrival: Arrival[Grant]) -> str:
        return arrival.record.external_id or f"~{arrival.record.what}"

    def variants(self, arrival: Arrival[Grant]) -> Sequence[str]:
        base, grant = self.base(arrival), arrival.record
        return (
            f"{base}~{grant.what}",
            f"{base}~{grant.what}~{grant.amount}",
            f"{base}~{arrival.mark}",
        )

    def stored(self, identities: Iterable[str]) -> dict[str, Known]:
        return {key: self.kept[key] for key in identities if key in self.kept}


def run(
    grants: Sequence[Grant], kept: dict[str, Known], stored: dict[str, Grant], at_once: int
) -> Outcome:
    """All batches of one import; what is added and corrected is written as an import would."""
    outcome, planning = Outcome(), InMemory(kept, stored)
    arrivals = [Arrival(one, "", row, repr(one)) for row, one in enumerate(grants)]
    for start in range(0, len(arrivals), at_once):
        plan = planning.plan(arrivals[start : start + at_once], outcome)
        outcome.counts["added"] += len(plan.added)
        outcome.counts["changed"] += len(plan.corrected)
        for identity, arrival in plan.added:
            assert identity not in kept
            kept[identity], stored[identity] = Known(len(kept), arrival.mark), arrival.record
        for identity, _known, arrival in plan.corrected:
            kept[identity], stored[identity] = Known(0, arrival.mark), arrival.record
    return outcome


GRANTS = st.lists(
    st.builds(
        Grant, st.sampled_from(["", "a", "b"]), st.sampled_from("xy"), st.integers(1, 3)
    ),
    max_size=25,
)
BATCHES = st.integers(1, 6)


@given(GRANTS, BATCHES, BATCHES)
def test_nothing_is_swallowed_and_nothing_doubled(grants, first_batch, second_batch):
    kept, stored = {}, {}
    outcome = run(grants, kept, stored, first_batch)
    assert sorted(map(repr, stored.values())) == sorted(map(repr, set(grants)))
    assert outcome.counts["duplicate"] == len(grants) - len(set(grants))
    again = run(grants, kept, stored, second_batch)
    assert again.counts["added"] == again.counts["changed"] == 0
    assert again.counts["unchanged"] == len(set(grants))


@given(GRANTS, BATCHES, st.randoms())
def test_the_order_of_rows_does_not_matter(grants, at_once, chance):
    kept, stored = {}, {}
    run(grants, kept, stored, at_once)
    turned = list(grants)
    chance.shuffle(turned)
    again = run(turned, kept, stored, at_once)
    assert again.counts["added"] == again.counts["changed"] == 0


@given(st.lists(st.integers(1, 50), unique=True, min_size=1, max_size=20), BATCHES, st.data())
def test_a_corrected_sum_of_a_plain_identifier_is_a_change_of_one(numbers, at_once, data):
    grants = [Grant(str(number), "x", number) for number in numbers]
    kept, stored = {}, {}
    run(grants, kept, stored, at_once)
    place = data.draw(st.integers(0, len(grants) - 1))
    grants[place] = Grant(grants[place].external_id, "x", 999)
    again = run(grants, kept, stored, at_once)
    assert (again.counts["added"], again.counts["changed"]) == (0, 1)
    assert stored[grants[place].external_id].amount == 999


@given(st.lists(st.lists(st.text("abc", max_size=3), max_size=20), max_size=12), st.booleans())
def test_what_was_seen_is_what_a_plain_set_would_hold(batches, looks_up):
    seen, plain = Seen(), set()
    for batch in batches:
        if looks_up:
            seen.settle()
            seen.look_up(batch)
        assert [mark in seen for mark in batch] == [mark in plain for mark in batch]
        for mark in batch:
            seen.add(mark)
            plain.add(mark)


def test_marks_that_have_settled_are_still_known(monkeypatch):
    monkeypatch.setattr("counterpoint.apps.imports.actions.storing.seen.FRESH", 3)
    seen = Seen()
    for number in range(100):
        seen.add(f"mark {number}")
        seen.settle()
    assert len(seen.fresh) < 3
    assert all(f"mark {number}" in seen for number in range(100))
    assert "mark 100" not in seen
    seen.look_up(["mark 5", "mark 100"])
    assert "mark 5" in seen
    assert "mark 100" not in seen
