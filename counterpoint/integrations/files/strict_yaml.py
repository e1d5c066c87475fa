"""YAML that people write, read strictly: what YAML itself would swallow in silence is refused."""

from collections.abc import Hashable
from typing import Any

import yaml

# Besides what YAML says itself: the 31st of February, bytes that are no text, a thousand brackets.
NOT_READABLE = (yaml.YAMLError, ValueError, RecursionError)


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


def load(text: str | bytes) -> object:
    """Raises one of NOT_READABLE, which `place_of` and `problem_of` put into words."""
    return yaml.load(text, Loader=_Reader)  # noqa: S506  a safe loader


def place_of(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 1}" if mark else ""


def problem_of(error: Exception) -> str:
    return f"It is not YAML: {getattr(error, 'problem', None) or error}."
