"""The worked example of the Cultural Commissioning Programme must not print sixty-two million."""

from decimal import Decimal

import pytest

from counterpoint.domain.money.kinds import (
    ArtsShare,
    Ceiling,
    ContractValue,
    KindsDoNotAdd,
    Money,
    Payment,
    ProgrammeBudget,
)

WORKED = [
    ProgrammeBudget(Decimal(895_000)),
    Ceiling(Decimal(210_000)),
    ContractValue(Decimal(4_000_000)),
    ContractValue(Decimal(8_000_000)),
    ContractValue(Decimal(50_000_000)),
]


def test_the_worked_example_has_no_total():
    with pytest.raises(KindsDoNotAdd, match="budget in GBP and a ceiling"):
        sum(WORKED)


def test_a_contract_is_not_what_the_arts_had_of_it():
    with pytest.raises(KindsDoNotAdd):
        ContractValue(Decimal(50_000_000)) + ArtsShare(Decimal(1))
    assert ContractValue(Decimal(1)) != ArtsShare(Decimal(1))


def test_one_kind_adds_up():
    assert sum([Payment(Decimal(3)), Payment(Decimal(4))]) == Payment(Decimal(7))


def test_currencies_do_not_add():
    with pytest.raises(KindsDoNotAdd, match="EUR"):
        Payment(Decimal(3)) + Payment(Decimal(4), "EUR")


def test_numbers_do_not_add_to_money():
    with pytest.raises(KindsDoNotAdd):
        5 + Payment(Decimal(3))


def test_money_has_a_kind_and_is_decimal():
    with pytest.raises(TypeError):
        Money(Decimal(1))
    with pytest.raises(TypeError):
        Payment(1.5)
