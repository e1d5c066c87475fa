"""One generation of an index: a folder with a manifest, a store and the vectors beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from counterpoint.domain.matching.engine import Batch, SearchDocument
from counterpoint.integrations.engines.answering import Reading
from counterpoint.integrations.engines.batches import in_batches
from counterpoint.integrations.engines.folder import only_one
from counterpoint.integrations.engines.latent_space import SPACES, LatentSpace
from counterpoint.integrations.engines.manifest import Manifest
from counterpoint.integrations.engines.spaces import Placed, Space
from counterpoint.integrations.engines.store import Store, StoreWriter

STORE = "store"
AT_ONCE = 500  # texts placed in a space together


class Generation:
    def __init__(self, folder: Path, store: Store, extra_spaces: Sequence[Space] = ()) -> None:
        self.folder = folder
        self.store = store
        self._extra = tuple(extra_spaces)

    @property
    def store_folder(self) -> Path:
        return self.folder / STORE

    @property
    def write_lock(self) -> Path:
        return self.folder / "write.lock"

    @property
    def names_of_extra_spaces(self) -> tuple[str, ...]:
        return tuple(f"{space.name}-{space.dimensions}" for space in self._extra)

    def manifest(self) -> Manifest:
        return Manifest.read(self.folder)

    def read(self) -> Reading:
        manifest = self.manifest()
        return Reading(manifest, self.store.reader(self.store_folder), self.spaces())

    def spaces(self) -> tuple[Placed, ...]:
        learned = (LatentSpace.load(self.folder, name) for name in SPACES)
        spaces: list[Space] = [space for space in learned if space is not None]
        return tuple(Placed(space, self.folder) for space in (*spaces, *self._extra))

    def write(self, batch: Batch, *, position: str) -> None:
        """The position is sealed last: a kill before that means that the batch comes again, and
        because a record replaces the one of its key, coming twice is coming once."""
        with only_one(self.write_lock):
            manifest = self.manifest()
            with self.store.writer(self.store_folder, is_bulk=False) as writer:
                for key in batch.take_out:
                    writer.take_out(key)
                after = self.put(writer, batch.put, self._next_row(manifest))
                writer.commit()
            self.seal(manifest, position=position, rows=after)

    def put(self, writer: StoreWriter, documents: Iterable[SearchDocument], row: int) -> int:
        """The first row that is free afterwards."""
        spaces = self.spaces()
        for together in in_batches(documents, AT_ONCE):
            texts = [text_of(document) for document in together]
            for placed in spaces:
                placed.add(row, texts)
            for document in together:
                writer.put(row, document)
                row += 1
        return row

    def seal(self, manifest: Manifest, *, position: str, rows: int) -> None:
        count = self.store.reader(self.store_folder).count()
        replace(
            manifest, position=position, rows=rows, count=count, commit=manifest.commit + 1
        ).write(self.folder)

    def _next_row(self, manifest: Manifest) -> int:
        # A kill between the commit and the seal leaves rows that the manifest has not heard of.
        return max(manifest.rows, self.store.reader(self.store_folder).highest_row() + 1)


def text_of(document: SearchDocument) -> str:
    return f"{document.title}\n{document.text}"
