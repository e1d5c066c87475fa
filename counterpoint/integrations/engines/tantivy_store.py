"""The store in Tantivy: the default. 0.7 ms of CPU for a question at a million records.

Four traps of tantivy-py 0.27 that shape this file: a second writer is refused (`LockBusy`), so the
engine holds a lock of its own; `Document(id=1)` guesses the wrong type, so documents are made with
the schema; deleting by an unsigned number silently deletes nothing, so the key is raw text; and
counting is on by default, which costs the pruning that makes top-k fast.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tantivy import Document, Index, IndexWriter, Schema, SchemaBuilder

from counterpoint.domain.matching.engine import FACETS, NotReady, SearchDocument
from counterpoint.integrations.engines.tantivy_reader import TantivyReader
from counterpoint.integrations.engines.words import indexed_words

_ANALYSER = "words"
# Below 15 MB a thread Tantivy refuses; a small heap keeps the pause of a single publication short.
_HEAP_BYTES = 15_000_000
_BULK_HEAP_BYTES = 200_000_000


def schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("row", indexed=True, fast=True)
    builder.add_text_field("words", tokenizer_name=_ANALYSER, index_option="freq")
    builder.add_text_field("codes", tokenizer_name="raw", index_option="basic")
    for facet in FACETS:
        builder.add_text_field(facet, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("stored", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


class TantivyWriter:
    def __init__(self, writer: IndexWriter, made_of: Schema) -> None:
        self._writer = writer
        self._schema = made_of

    def put(self, row: int, document: SearchDocument) -> None:
        fields: dict[str, object] = {
            "key": document.key,
            "row": row,
            "words": f"{document.title} {document.text}",
            "codes": [*document.concepts, *(f"~{code}" for code in document.linked)],
            "stored": document.stored,
        }
        fields |= {facet: list(values) for facet, values in document.facets.items()}
        self.take_out(document.key)
        self._writer.add_document(Document.from_dict(fields, self._schema))

    def take_out(self, key: str) -> None:
        self._writer.delete_documents_by_term("key", key)

    def commit(self) -> None:
        self._writer.commit()


class TantivyStore:
    name = "tantivy"
    head = "meta.json"

    def create(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        Index(schema(), path=str(folder), reuse=False)

    @contextmanager
    def writer(self, folder: Path, *, is_bulk: bool) -> Iterator[TantivyWriter]:
        index = self._open(folder)
        writer = index.writer(_BULK_HEAP_BYTES if is_bulk else _HEAP_BYTES, num_threads=1)
        try:
            yield TantivyWriter(writer, index.schema)
        except BaseException:
            writer.rollback()
            raise
        # Afterwards no thread writes behind our back, so that the files can be sealed.
        writer.wait_merging_threads()

    def reader(self, folder: Path) -> TantivyReader:
        index = self._open(folder)
        index.config_reader("manual")
        index.reload()
        return TantivyReader(index.searcher(), index.schema)

    def _open(self, folder: Path) -> Index:
        try:
            index = Index.open(str(folder))
        except Exception as error:  # tantivy raises ValueError, OSError and a panic of its own
            raise NotReady(f"The index in {folder} cannot be opened: {error}") from error
        index.register_tokenizer(_ANALYSER, indexed_words())
        return index
