"""The whole vocabulary as files for other people's systems and spreadsheets."""

import csv
import io
import json
from collections.abc import Iterator
from functools import lru_cache

from counterpoint.apps.vocabulary import queries
from counterpoint.domain.vocabulary.concepts import Audience, Concept, Vocabulary
from counterpoint.domain.vocabulary.skos import to_skos

COLUMNS = (
    "code",
    "kind",
    "name",
    "broader",
    "definition",
    "source",
    "label",
    "audience",
    "language",
    "is_ambiguous",
)


def turtle(address: str) -> str:
    return _turtle(queries.release_hash(), address)


@lru_cache(maxsize=2)
def _turtle(sha256: str, address: str) -> str:
    return to_skos(queries.vocabulary(), address)


def table() -> str:
    """One row for each label that may be shown."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for concept in queries.vocabulary():
        rows.writerows(_rows(concept))
    return written.getvalue()


def _rows(concept: Concept) -> Iterator[tuple[str, ...]]:
    of_concept = (
        concept.code,
        str(concept.kind),
        concept.name,
        concept.broader or "",
        concept.definition,
        concept.source,
    )
    for label in concept.labels:
        if label.audience is not Audience.HIDDEN:
            is_ambiguous = "yes" if label.is_weak else ""
            yield (*of_concept, label.text, str(label.audience), label.language, is_ambiguous)


def document() -> str:
    vocabulary = queries.vocabulary()
    return json.dumps(
        {"release": queries.release_hash(), "concepts": list(_concepts(vocabulary))},
        ensure_ascii=False,
    )


def _concepts(vocabulary: Vocabulary) -> Iterator[dict[str, object]]:
    for concept in vocabulary:
        yield {
            "code": concept.code,
            "kind": concept.kind,
            "name": concept.name,
            "definition": concept.definition,
            "source": concept.source,
            "broader": concept.broader,
            "related": list(concept.related),
            "serves": [{"code": one.code, "source": one.source} for one in concept.serves],
            "labels": [
                {
                    "text": label.text,
                    "audience": label.audience,
                    "language": label.language,
                    "is_ambiguous": label.is_weak,
                }
                for label in concept.labels
                if label.audience is not Audience.HIDDEN
            ],
            "mappings": [
                {
                    "framework": one.framework,
                    "code": one.code,
                    "name": one.name,
                    "match": one.match,
                    "valid_from": one.valid_from,
                    "valid_to": one.valid_to,
                    "source": one.source,
                }
                for one in concept.mappings
            ],
        }
