"""The headings of a 360Giving spreadsheet, from the titles that the standard's own schema gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from counterpoint.domain.interchange.rows import heading_key

Path = tuple[str | int, ...]

# Headings seen in published files for fields that the schema calls otherwise. Where a file has
# several for one field, the standard's own counts first, then these in this order.
ALSO_CALLED: Mapping[str, Path] = {
    "recipient org:postcode": ("recipientOrganization", 0, "postalCode"),
    "recipient org:post code": ("recipientOrganization", 0, "postalCode"),
    "recipient org:town": ("recipientOrganization", 0, "addressLocality"),
    "date modified": ("dateModified",),
    "open call?": ("fromOpenCall",),
    "grant programme": ("grantProgramme", 0, "title"),
    "programme type": ("grantProgramme", 0, "title"),
    "type": ("grantProgramme", 0, "title"),
    "fund": ("grantProgramme", 0, "title"),
    "planned dates:start": ("plannedDates", 0, "startDate"),
    "planned dates:end": ("plannedDates", 0, "endDate"),
}
RANKS = {heading: rank for rank, heading in enumerate(ALSO_CALLED, start=1)}


def titled_paths(schema: Mapping[str, Any]) -> dict[str, Path]:
    """From the key of a heading, by title or by field name, to where the value belongs in a grant."""
    found = dict(_titled(schema, schema["properties"], (), ""))
    found.update(
        {heading_key("/".join(map(str, path))): path for path in list(found.values())}
    )
    return {**ALSO_CALLED, **found}


def _titled(
    schema: Mapping[str, Any], properties: Mapping[str, Any], path: Path, title: str
) -> Iterator[tuple[str, Path]]:
    for name, about in properties.items():
        holds, steps = _held(schema, about)
        own = about.get("title") or ("" if "properties" in holds else holds.get("title", ""))
        if not own:
            continue
        words = f"{title}:{own}" if title else own
        if "properties" in holds:
            yield from _titled(schema, holds["properties"], (*path, name, *steps), words)
        else:
            yield heading_key(words), (*path, name, *steps)


def _held(
    schema: Mapping[str, Any], about: Mapping[str, Any]
) -> tuple[Mapping[str, Any], Path]:
    """What a field holds, and the step into it if that is a list."""
    holds = about.get("items", about)
    steps: Path = (0,) if "items" in about else ()
    if "$ref" in holds:
        holds = schema["$defs"][holds["$ref"].rsplit("/", 1)[-1]]
    return holds, steps


class Unflattening:
    """Rows of a spreadsheet made into grants, for one set of headings."""

    def __init__(self, keys: Sequence[str], paths: Mapping[str, Path]) -> None:
        known = sorted(
            (key for key in keys if key in paths), key=lambda key: RANKS.get(key, 0)
        )
        self.steps = [(key, paths[key]) for key in known]
        self.used = [key for key, _path in self.steps]
        self.plain = [(key, str(path[0])) for key, path in self.steps if len(path) == 1]
        # Nearly all others are fields of the first object of a list: built in one go.
        self.listed: dict[str, list[tuple[str, str]]] = {}
        self.deeper: list[tuple[str, Path]] = []
        for key, path in self.steps:
            if len(path) == 3 and path[1] == 0:
                self.listed.setdefault(str(path[0]), []).append((key, str(path[2])))
            elif len(path) > 1:
                self.deeper.append((key, path))

    def grant(self, cells: Mapping[str, Any]) -> dict[str, Any]:
        grant: dict[str, Any] = {
            name: cell
            for key, name in reversed(self.plain)
            if (cell := cells.get(key)) not in EMPTY
        }
        for name, fields in self.listed.items():
            # Of two headings for one field the first that says something counts.
            held = {
                field: cell
                for key, field in reversed(fields)
                if (cell := cells.get(key)) not in EMPTY
            }
            if held:
                grant[name] = [held]
        for key, path in self.deeper:
            if (cell := cells.get(key)) not in EMPTY:
                _put(grant, path, cell)
        return grant


EMPTY = (None, "")


def _put(grant: dict[str, Any], path: Path, value: object) -> None:
    inside: Any = grant
    for step, following in pairwise(path):
        if isinstance(step, int):
            if not inside:
                inside.append([] if isinstance(following, int) else {})
            inside = inside[step]
        else:
            inside = inside.setdefault(step, [] if isinstance(following, int) else {})
    last = path[-1]
    if isinstance(last, int):
        inside.append(value)
    else:
        inside.setdefault(last, value)
