"""What a call asks, read as a specification: what it prescribes, what it demands, whether that fits."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from counterpoint.apps.commissioning.forms.specification import LONGEST, written
from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.commissioning.presenters import specification as presenter
from counterpoint.domain.commissioning.calls.questions import Kind
from counterpoint.web.components import FlagKind


@dataclass(frozen=True)
class CallSpecification:
    remarks: list[tuple[FlagKind, str]]
    url: str


def specification_of(call: Call) -> CallSpecification | None:
    """None while nothing is asked. Each file that is asked for counts as a document demanded."""
    if not call.what_is_wanted.strip():
        return None
    documents = call.questions.filter(kind=Kind.FILE)
    social = call.criteria.filter(is_social_value=True).first()
    query = {
        "requirements": call.what_is_wanted[: LONGEST["requirements"]],
        "documents": "\n".join(
            f"{one.text}: {one.hint}" if one.hint else one.text for one in documents
        ),
        "social": social.asks or social.title if social else "",
        "weight": str(social.weight) if social else "",
        "value": f"{call.pot:f}" if call.pot else "",
    }
    address = urlencode({name: said for name, said in query.items() if said})
    checked = presenter.checked(written(QueryDict(address)))
    return CallSpecification(
        presenter.summary(checked), f"{reverse('specification-check')}?{address}"
    )
