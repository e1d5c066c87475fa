"""An agreement as both sides sign it: its words in a shape that JSON holds."""

from typing import Any

from counterpoint.apps.agreements.models import Agreement

VARIED = ("title", "amount", "begins", "ends", "terms")


def wording(agreement: Agreement) -> dict[str, Any]:
    return {
        "reference": agreement.reference,
        "funder": agreement.funder.name,
        "provider": agreement.provider.name,
        "kind": agreement.kind,
        **{name: str(getattr(agreement, name)) for name in VARIED},
        "outcomes": [[one.text, one.measure] for one in agreement.outcomes.all()],
        "milestones": [[one.title, str(one.on)] for one in agreement.milestones.all()],
        "payments": [
            [one.what, str(one.amount), str(one.due_on)] for one in agreement.payments.all()
        ],
        "returns": [
            [one.title, str(one.due_on), str(one.hours)] for one in agreement.duties.all()
        ],
        "indicators": [[one.name, one.unit] for one in agreement.indicators.all()],
    }
