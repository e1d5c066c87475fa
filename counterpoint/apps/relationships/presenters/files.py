"""The network for other programs: ties as CSV, and GraphML (graphml.graphdrawing.org)."""

from collections.abc import Iterator
from xml.etree import ElementTree

from counterpoint.apps.directory.presenters.columns import Table
from counterpoint.apps.directory.presenters.streams import csv_lines
from counterpoint.apps.relationships.queries.network import Network
from counterpoint.domain.relationships.ties import Tie

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def ties_csv(network: Network) -> Iterator[str]:
    names = network.names
    table = Table(
        "ties",
        {
            "One": lambda tie: names[tie.one],
            "Other": lambda tie: names[tie.other],
            "Kind": lambda tie: tie.kind,
            "Since": lambda tie: tie.since.isoformat() if tie.since else "",
        },
    )
    return csv_lines(table, network.ties)


def graphml(network: Network) -> bytes:
    root = ElementTree.Element("graphml", xmlns=NAMESPACE)
    for name, of in (("name", "node"), ("kind", "edge"), ("since", "edge")):
        said = {"id": name, "for": of, "attr.name": name, "attr.type": "string"}
        ElementTree.SubElement(root, "key", said)
    graph = ElementTree.SubElement(root, "graph", id="ties", edgedefault="undirected")
    number = {one: f"n{index}" for index, one in enumerate(sorted(network.names))}
    for one, node_id in number.items():
        node = ElementTree.SubElement(graph, "node", id=node_id)
        _say(node, "name", network.names[one])
    for tie in network.ties:
        _add_edge(graph, tie, number)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add_edge(graph: ElementTree.Element, tie: Tie, number: dict[str, str]) -> None:
    ends = {"source": number[tie.one], "target": number[tie.other]}
    edge = ElementTree.SubElement(graph, "edge", ends)
    _say(edge, "kind", tie.kind)
    if tie.since:
        _say(edge, "since", tie.since.isoformat())


def _say(element: ElementTree.Element, key: str, words: str) -> None:
    ElementTree.SubElement(element, "data", key=key).text = words
