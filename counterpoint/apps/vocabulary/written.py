"""The vocabulary as its files say it."""

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from counterpoint.apps.vocabulary.files import sha256, texts
from counterpoint.domain.vocabulary.concepts import Vocabulary
from counterpoint.domain.vocabulary.faults import Fault, VocabularyFaults
from counterpoint.domain.vocabulary.parse import vocabulary_from_mappings

# Besides what YAML says itself: the 31st of February, bytes that are no text, a thousand brackets.
NOT_READABLE = (yaml.YAMLError, ValueError, RecursionError)


@dataclass(frozen=True)
class Written:
    sha256: str
    vocabulary: Vocabulary


class _Reader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML keeps the last of two equal keys and drops the first in silence; this one refuses."""

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Hashable, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(
                    problem="a list or a mapping cannot be a key", problem_mark=key.start_mark
                )
            if key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"“{key.value}” is written twice", problem_mark=key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]


def read(folder: Path) -> Written:
    """Raises VocabularyFaults with every fault of every file."""
    found = texts(folder)
    written: dict[str, object] = {}
    faults: list[Fault] = []
    for name, content in found.items():
        try:
            written[name] = yaml.load(content, Loader=_Reader)  # noqa: S506  a safe loader
        except NOT_READABLE as error:
            faults.append(
                Fault(name, "", _place(error), _problem(error), "Correct the file there.")
            )
    if faults:
        raise VocabularyFaults(faults)
    return Written(sha256(found), vocabulary_from_mappings(written))


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark else ""


def _problem(error: Exception) -> str:
    return f"It is not YAML: {getattr(error, 'problem', None) or error}."
