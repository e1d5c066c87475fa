"""The picture of a network. Organisations keep their places between dates, so that one can compare.

Only the best connected are named; a name that would cover another one is left to the list.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import rustworkx

from counterpoint.domain.relationships.measures import Near

SIDE, MARGIN, LETTER, LINE = 420.0, 24.0, 8.3, 17.0
MOST_NAMED, LONGEST = 10, 22
SEED = 7
Points = Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class Dot:
    name: str
    url: str
    x: str
    y: str
    radius: str
    css: str


@dataclass(frozen=True)
class Line:
    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Label:
    words: str
    x: str
    y: str
    anchor: str


@dataclass(frozen=True)
class Drawing:
    dots: list[Dot]
    lines: list[Line]
    labels: list[Label]
    side: int = int(SIDE)


def places_for(near: Near) -> dict[str, tuple[float, float]]:
    """The same for the same ties: the layout begins from a fixed seed."""
    names = sorted(near)
    graph = rustworkx.PyGraph(multigraph=False)
    number = dict(zip(names, graph.add_nodes_from(names), strict=True))
    graph.add_edges_from_no_data(
        [(number[one], number[other]) for one in names for other in near[one] if one < other]
    )
    if not names:
        return {}
    found = rustworkx.spring_layout(graph, seed=SEED, num_iter=300)
    return _fitted({name: tuple(found[number[name]]) for name in names})


def drawing(
    near: Near,
    points: Points,
    names: Mapping[str, str],
    addresses: Mapping[str, str],
    bridges: set[str],
) -> Drawing:
    ordered = sorted(near, key=lambda key: (-len(near[key]), names[key]))
    return Drawing(
        dots=[
            Dot(
                names[key],
                addresses.get(key, ""),
                _number(points[key][0]),
                _number(points[key][1]),
                _number(4 + min(len(near[key]), 12) / 2),
                "drawn-warm" if key in bridges else "drawn-cool",
            )
            for key in ordered
        ],
        lines=[
            Line(*map(_number, (*points[one], *points[other])))
            for one in ordered
            for other in near[one]
            if one < other
        ],
        labels=_labels(ordered, points, names),
    )


def _labels(ordered: list[str], points: Points, names: Mapping[str, str]) -> list[Label]:
    # Neither another name nor another organisation is covered.
    taken = [(points[key][0] - 5, points[key][1], 10.0) for key in ordered]
    labels = []
    for key in ordered:
        words = names[key]
        words = words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
        wide, (x, y) = len(words) * LETTER, points[key]
        is_left = x + 12 + wide > SIDE
        left = x - 12 - wide if is_left else x + 12
        if left < 0 or any(_covers(left, y, wide, other) for other in taken):
            continue
        taken.append((left, y, wide))
        at = x - 12 if is_left else x + 12
        labels.append(Label(words, _number(at), _number(y + 5), "end" if is_left else "start"))
        if len(labels) == MOST_NAMED:
            break
    return labels


def _covers(left: float, y: float, wide: float, other: tuple[float, float, float]) -> bool:
    other_left, other_y, other_wide = other
    beside = left + wide < other_left or other_left + other_wide < left
    return not beside and abs(y - other_y) < LINE


def _fitted(raw: Mapping[str, tuple[float, ...]]) -> dict[str, tuple[float, float]]:
    xs, ys = zip(*raw.values(), strict=True)
    return {
        name: (_between(x, min(xs), max(xs)), _between(y, min(ys), max(ys)))
        for name, (x, y) in raw.items()
    }


def _between(value: float, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return MARGIN + share * (SIDE - 2 * MARGIN)


def _number(value: float) -> str:
    return f"{value:.1f}"
