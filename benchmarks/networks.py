"""Betweenness of our measures against networkx, on the same made-up network in the same run.

pip install networkx && python benchmarks/networks.py [organisations]
"""

import sys
import time
from random import Random

import networkx

from counterpoint.domain.relationships.communities import communities, modularity
from counterpoint.domain.relationships.measures import betweenness
from counterpoint.domain.relationships.ties import Tie, neighbours, strengths


def main(size: int) -> None:
    chance = Random(1)
    ends = [0]
    ties = []
    for number in range(1, size):
        for other in {chance.choice(ends) for _tie in range(3)}:
            ties.append(Tie(str(number), str(other), "programme", None))
            ends += [number, other]
    near = neighbours(strengths(ties))
    graph = networkx.Graph((tie.one, tie.other) for tie in ties)
    ours, seconds = timed(lambda: betweenness(near))
    theirs, baseline = timed(lambda: networkx.betweenness_centrality(graph))
    assert max(abs(ours[key] - theirs[key]) for key in ours) < 1e-9
    print(f"{size} organisations, {len(ties)} ties, the same answer from both")
    print(
        f"betweenness: ours {seconds:.2f} s, networkx {baseline:.2f} s, {baseline / seconds:.0f} times"
    )
    groups, seconds = timed(lambda: communities(near, 5))
    found, baseline = timed(lambda: networkx.community.louvain_communities(graph, seed=1))
    named = {name: number for number, group in enumerate(found) for name in group}
    print(
        f"groups: ours {seconds:.2f} s (best of 5, modularity {modularity(near, groups):.3f}), "
        f"networkx {baseline:.2f} s (once, {modularity(near, named):.3f})"
    )


def timed(work):
    begun = time.perf_counter()
    return work(), time.perf_counter() - begun


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
