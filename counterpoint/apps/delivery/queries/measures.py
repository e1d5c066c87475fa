"""The instruments from their files, read once a process."""

from functools import lru_cache
from pathlib import Path

import yaml
from django.conf import settings

from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.outcomes.instruments import Instrument
from counterpoint.domain.outcomes.parse import InstrumentFaults, instruments_from_mappings
from counterpoint.domain.refusals import NotFound
from counterpoint.domain.vocabulary.faults import Fault

FOLDER = "instruments"


class NoSuchMeasure(NotFound):
    sentence = "There is no measure by that name."


@lru_cache(maxsize=4)
def _read(folder: Path) -> tuple[Instrument, ...]:
    written: dict[str, object] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            written[path.name] = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (yaml.YAMLError, ValueError) as error:
            fault = Fault(path.name, "", "", f"It is not YAML: {error}.", "Correct the file.")
            raise InstrumentFaults([fault]) from error
    return instruments_from_mappings(written)


def instruments() -> tuple[Instrument, ...]:
    return _read(settings.VOCABULARIES / FOLDER)


def instrument(code: str) -> Instrument:
    found = next((one for one in instruments() if one.code == code), None)
    if found is None:
        raise NoSuchMeasure
    return found


def outcome_names() -> dict[str, str]:
    """The outcomes that any instrument measures, by code; one that is not loaded names itself."""
    codes = sorted({code for one in instruments() for code in one.measures})
    loaded = dict(Concept.objects.filter(code__in=codes).values_list("code", "name"))
    return {code: loaded.get(code) or _plain(code) for code in codes}


def _plain(code: str) -> str:
    return code.partition(".")[2].replace("-", " ").capitalize()
