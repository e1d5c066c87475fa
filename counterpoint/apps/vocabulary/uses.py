"""Which records a concept is used by. The apps that hold such records say so here when they start.

An app registers a function that counts its own records, since only it knows which of them a
visitor may see; `within` are the numbers of the concept and of all below it:

    uses.counts(lambda concept, within: Use(_("offers"), Offer.objects...count(), "/offers/?..."))
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


Counter = Callable[[Concept, tuple[int, ...]], Use]
_COUNTERS: list[Counter] = []


def counts(counter: Counter) -> Counter:
    if counter not in _COUNTERS:
        _COUNTERS.append(counter)
    return counter


def of(concept: Concept, within: tuple[int, ...]) -> list[Use]:
    return [counter(concept, within) for counter in _COUNTERS]
