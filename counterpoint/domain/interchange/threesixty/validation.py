"""Grants checked against the official schema, fast enough to check every one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import jsonschema_rs

REQUIRED = (
    "id",
    "title",
    "description",
    "currency",
    "amountAwarded",
    "awardDate",
    "fundingOrganization",
)
VALUES = re.compile(r"\"[^\"]*\"|\b\d+\b")


@dataclass(frozen=True, slots=True)
class Fault360:
    """`place` is where in the grant, `problem` says what is wrong without repeating the value."""

    place: str
    problem: str


class Standard:
    """The schema, made ready. Formats are checked: a date is either a day or an instant there."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        # The alternative at the top only says which fields are required, and its message names
        # none of them; `missing` says it better.
        body = {key: value for key, value in schema.items() if key != "oneOf"}
        self.validator = jsonschema_rs.validator_for(json.dumps(body), validate_formats=True)

    def faults(self, grant: Mapping[str, Any]) -> Iterator[Fault360]:
        yield from missing(grant)
        if not self.validator.is_valid(grant):
            for error in self.validator.iter_errors(grant):
                place = "/".join(str(step) for step in error.instance_path)
                yield Fault360(place, f"{place or 'grant'}: {error.message[:160]}")


def missing(grant: Mapping[str, Any]) -> Iterator[Fault360]:
    for name in REQUIRED:
        if name not in grant:
            yield Fault360(name, f"{name} is required")
    if "recipientOrganization" not in grant and "recipientIndividual" not in grant:
        yield Fault360("recipientOrganization", "recipientOrganization is required")
