"""What other apps show on a place's page. They register here when they start:

    @panels.register
    def organisations(place: Place, within: tuple[int, ...]) -> Panel | None: ...

`within` are the ids of the place and of everything in it. Nothing to show is None.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from counterpoint.apps.places.models import Place
from counterpoint.web.components import Link


@dataclass(frozen=True)
class Panel:
    title: str | Promise
    count: int
    links: tuple[Link, ...] = ()
    more: Link | None = None
    note: str | Promise = ""


Maker = Callable[[Place, tuple[int, ...]], Panel | None]
_MAKERS: list[Maker] = []


def register(maker: Maker) -> Maker:
    if maker not in _MAKERS:
        _MAKERS.append(maker)
    return maker


def of(place: Place, within: tuple[int, ...]) -> list[Panel]:
    return [panel for maker in _MAKERS if (panel := maker(place, within)) is not None]
