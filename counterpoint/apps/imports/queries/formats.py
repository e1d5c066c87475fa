"""All readers of files, made ready once in each process."""

import json
from functools import cache
from pathlib import Path

from counterpoint.domain.interchange.recognition import Recognition

SCHEMA = Path(__file__).parents[3] / "sources" / "schemas" / "360giving" / "grant.json"


@cache
def recognition() -> Recognition:
    return Recognition(json.loads(SCHEMA.read_text(encoding="utf-8")))
