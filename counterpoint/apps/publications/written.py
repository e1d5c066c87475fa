"""The guides as their files say them."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from counterpoint.apps.vocabulary import queries as vocabulary
from counterpoint.domain.publications.guides import Guide, check_together, guide_of
from counterpoint.domain.refusals import Invalid
from counterpoint.domain.vocabulary.faults import Fault
from counterpoint.integrations.files import strict_yaml

GUIDES = Path(__file__).resolve().parents[2] / "sources" / "guides"
ABOUT_THE_FOLDER = "SOURCES.yaml"


class GuideFaults(Invalid):
    """The files do not make guides; every reason is listed."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(faults)
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(f"The guides have {count}, so nothing was loaded.")


@dataclass(frozen=True)
class Written:
    guide: Guide
    sha256: str


def read(folder: Path = GUIDES) -> list[Written]:
    """Raises GuideFaults with every fault of every file."""
    faults: list[Fault] = []
    found: dict[str, Written] = {}
    for path in _files(folder):
        content = path.read_bytes()
        guide = _guide(path.name, content, faults)
        if guide:
            found[path.name] = Written(guide, hashlib.sha256(content).hexdigest())
    codes = {concept.code for concept in vocabulary.in_force().vocabulary}
    check_together({name: one.guide for name, one in found.items()}, codes, faults)
    if faults:
        raise GuideFaults(faults)
    return list(found.values())


def hashes(folder: Path = GUIDES) -> set[str]:
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(folder)}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if path.name != ABOUT_THE_FOLDER)


def _guide(name: str, content: bytes, faults: list[Fault]) -> Guide | None:
    try:
        mapping = strict_yaml.load(content)
    except strict_yaml.NOT_READABLE as error:
        place, problem = strict_yaml.place_of(error), strict_yaml.problem_of(error)
        faults.append(Fault(name, "", place, problem, "Correct the file there."))
        return None
    if not isinstance(mapping, dict):
        faults.append(Fault(name, "", "", "It has no fields.", "Begin with title: and slug:."))
        return None
    return guide_of(name, mapping, faults)
