"""A new generation from all records: stored, then learned from, then placed in the spaces.

The texts wait in a file between storing and placing, because what the space looks like is known
only when all of them have been seen, and reading the records twice costs more than a file.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterpoint.domain.matching.engine import CatchUp, SearchDocument
from counterpoint.integrations.engines.batches import in_batches
from counterpoint.integrations.engines.generation import AT_ONCE, Generation, text_of
from counterpoint.integrations.engines.latent_space import RECORDS, VOCABULARY
from counterpoint.integrations.engines.learning import Sample, learn
from counterpoint.integrations.engines.manifest import Manifest


def fill(
    generation: Generation,
    documents: Iterable[SearchDocument],
    *,
    vocabulary: str,
    position: str,
    teaching: Iterable[str] = (),
) -> None:
    waiting = generation.folder / "texts.new"
    sample = Sample()
    rows = _store(generation, documents, waiting, sample)
    for name, texts in ((RECORDS, sample.texts), (VOCABULARY, list(teaching))):
        space = learn(name, texts)
        if space:
            space.save(generation.folder)
    _place(generation, waiting)
    waiting.unlink()
    manifest = Manifest(
        generation.store.name,
        vocabulary,
        spaces=generation.names_of_extra_spaces,
        learned_from=sample.seen,
    )
    generation.seal(manifest, position=position, rows=rows)


def follow_up(generation: Generation, position: str, catch_up: CatchUp | None) -> None:
    """What changed while the generation was made, until nothing is left."""
    while catch_up and (after := catch_up(position)):
        batch, position = after
        generation.write(batch, position=position)


def _store(
    generation: Generation, documents: Iterable[SearchDocument], waiting: Path, sample: Sample
) -> int:
    generation.store.create(generation.store_folder)
    row = 0
    with (
        waiting.open("w", encoding="utf-8") as file,
        generation.store.writer(generation.store_folder, is_bulk=True) as writer,
    ):
        for document in documents:
            text = text_of(document)
            sample.see(text)
            file.write(json.dumps(text) + "\n")
            writer.put(row, document)
            row += 1
        writer.commit()
    return row


def _place(generation: Generation, waiting: Path) -> None:
    spaces = generation.spaces()
    row = 0
    for texts in in_batches(_texts(waiting), AT_ONCE) if spaces else ():
        for placed in spaces:
            placed.add(row, texts)
        row += len(texts)


def _texts(waiting: Path) -> Iterator[str]:
    with waiting.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
