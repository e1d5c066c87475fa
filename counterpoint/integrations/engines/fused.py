"""The engine: generations on disk, the newest of them open for questions in this process."""

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterpoint.domain.matching.engine import (
    Batch,
    CatchUp,
    Found,
    Health,
    NotReady,
    SearchDocument,
    SearchQuery,
    State,
)
from counterpoint.integrations.engines.answering import Reading
from counterpoint.integrations.engines.folder import IndexFolder, is_held
from counterpoint.integrations.engines.generation import STORE, Generation
from counterpoint.integrations.engines.manifest import LAYOUT, NAME, Manifest, ManifestDamaged
from counterpoint.integrations.engines.rebuilding import fill, follow_up
from counterpoint.integrations.engines.spaces import Space
from counterpoint.integrations.engines.store import Store

# What a store or a mapped file can throw when bytes on the disk are not what they were.
_UNREADABLE = (ValueError, OSError, RuntimeError, KeyError, IndexError, ManifestDamaged)

# The space is learned anew when there are this many times as many records as it was learned from.
OUTGROWN = 3
FEWEST_TO_LEARN_ANEW = 200


class FusedEngine:
    def __init__(self, root: Path, store: Store, extra_spaces: tuple[Space, ...] = ()) -> None:
        self._folder = IndexFolder(root)
        self._store = store
        self._extra = extra_spaces
        self._open: tuple[tuple[object, ...], Reading] | None = None
        self._opening = threading.Lock()

    def search(self, query: SearchQuery) -> Found:
        try:
            return self._reading().answer(query)
        except _UNREADABLE as error:
            self._open = None
            raise NotReady(f"The index cannot be read: {error}") from error

    def write(self, batch: Batch, *, position: str) -> None:
        generation = self._current()
        try:
            generation.write(batch, position=position)
        except _UNREADABLE as error:
            raise NotReady(f"The index cannot be written: {error}") from error

    def rebuild(
        self,
        documents: Iterable[SearchDocument],
        *,
        vocabulary: str,
        position: str,
        teaching: Iterable[str] = (),
        catch_up: CatchUp | None = None,
    ) -> None:
        with self._folder.rebuilding():
            generation = self._generation(self._folder.new_generation())
            fill(
                generation,
                documents,
                vocabulary=vocabulary,
                position=position,
                teaching=teaching,
            )
            follow_up(generation, position, catch_up)
            # Whatever is noted after the last look is found later by whoever writes next, because
            # the position that counts is the one in the manifest of the generation that answers.
            self._folder.switch(generation.folder)

    def health(self, *, vocabulary: str, is_thorough: bool = False) -> Health:
        folder = self._folder.current()
        if folder is None:
            return Health(State.MISSING, reasons=("no index has been made yet",))
        try:
            manifest = self._checked(self._generation(folder), is_thorough=is_thorough)
        except _UNREADABLE as error:
            return Health(State.CORRUPT, generation=folder.name, reasons=(str(error),))
        except NotReady as error:
            return Health(State.CORRUPT, generation=folder.name, reasons=(str(error),))
        reasons = tuple(_stale(manifest, self._generation(folder), vocabulary))
        return Health(
            State.STALE if reasons else State.READY,
            count=manifest.count,
            generation=folder.name,
            position=manifest.position,
            reasons=reasons,
        )

    def keys(self) -> Iterator[str]:
        return self._reading().store.keys()

    def _checked(self, generation: Generation, *, is_thorough: bool) -> Manifest:
        manifest = generation.manifest()
        try:
            manifest.check(generation.folder, is_thorough=is_thorough)
        except ManifestDamaged:
            if not self._is_between_commits(generation, manifest):
                raise
        if is_thorough:
            generation.read()
        return manifest

    def _is_between_commits(self, generation: Generation, manifest: Manifest) -> bool:
        """A writer is about to tell of its commit, or was killed before it could: the store is
        whole, only newer than the manifest says. The same changes come again and heal that."""
        if is_held(generation.write_lock) or generation.manifest() != manifest:
            return True
        head = f"{STORE}/{self._store.head}"
        if manifest.is_as_sealed(head, generation.folder):
            return False
        generation.read()
        manifest.check(generation.folder, is_thorough=False, besides=f"{STORE}/")
        return True

    def _reading(self) -> Reading:
        generation = self._current()
        stamp = _stamp(generation.folder / NAME)
        known = self._open
        if known and known[0] == stamp:
            return known[1]
        with self._opening:
            if self._open is None or self._open[0] != stamp:
                self._open = stamp, generation.read()
            return self._open[1]

    def _current(self) -> Generation:
        folder = self._folder.current()
        if folder is None:
            raise NotReady("No index has been made yet.")
        return self._generation(folder)

    def _generation(self, folder: Path) -> Generation:
        return Generation(folder, self._store, self._extra)


def _stamp(path: Path) -> tuple[object, ...]:
    found = path.stat()
    return str(path), found.st_ino, found.st_mtime_ns


def _stale(manifest: Manifest, generation: Generation, vocabulary: str) -> Iterator[str]:
    if manifest.layout != LAYOUT or manifest.store != generation.store.name:
        yield "it was made by another version of the program"
    if manifest.vocabulary != vocabulary:
        yield "it was made with another vocabulary"
    if manifest.spaces != generation.names_of_extra_spaces:
        yield "it was made with another sentence model"
    if manifest.count > max(FEWEST_TO_LEARN_ANEW, OUTGROWN * manifest.learned_from):
        yield "there are many more records than it learned from"
