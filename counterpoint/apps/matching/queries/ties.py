"""Prior ties between providers: awards of the same funder from the same programme."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from counterpoint.apps.directory.models import Award

# A programme that funded half the country ties nobody to anybody.
MOST_OF_PROGRAMME = 12
MOST_TOLD = 3


@dataclass(frozen=True)
class Tie:
    funder: str
    programme: str


def ties_between(organisations: Iterable[int]) -> Mapping[frozenset[int], tuple[Tie, ...]]:
    """By pair of organisations, what funded both of them. Public awards alone are looked at."""
    funded: dict[tuple[int, str], set[int]] = defaultdict(set)
    names: dict[int, str] = {}
    rows = (
        Award.objects.filter(recipient_id__in=list(organisations))
        .exclude(programme="")
        .order_by()
        .values_list("recipient_id", "funder_id", "funder__name", "programme")
        .distinct()
    )
    for recipient, funder, name, programme in rows:
        if recipient is not None:
            funded[funder, programme].add(recipient)
            names[funder] = name
    found: dict[frozenset[int], list[Tie]] = defaultdict(list)
    for (funder, programme), recipients in sorted(funded.items()):
        if len(recipients) <= MOST_OF_PROGRAMME:
            for pair in combinations(sorted(recipients), 2):
                found[frozenset(pair)].append(Tie(names[funder], programme))
    return {pair: tuple(ties[:MOST_TOLD]) for pair, ties in found.items()}
