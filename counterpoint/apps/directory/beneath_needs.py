"""What apps above this one show beneath a need. They register here when they start."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from counterpoint.apps.directory.models import Need


@dataclass(frozen=True)
class Beneath:
    template: str
    context: Mapping[str, Any]


Maker = Callable[[Need, Any], Beneath | None]
_MAKERS: list[Maker] = []


def register(maker: Maker) -> Maker:
    if maker not in _MAKERS:
        _MAKERS.append(maker)
    return maker


def of(need: Need, person: Any) -> list[Beneath]:
    """`person` is whoever is looking."""
    return [one for maker in _MAKERS if (one := maker(need, person)) is not None]
