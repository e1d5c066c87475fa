"""The network at two dates, in words and pictures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.relationships.presenters.drawing import Drawing, drawing, places_for
from counterpoint.apps.relationships.queries.network import Network
from counterpoint.domain.relationships.communities import communities
from counterpoint.domain.relationships.measures import Near, betweenness, constraint
from counterpoint.domain.relationships.ties import Tie, by_then, neighbours, strengths
from counterpoint.web.components import Link

MOST_BRIDGES = 8


@dataclass(frozen=True)
class TieRow:
    one: str
    other: str
    how: str
    since: int


@dataclass(frozen=True)
class Moment:
    year: int
    caption: str
    drawing: Drawing
    ties: list[TieRow]
    organisations: int
    bridges: list[Link]


@dataclass(frozen=True)
class Row:
    link: Link
    contacts_then: int
    contacts_now: int
    between: str
    constraint: str
    group: int


@dataclass(frozen=True)
class NetworkView:
    moments: list[Moment]
    rows: list[Row]
    unbridged: list[Link]
    undated: int


def network_view(network: Network, then: int, now: int) -> NetworkView:
    points = places_for(neighbours(strengths(network.ties)))
    at = {year: _near(network, year) for year in (then, now)}
    return NetworkView(
        moments=[_moment(network, year, at[year], points) for year in dict.fromkeys(at)],
        rows=_rows(network, at[then], at[now]),
        unbridged=_unbridged(network),
        undated=sum(tie.since is None for tie in network.ties),
    )


def bridges(near: Near) -> dict[str, tuple[float, int]]:
    """Those who lie between others and have contacts in two groups or more."""
    groups, between = communities(near), betweenness(near)
    found = {}
    for key, ties in near.items():
        reached = len({groups[other] for other in (*ties, key)})
        if between[key] > 0 and reached > 1:
            found[key] = (between[key], reached)
    return found


def _near(network: Network, year: int) -> Near:
    return neighbours(strengths(by_then(network.ties, date(year, 12, 31))))


def _moment(
    network: Network, year: int, near: Near, points: Mapping[str, tuple[float, float]]
) -> Moment:
    found = bridges(near)
    ordered = sorted(found, key=lambda key: (-found[key][0], network.names[key]))
    links = [
        Link(
            network.names[key],
            network.addresses.get(key, ""),
            ngettext(
                "between {share} of all pairs, reaching {count} group",
                "between {share} of all pairs, reaching {count} groups",
                found[key][1],
            ).format(share=f"{found[key][0]:.0%}", count=found[key][1]),
        )
        for key in ordered[:MOST_BRIDGES]
    ]
    return Moment(
        year=year,
        caption=_("The network at the end of {year}").format(year=year),
        drawing=drawing(near, points, network.names, network.addresses, set(found)),
        ties=list(tie_rows(network, by_then(network.ties, date(year, 12, 31)))),
        organisations=len(near),
        bridges=links,
    )


def tie_rows(network: Network, ties: Iterable[Tie]) -> Iterable[TieRow]:
    """One for each two organisations: how often they met in which way, and since when."""
    pairs: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        if tie.one != tie.other:
            pairs.setdefault(tie.pair, []).append(tie)
    words = {"programme": _("programme"), "award": _("award")}
    for (one, other), met in sorted(
        pairs.items(), key=lambda pair: [network.names[key] for key in pair[0]]
    ):
        kinds = {kind: sum(tie.kind == kind for tie in met) for kind in words}
        how = ", ".join(f"{words[kind]} × {n}" for kind, n in kinds.items() if n)
        since = min((tie.since.year for tie in met if tie.since), default=0)
        yield TieRow(network.names[one], network.names[other], how, since)


def _rows(network: Network, then: Near, now: Near) -> list[Row]:
    between, tied_up, groups = betweenness(now), constraint(now), communities(now)
    ordered = sorted(now, key=lambda key: (-between[key], network.names[key]))
    return [
        Row(
            Link(network.names[key], network.addresses.get(key, "")),
            len(then.get(key, ())),
            len(now[key]),
            f"{between[key]:.3f}",
            f"{tied_up[key]:.2f}",
            groups[key] + 1,
        )
        for key in ordered
    ]


def _unbridged(network: Network) -> list[Link]:
    """Pilots and localities that have no organisation in common with another one."""
    found = []
    for name, members in network.parts.items():
        others = [one for other, one in network.parts.items() if other != name]
        if not members.intersection(*[set().union(*others)]):
            note = "" if members else _("nobody is recorded there")
            found.append(Link(name, network.part_addresses[name], note))
    return found
