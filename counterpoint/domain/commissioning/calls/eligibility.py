"""Who may apply: rules as data, each with the sentence that a human reads.

A rule that can be checked against the record is checked; one that cannot is declared by the
applicant, and the declaration is kept. Nothing here turns an applicant away silently: what fails is
said while there is still time to change it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Check(StrEnum):
    DECLARED = "declared"
    BASED_IN = "based-in"
    ROLE = "role"
    MOST_MONEY = "most-money"
    FORM = "form"
    REGISTERED = "registered"
    ON_LIST = "on-list"


@dataclass(frozen=True, slots=True)
class Rule:
    """`value` means what its check says: a place's code, a role, a sum, a form of consortium."""

    key: str
    check: Check
    sentence: str
    value: str = ""


@dataclass(frozen=True)
class Applicant:
    places: frozenset[str] = frozenset()  # every place its own lies in
    roles: frozenset[str] = frozenset()
    is_registered: bool = False
    asks_for: Decimal = Decimal(0)
    form: str = ""
    declared: frozenset[str] = frozenset()  # keys of rules
    lists: frozenset[str] = frozenset()  # references of frameworks that it was admitted to


@dataclass(frozen=True, slots=True)
class Failed:
    rule: Rule
    why: str


def failed(rules: Iterable[Rule], applicant: Applicant) -> tuple[Failed, ...]:
    return tuple(
        Failed(rule, why) for rule in rules if (why := CHECKS[rule.check](rule, applicant))
    )


def _declared(rule: Rule, who: Applicant) -> str:
    return "" if rule.key in who.declared else "You have not said that this is so."


def _based_in(rule: Rule, who: Applicant) -> str:
    if not who.places:
        return "Your organisation's page does not say where it is."
    return "" if rule.value in who.places else "Your organisation's page gives another place."


def _role(rule: Rule, who: Applicant) -> str:
    return "" if rule.value in who.roles else "Your organisation's page gives another kind."


def _most_money(rule: Rule, who: Applicant) -> str:
    most = Decimal(rule.value)
    if who.asks_for <= most:
        return ""
    return f"You ask for £{who.asks_for:,.2f}; the most is £{most:,.2f}."


def _form(rule: Rule, who: Applicant) -> str:
    taken = rule.value.split()
    return "" if not who.form or who.form in taken else "This form of consortium is not taken."


def _registered(rule: Rule, who: Applicant) -> str:
    return "" if who.is_registered else "Your organisation's page has no register number."


def _on_list(rule: Rule, who: Applicant) -> str:
    return "" if rule.value in who.lists else "Your organisation is not on that list."


CHECKS: Mapping[Check, Callable[[Rule, Applicant], str]] = {
    Check.DECLARED: _declared,
    Check.BASED_IN: _based_in,
    Check.ROLE: _role,
    Check.MOST_MONEY: _most_money,
    Check.FORM: _form,
    Check.REGISTERED: _registered,
    Check.ON_LIST: _on_list,
}
