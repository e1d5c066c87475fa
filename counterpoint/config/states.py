"""The state diagrams of the docs, printed from the tables that the code goes by."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from counterpoint.domain.commissioning import agreement
from counterpoint.domain.commissioning.calls import applying, standing

Rules: TypeAlias = Mapping[Any, tuple[frozenset[Any], Any]]
CLOCK = (
    (standing.Standing.ANNOUNCED, standing.Standing.OPEN, "the opening day"),
    (standing.Standing.OPEN, standing.Standing.CLOSED, "the deadline and its grace"),
)


def states_page() -> str:
    return "\n".join(
        [
            "# States",
            "",
            "Who may do what, and when, is written down once, in tables of the code; this page is printed from",
            "them by `make docs`. What is not in a table is refused, with the sentence beside the act.",
            "",
            "## A call",
            "",
            *_diagram(_of_calls()),
            "",
            "| act | where | leads to | otherwise |",
            "|---|---|---|---|",
            *_call_rows(),
            "",
            "## An application",
            "",
            "What was sent is a copy: writing goes on beside it, and the last that was sent counts.",
            "",
            *_diagram(_of(applying.RULES)),
            "",
            "| act | where | leads to | otherwise |",
            "|---|---|---|---|",
            *_rows(applying.RULES, applying.SENTENCES),
            "",
            "## An agreement",
            "",
            *_diagram(_of(agreement.RULES)),
            "",
            "| act | where | leads to | otherwise |",
            "|---|---|---|---|",
            *_rows(agreement.RULES, agreement.SENTENCES),
        ]
    )


def _diagram(arrows: Iterable[tuple[str, str, str]]) -> list[str]:
    lines = [f"    {one} --> {other}: {act}" for one, other, act in arrows]
    return ["```mermaid", "stateDiagram-v2", *lines, "```"]


def _name(state: str) -> str:
    return state.replace("-", "_")


def _of_calls() -> Iterator[tuple[str, str, str]]:
    yield "[*]", "draft", "begin"
    yield from CLOCK
    for act, rule in standing.RULES.items():
        if rule.to is None:
            continue
        to = "announced" if rule.to is standing.State.PUBLISHED else str(rule.to)
        for at in sorted(rule.at):
            yield at, to, act
    yield "closed", "open", "extend"


def _of(rules: Rules) -> Iterator[tuple[str, str, str]]:
    yield "[*]", "draft", "begin"
    for act, (at, to) in rules.items():
        if to is not None:
            for one in sorted(at):
                yield _name(one), _name(to), act


def _call_rows() -> Iterator[str]:
    for act, rule in standing.RULES.items():
        where = ", ".join(sorted(rule.at))
        yield f"| {act} | {where} | {rule.to or 'as it was'} | {standing.SENTENCES[act]} |"


def _rows(rules: Rules, sentences: Mapping[Any, str]) -> Iterator[str]:
    for act, (at, to) in rules.items():
        yield f"| {act} | {', '.join(sorted(at))} | {to or 'as it was'} | {sentences[act]} |"
