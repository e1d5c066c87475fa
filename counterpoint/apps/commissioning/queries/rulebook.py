"""The buying rules as they stand in their file, read once in each process."""

from functools import lru_cache
from pathlib import Path

import yaml

from counterpoint.domain.commissioning.route.reading import rulebook_from
from counterpoint.domain.commissioning.route.rules import Rulebook

RULES = Path(__file__).parents[3] / "sources" / "buying" / "rules.yaml"


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    return rulebook_from(yaml.safe_load(RULES.read_text(encoding="utf-8")))
