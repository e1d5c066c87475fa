"""The instruments as they are shipped."""

from pathlib import Path

import yaml

from counterpoint.domain.outcomes.instruments import Instrument
from counterpoint.domain.outcomes.parse import instruments_from_mappings

FOLDER = Path(__file__).resolve().parents[3] / "vocabularies" / "instruments"


def shipped() -> dict[str, Instrument]:
    files = {
        path.name: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.yaml"))
    }
    return {one.code: one for one in instruments_from_mappings(files)}
