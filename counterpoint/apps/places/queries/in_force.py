"""What is kept in memory of the places that are loaded."""

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from threading import Lock

from counterpoint.apps.places import models, stored
from counterpoint.apps.places.maps import Map
from counterpoint.domain.places.containment import HELD_SHARE, LEAST_SHARE, Containment
from counterpoint.domain.places.gazetteer import Gazetteer
from counterpoint.domain.places.place import Kind


class InForce:
    """Everything that is worked out of one release, each part when it is first asked for."""

    def __init__(self, release: int | None) -> None:
        self.release = release
        self.maps: dict[str, Map | None] = {}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        with _collector_resting():
            places = list(stored.places())
            containment = Containment(places, stored.links())
            return Gazetteer(places, containment, stored.postcode_areas())

    @cached_property
    def ids(self) -> dict[str, int]:
        return dict(models.Place.objects.values_list("code", "pk"))

    @cached_property
    def districts(self) -> dict[str, tuple[str, ...]]:
        """For each code today's districts that lie in it for the most part."""
        held: dict[str, list[str]] = defaultdict(list)
        for code in self.ids:
            place = self.gazetteer.place(code)
            if place is None or place.kind is not Kind.DISTRICT or place.has_ended:
                continue
            for holder, share in self.gazetteer.containment.shares(code).items():
                if share >= HELD_SHARE:
                    held[holder].append(code)
        return {code: tuple(found) for code, found in held.items()}

    @cached_property
    def held(self) -> dict[str, tuple[int, ...]]:
        """For each code the ids of all places that lie in it, by at least the least share."""
        containment = self.gazetteer.containment
        held: dict[str, list[int]] = defaultdict(list)
        for code, pk in self.ids.items():
            for holder, share in containment.shares(code).items():
                if share >= LEAST_SHARE:
                    held[holder].append(pk)
        return {code: tuple(found) for code, found in held.items()}


@contextmanager
def _collector_resting() -> Iterator[None]:
    """What is built here stays; looking for garbage in it would double the time."""
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()


_lock = Lock()
_latest = InForce(None)


def latest_release() -> models.Release | None:
    return models.Release.objects.first()


def in_force() -> InForce:
    """Asks for the latest release each time, so that every process follows a new one."""
    global _latest
    found = models.Release.objects.values_list("pk", flat=True).first()
    with _lock:
        if found is None:
            return InForce(None)
        if found != _latest.release:
            _latest = InForce(found)
        return _latest


def gazetteer() -> Gazetteer:
    return in_force().gazetteer


def containment() -> Containment:
    return gazetteer().containment


def ancestors(code: str, on: date | None = None) -> frozenset[str]:
    """The codes of all places that hold this one; with a day, only those there were on it."""
    return containment().ancestors(code, on)


def ids_within(code: str) -> tuple[int, ...]:
    """Rows of this place and of everything in it, to narrow a list of records by."""
    known = in_force()
    own = known.ids.get(code)
    return () if own is None else (own, *known.held.get(code, ()))


def ids_holding(code: str, on: date | None = None) -> tuple[int, ...]:
    known = in_force()
    holders = known.gazetteer.containment.ancestors(code, on)
    return tuple(known.ids[holder] for holder in holders if holder in known.ids)
