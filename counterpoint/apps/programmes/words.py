"""The words for roles, kinds of money and states."""

from django.utils.translation import gettext_lazy as _

from counterpoint.domain.programmes.money import MoneyKind
from counterpoint.domain.programmes.pipeline import State

ROLES = (
    ("lead", _("Lead")),
    ("funder", _("Funder")),
    ("partner", _("Partner")),
    ("research", _("Research")),
    ("advisory", _("Advisory group")),
    ("provider", _("Provider")),
    ("member", _("Member")),
)
MONEY_KINDS = (
    (MoneyKind.BUDGET.value, _("Programme budget")),
    (MoneyKind.GRANT.value, _("Grants to providers")),
    (MoneyKind.PURCHASE.value, _("Paid to providers for a service")),
    (MoneyKind.CEILING.value, _("Ceiling: the most that could be paid")),
    (MoneyKind.CONTRACT.value, _("Contract value, of which the arts are some part")),
    (MoneyKind.RAISED.value, _("Money that partners say they secured")),
)
STATES = (
    (State.RESEARCH.value, _("Desk research")),
    (State.CONVERSATION.value, _("Conversation")),
    (State.SEAT.value, _("Seat on a board")),
    (State.PLAN.value, _("Contribution to a plan")),
    (State.PILOT.value, _("Funded pilot")),
    (State.SECOND_FUNDER.value, _("Second funder")),
    (State.COMMISSION.value, _("Direct commission")),
    (State.PARTNERSHIP.value, _("Strategic partnership")),
    (State.AT_RISK.value, _("At risk")),
    (State.ENDED.value, _("Ended")),
)
SUBJECTS = (("period", _("The period")), ("money", _("Money")), ("other", _("Something else")))
# Proposed by the template; a programme may have others.
STRANDS = (
    _("Skills and capacity of the sector"),
    _("Awareness of commissioners"),
    _("Relationships between both"),
    _("Influence on policy"),
)
