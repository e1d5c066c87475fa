"""What apps above this one show on an organisation's page. They register here when they start."""

from collections.abc import Callable

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.places.panels import Panel

Maker = Callable[[Organisation], Panel | None]
_MAKERS: list[Maker] = []


def register(maker: Maker) -> Maker:
    if maker not in _MAKERS:
        _MAKERS.append(maker)
    return maker


def of(organisation: Organisation) -> list[Panel]:
    return [panel for maker in _MAKERS if (panel := maker(organisation)) is not None]
