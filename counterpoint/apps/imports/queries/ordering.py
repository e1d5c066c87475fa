"""The order in which several files are read, so that the result does not hang on how they were named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from counterpoint.apps.imports.queries.formats import recognition
from counterpoint.domain.interchange.headings import ROWS_LOOKED_AT
from counterpoint.domain.interchange.readers.ace_project_grants import ProjectGrants
from counterpoint.domain.interchange.readers.reader import Reader, Surroundings
from counterpoint.domain.interchange.readers.threesixty import GrantsSheet
from counterpoint.domain.interchange.recognition import Recognised
from counterpoint.domain.interchange.records import RecordKind
from counterpoint.integrations.files.opening import parts
from counterpoint.integrations.files.refusals import FileRefused
from counterpoint.integrations.files.sheets import Sheet

# Lists of organisations vouch for names that lists of grants would otherwise take for people's.
ORDER = (
    RecordKind.ORGANISATION,
    RecordKind.VENUE,
    RecordKind.AWARD,
    RecordKind.OFFER,
    RecordKind.NEED,
)


def in_reading_order(paths: Sequence[Path]) -> list[Path]:
    if len(paths) < 2:
        return list(paths)
    return sorted(paths, key=_rank)


def _rank(path: Path) -> tuple[int, bool]:
    reader = _reader_of(path)
    kind = RecordKind(reader.kind) if reader else RecordKind.AWARD
    # Lists with people among the recipients come after the other lists of awards.
    return ORDER.index(kind), reader is None or isinstance(reader, ProjectGrants | GrantsSheet)


def _reader_of(path: Path) -> Reader | None:
    try:
        for part in parts(path):
            if not isinstance(part, Sheet):
                return None
            found = recognition().of_sheet(
                list(islice(part.rows(), ROWS_LOOKED_AT)), Surroundings()
            )
            if isinstance(found, Recognised):
                return found.reader
    except (FileRefused, OSError):
        pass
    return None
