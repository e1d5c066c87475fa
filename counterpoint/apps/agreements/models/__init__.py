"""Agreements, what belongs to them, and what was signed."""

from counterpoint.apps.agreements.models.agreements import Agreement
from counterpoint.apps.agreements.models.parts import (
    Duty,
    GraduationMove,
    Indicator,
    Milestone,
    Outcome,
    Payment,
    Reported,
)
from counterpoint.apps.agreements.models.signing import Signature, Variation

__all__ = [
    "Agreement",
    "Duty",
    "GraduationMove",
    "Indicator",
    "Milestone",
    "Outcome",
    "Payment",
    "Reported",
    "Signature",
    "Variation",
]
