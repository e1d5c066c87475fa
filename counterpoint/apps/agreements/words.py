"""The words for states, kinds of money and what a return has come to."""

from django.utils.translation import gettext_lazy as _

from counterpoint.domain.commissioning.agreement import Graduation, State

STATES = [
    (State.DRAFT.value, _("Draft")),
    (State.OFFERED.value, _("Waiting for signatures")),
    (State.ACTIVE.value, _("Running")),
    (State.ENDED.value, _("Ended")),
    (State.TERMINATED.value, _("Terminated")),
]
KINDS = [
    ("grant", _("Grant: a gift with conditions")),
    ("purchase", _("Contract: a service that is bought")),
]
GRADUATIONS = [
    (Graduation.GRANT.value, _("Innovation grant")),
    (Graduation.NETWORK.value, _("Contract within the network")),
    (Graduation.CORE.value, _("Core provider")),
]
SIDES = [("funder", _("Funder")), ("provider", _("Provider"))]
DUTY_STATES = [
    ("due", _("Due")),
    ("received", _("Received")),
    ("sent-back", _("Sent back")),
    ("accepted", _("Accepted")),
]
