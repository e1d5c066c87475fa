"""The vocabulary as its files say it."""

from dataclasses import dataclass
from pathlib import Path

from counterpoint.apps.vocabulary.files import sha256, texts
from counterpoint.domain.vocabulary.concepts import Vocabulary
from counterpoint.domain.vocabulary.faults import Fault, VocabularyFaults
from counterpoint.domain.vocabulary.parse import vocabulary_from_mappings
from counterpoint.integrations.files import strict_yaml


@dataclass(frozen=True)
class Written:
    sha256: str
    vocabulary: Vocabulary


def read(folder: Path) -> Written:
    """Raises VocabularyFaults with every fault of every file."""
    found = texts(folder)
    written: dict[str, object] = {}
    faults: list[Fault] = []
    for name, content in found.items():
        try:
            written[name] = strict_yaml.load(content)
        except strict_yaml.NOT_READABLE as error:
            place, problem = strict_yaml.place_of(error), strict_yaml.problem_of(error)
            faults.append(Fault(name, "", place, problem, "Correct the file there."))
    if faults:
        raise VocabularyFaults(faults)
    return Written(sha256(found), vocabulary_from_mappings(written))
