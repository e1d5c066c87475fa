"""Who stands between others, and how tied up they are.

Betweenness after Freeman (1977), as a share of all pairs; constraint after Burt (1992).
"""

from collections.abc import Mapping

import rustworkx

Near = Mapping[str, Mapping[str, int]]


def betweenness(near: Near) -> dict[str, float]:
    names = sorted(near)
    number = {name: index for index, name in enumerate(names)}
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(names)
    graph.add_edges_from_no_data(
        [(number[one], number[other]) for one in names for other in near[one] if one < other]
    )
    found = rustworkx.betweenness_centrality(graph, normalized=True)
    return {name: found[index] for name, index in number.items()}


def constraint(near: Near) -> dict[str, float]:
    """Low where the contacts of an organisation do not know one another."""
    return {name: _constraint_of(name, near) for name in near}


def _constraint_of(name: str, near: Near) -> float:
    contacts = near[name]
    return sum(
        (
            _share(name, contact, near)
            + sum(
                _share(name, between, near) * _share(between, contact, near)
                for between in contacts
                if between != contact and contact in near[between]
            )
        )
        ** 2
        for contact in contacts
    )


def _share(one: str, other: str, near: Near) -> float:
    return near[one][other] / sum(near[one].values())
