"""Which records a concept is used by. The apps that hold such records say so here when they start.

An app registers a function that counts its own records, since only it knows which of them a
visitor may see:

    uses.counts(lambda concept: Use(_("offers"), Offer.objects.public()..., f"/offers/?..."))
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from counterpoint.apps.vocabulary.models import Concept


@dataclass(frozen=True)
class Use:
    label: str | Promise
    count: int
    url: str = ""


Counter = Callable[[Concept], Use]
_COUNTERS: list[Counter] = []


def counts(counter: Counter) -> Counter:
    if counter not in _COUNTERS:
        _COUNTERS.append(counter)
    return counter


def of(concept: Concept) -> list[Use]:
    return [counter(concept) for counter in _COUNTERS]
