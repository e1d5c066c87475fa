"""The readiness checklist, as its file says it."""

from functools import cache
from pathlib import Path

from counterpoint.domain.readiness.checks import Checklist, checklist_of
from counterpoint.domain.refusals import Invalid
from counterpoint.domain.vocabulary.faults import Fault
from counterpoint.integrations.files import strict_yaml

FILE = Path(__file__).resolve().parents[2] / "sources" / "readiness.yaml"


class ChecklistFaults(Invalid):
    """Our own file is wrong; a test finds out before anybody else does."""


@cache
def checklist() -> Checklist:
    faults: list[Fault] = []
    written = strict_yaml.load(FILE.read_bytes())
    assert isinstance(written, dict)
    found = checklist_of(FILE.name, written, faults)
    if faults:
        raise ChecklistFaults("; ".join(str(fault) for fault in faults))
    return found
