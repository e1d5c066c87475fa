"""The whole vocabulary as files for other people's systems and spreadsheets."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache

from counterpoint.apps.vocabulary import queries
from counterpoint.domain.vocabulary.concepts import Audience, Concept, Label, Vocabulary
from counterpoint.domain.vocabulary.skos import to_skos

COLUMNS = (
    "code",
    "kind",
    "name",
    "broader",
    "definition",
    "source",
    "commissioners say",
    "arts say",
    "everybody says",
    "in Welsh",
    "serves",
    "related",
)
# Between several labels in one cell; none of ours has it inside.
BETWEEN = "; "


def turtle(address: str) -> str:
    return _turtle(queries.release_hash(), address)


@lru_cache(maxsize=2)
def _turtle(sha256: str, address: str) -> str:
    return to_skos(queries.vocabulary(), address)


def table() -> str:
    """One row for each concept, its labels gathered by who says them."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    rows.writerows(_row(concept) for concept in queries.vocabulary())
    return written.getvalue()


def _row(concept: Concept) -> tuple[str, ...]:
    welsh = [label for label in concept.labels if label.language == "cy"]
    return (
        concept.code,
        concept.kind,
        concept.name,
        concept.broader or "",
        concept.definition,
        concept.source,
        _texts(concept.labels_of(Audience.COMMISSIONER)),
        _texts(concept.labels_of(Audience.ARTS)),
        _texts(concept.labels_of(Audience.PUBLIC)),
        _texts(welsh),
        BETWEEN.join(served.code for served in concept.serves),
        BETWEEN.join(concept.related),
    )


def _texts(labels: Iterable[Label]) -> str:
    return BETWEEN.join(label.text for label in labels)


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
