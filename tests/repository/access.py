"""Reads `access.txt`, the table of who may come where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.repository.world import ROLES

TABLE = Path(__file__).with_name("access.txt")


@dataclass(frozen=True)
class Row:
    route: str
    address: str
    is_post: bool
    audience: str
    outcomes: dict[str, str]

    def __str__(self) -> str:
        return f"{'POST ' if self.is_post else ''}{self.address}"


def rows() -> list[Row]:
    audiences: dict[str, dict[str, str]] = {}
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if not words or words[0] in ("#", "audience", "route"):
            continue
        if len(words) == 1 + len(ROLES):
            audiences[words[0]] = dict(zip(ROLES, words[1:], strict=True))
        else:
            route, *post, address, audience = words
            found.append(Row(route, address, post == ["POST"], audience, audiences[audience]))
    return found
