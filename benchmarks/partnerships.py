"""How long it takes to find the smallest partnerships, beside a greedy choice of the same run.

    python -m benchmarks.partnerships --partners 300 --requirements 12

CPU time of this process. Partners are drawn by chance: most meet one or two requirements, few meet
four, a third name no price or capacity, and some pairs were funded together. Greedy takes whoever
covers most of what is left, which is what a person does with a list.
"""

import argparse
import random
import time
from decimal import Decimal
from statistics import median

from counterpoint.domain.commissioning.partnerships import (
    Pair,
    Partner,
    Partnership,
    Search,
    assembled,
    partnerships,
)

PEOPLE = 60
MOST_SEED = 10


def drawn(seed: int, count: int, asked: int) -> Search:
    chance = random.Random(seed)
    requirements = tuple(f"requirement {n}" for n in range(asked))
    partners = tuple(
        Partner(
            f"partner {n}",
            frozenset(
                chance.sample(requirements, min(asked, chance.choice((1, 1, 2, 2, 3, 4))))
            ),
            chance.choice((None, 10, 20, 30)),
            chance.choice((None, Decimal(chance.randrange(500, 9_000)))),
        )
        for n in range(count)
    )
    names = [partner.key for partner in partners]
    ties: dict[Pair, int] = {frozenset(chance.sample(names, 2)): 1 for _ in range(2 * count)}
    return Search(requirements, partners, people=PEOPLE, ties=ties)


def greedy(search: Search) -> Partnership:
    """Whoever covers most of what is left, then whoever holds most people, until it is enough."""
    chosen: list[Partner] = []
    while len(chosen) < search.most_partners:
        left = set(search.requirements).difference(*(one.meets for one in chosen))
        held = sum(one.capacity or 0 for one in chosen)
        if not left and held >= PEOPLE:
            break
        rest = [one for one in search.partners if one not in chosen]
        chosen.append(max(rest, key=lambda one: (len(one.meets & left), one.capacity or 0)))
    return assembled(search, (one.key for one in chosen))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--partners", type=int, default=300)
    options.add_argument("--requirements", type=int, default=12)
    asked = options.parse_args()
    seconds: list[float] = []
    ours, theirs, gaps = 0, 0, 0
    for seed in range(MOST_SEED):
        search = drawn(seed, asked.partners, asked.requirements)
        begun = time.process_time()
        best = partnerships(search)[0]
        seconds.append(time.process_time() - begun)
        plain = greedy(search)
        ours += len(best.partners)
        theirs += len(plain.partners)
        gaps += len(plain.uncovered) - len(best.uncovered)
    print(f"{asked.partners} partners, {asked.requirements} requirements, {MOST_SEED} draws")
    print(f"three partnerships       {median(seconds):6.2f} s CPU, worst {max(seconds):.2f} s")
    print(f"size, smallest           {ours / MOST_SEED:6.1f} partners")
    print(
        f"size, greedy             {theirs / MOST_SEED:6.1f} partners, ratio {theirs / ours:.2f}"
    )
    print(f"left uncovered by greedy alone {gaps}")
    return 0 if max(seconds) < 2 else 1


if __name__ == "__main__":
    raise SystemExit(main())
