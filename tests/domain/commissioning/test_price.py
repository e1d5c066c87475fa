"""What work costs in full: a worked sheet first, then what must hold of any."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.commissioning.price import Caution, Costing, Line, Overhead, Part

D = Decimal
CHOIR = Costing(
    lines=(
        Line(Part.DIRECT, "Singing leader, a session", D(40), D(150)),
        Line(Part.DIRECT, "Hall, an hour", D(80), D("18.50")),
        Line(Part.CO_PRODUCTION, "Planning days", D(6), D(180)),
        Line(Part.EVALUATION, "Report", D(1), D(900)),
        Line(Part.ACCESS, "Interpreter, a session", D(10), D("145.25")),
    ),
    # 55 of 220 days: a quarter of the year's running costs.
    overhead=Overhead(D(16_000), D(55), D(220)),
    ceiling=D(35_000),
    people=100,
)


def test_the_full_cost_is_the_sum_of_five_parts() -> None:
    assert CHOIR.total_of(Part.DIRECT) == D("7480.00")
    assert CHOIR.overhead.amount == D("4000.00")
    assert CHOIR.full_cost == D("14912.50")
    assert CHOIR.for_each_person == D("149.13")
    assert CHOIR.warnings == ()


def _with(**fields: object) -> Costing:
    return Costing(
        **{  # type: ignore[arg-type]  # a changed copy of the sheet above
            "lines": CHOIR.lines,
            "overhead": CHOIR.overhead,
            "ceiling": CHOIR.ceiling,
            **fields,
        }
    )


def test_a_price_over_the_ceiling_is_warned_of_and_one_at_the_ceiling_is_not() -> None:
    assert Caution.OVER_CEILING in _with(price=D("35000.01")).warnings
    assert Caution.OVER_CEILING not in _with(price=D("35000.00")).warnings


def test_a_price_below_the_full_cost_is_warned_of_with_what_is_missing() -> None:
    below = _with(price=D("14912.49"))
    assert Caution.BELOW_FULL_COST in below.warnings
    assert below.shortfall == D("0.01")
    assert Caution.BELOW_FULL_COST not in _with(price=D("14912.50")).warnings


def test_recovery_says_how_much_of_the_cost_the_price_covers() -> None:
    assert _with(price=D(11_930)).recovery == D("80.0")
    assert CHOIR.recovery == D("100.0")
    assert Costing().recovery is None


def test_a_ceiling_below_the_cost_is_told_even_where_the_price_keeps_to_it() -> None:
    found = _with(price=D(10_000), ceiling=D(10_000)).warnings
    assert Caution.COST_OVER_CEILING in found
    assert Caution.OVER_CEILING not in found


@pytest.mark.parametrize(
    ("part", "warning"),
    [
        (Part.CO_PRODUCTION, Caution.NO_CO_PRODUCTION),
        (Part.EVALUATION, Caution.NO_EVALUATION),
        (Part.ACCESS, Caution.NO_ACCESS),
    ],
)
def test_a_part_that_is_left_out_is_asked_about(part: Part, warning: Caution) -> None:
    rest = tuple(line for line in CHOIR.lines if line.part is not part)
    assert _with(lines=rest).warnings == (warning,)


def test_overheads_that_are_left_out_are_asked_about() -> None:
    assert _with(overhead=Overhead()).warnings == (Caution.NO_OVERHEAD,)


def test_an_empty_sheet_warns_of_nothing() -> None:
    assert Costing(ceiling=D(10)).warnings == ()


def test_the_work_takes_no_more_than_the_whole_year() -> None:
    assert Overhead(D(1000), D(300), D(220)).amount == D("1000.00")


money = st.decimals(0, 10_000, places=2)
lines = st.lists(
    st.builds(Line, st.sampled_from(Part), st.just("x"), st.decimals(0, 100, places=2), money)
)


@given(lines, money, st.integers(0, 220))
def test_parts_and_overhead_add_up_to_the_penny(
    some: list[Line], year: Decimal, days: int
) -> None:
    costing = Costing(tuple(some), Overhead(year, D(days), D(220)))
    parts = sum((costing.total_of(part) for part in Part), D(0))
    assert parts + costing.overhead.amount == costing.full_cost
    assert costing.full_cost == costing.full_cost.quantize(D("0.01"))


@given(lines, money)
def test_a_price_covers_the_cost_exactly_when_nothing_is_left_over(
    some: list[Line], price: Decimal
) -> None:
    costing = Costing(tuple(some), price=price)
    assert costing.shortfall == max(costing.full_cost - price, D(0))
    if costing.full_cost:
        assert (Caution.BELOW_FULL_COST in costing.warnings) is (costing.shortfall > 0)
