"""Open figures of districts, each with its source and period: the baseline beside a need.

They are read from a table that comes with the product, and never guessed for another area: a county
or a district whose borders have changed since simply has none.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "sources" / "figures"


@dataclass(frozen=True, slots=True)
class Indicator:
    code: str
    name: str
    unit: str
    period: str
    source: str
    source_url: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Figure:
    indicator: Indicator
    value: Decimal


@cache
def indicators() -> Mapping[str, Indicator]:
    written = yaml.safe_load((FOLDER / "SOURCES.yaml").read_text(encoding="utf-8"))
    sources = written["sources"]
    return {
        code: Indicator(
            code,
            one["name"],
            one["unit"],
            str(one["period"]),
            sources[one["source"]]["title"],
            sources[one["source"]]["url"],
            sources[one["source"]]["publisher"],
        )
        for code, one in written["indicators"].items()
    }


@cache
def _table() -> Mapping[str, Mapping[str, Decimal]]:
    found: dict[str, dict[str, Decimal]] = {}
    with (FOLDER / "figures.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["place"], {})[row["indicator"]] = Decimal(row["value"])
    return found


def figures_of(code: str) -> list[Figure]:
    """Of exactly this area, in the order in which the indicators are listed."""
    values = _table().get(code, {})
    return [Figure(one, values[key]) for key, one in indicators().items() if key in values]
