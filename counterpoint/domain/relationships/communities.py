"""Groups that are tied more closely among themselves than chance would have it.

The method of Louvain (Blondel and others, 2008), begun from several orders that are always the
same, so that the answer is stable; the grouping with the highest modularity is kept.
"""

from collections.abc import Mapping
from random import Random

Near = Mapping[str, Mapping[str, int]]
STARTS = 20


def modularity(near: Near, groups: Mapping[str, int]) -> float:
    """Newman and Girvan's: the share of ties inside groups beyond what degrees alone predict."""
    doubled = sum(sum(ties.values()) for ties in near.values())
    if not doubled:
        return 0.0
    inside: dict[int, int] = {}
    degree: dict[int, int] = {}
    for name, ties in near.items():
        group = groups[name]
        degree[group] = degree.get(group, 0) + sum(ties.values())
        inside[group] = inside.get(group, 0) + sum(
            weight for other, weight in ties.items() if groups[other] == group
        )
    return sum(inside[g] / doubled - (degree[g] / doubled) ** 2 for g in degree)


def communities(near: Near, starts: int = STARTS) -> dict[str, int]:
    """A number for each organisation; the largest group is 0."""
    best: dict[str, int] = dict.fromkeys(near, 0)
    highest = modularity(near, best)
    for start in range(starts):
        groups = _louvain(near, Random(start))  # noqa: S311  an order, not a secret
        reached = modularity(near, groups)
        if reached > highest + 1e-12:
            best, highest = groups, reached
    return _by_size(best)


def _louvain(near: Near, chance: Random) -> dict[str, int]:
    nodes = {name: number for number, name in enumerate(sorted(near))}
    graph = {nodes[a]: {nodes[b]: w for b, w in ties.items()} for a, ties in near.items()}
    loops = dict.fromkeys(graph, 0)
    while True:
        groups, has_moved = _one_level(graph, loops, chance)
        nodes = {name: groups[number] for name, number in nodes.items()}
        if not has_moved:
            return nodes
        graph, loops = _gathered(graph, loops, groups)


Graph = dict[int, dict[int, int]]


def _one_level(
    graph: Graph, loops: dict[int, int], chance: Random
) -> tuple[dict[int, int], bool]:
    """Each node goes where it raises modularity most, until none wants to move."""
    groups = {node: node for node in graph}
    degree = {node: sum(graph[node].values()) + loops[node] for node in graph}
    total = dict(degree)
    doubled = sum(degree.values()) or 1
    order, has_moved, again = sorted(graph), False, True
    chance.shuffle(order)
    while again:
        again = False
        for node in order:
            to: dict[int, int] = {groups[node]: 0}
            for other, weight in graph[node].items():
                to[groups[other]] = to.get(groups[other], 0) + weight
            here = groups[node]
            total[here] -= degree[node]
            share = degree[node] / doubled
            gains = {group: ties - total[group] * share for group, ties in to.items()}
            best = max(sorted(gains), key=gains.__getitem__)
            if gains[best] <= gains[here] + 1e-12:
                best = here
            total[best] += degree[node]
            if best != here:
                groups[node], again, has_moved = best, True, True
    return groups, has_moved


def _gathered(
    graph: Graph, loops: dict[int, int], groups: dict[int, int]
) -> tuple[Graph, dict[int, int]]:
    """Each group becomes one node; ties inside it become its loop."""
    smaller: Graph = {group: {} for group in set(groups.values())}
    inside = dict.fromkeys(smaller, 0)
    for node, ties in graph.items():
        group = groups[node]
        inside[group] += loops[node]
        for other, weight in ties.items():
            far = groups[other]
            if far == group:
                inside[group] += weight
            else:
                smaller[group][far] = smaller[group].get(far, 0) + weight
    return smaller, inside


def _by_size(groups: Mapping[str, int]) -> dict[str, int]:
    members: dict[int, list[str]] = {}
    for name in sorted(groups):
        members.setdefault(groups[name], []).append(name)
    ordered = sorted(members.values(), key=lambda names: (-len(names), names[0]))
    return {name: number for number, names in enumerate(ordered) for name in names}
