"""Lists as files, written as they are read: a million rows take no more memory than one."""

import csv
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from counterpoint.apps.directory.presenters.columns import Table

# A spreadsheet takes a cell that begins with one of these for a formula, and may run it
# (OWASP, CSV Injection). An apostrophe in front makes it text; our import takes it off again.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"
BETWEEN_VALUES = "; "


class _Echo:
    def write(self, text: str) -> str:
        return text


def csv_lines(table: Table, records: Iterable[Any]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    # Without the mark, Excel reads UTF-8 as something else.
    yield "\ufeff" + writer.writerow(table.columns)
    for record in records:
        yield writer.writerow([cell(column(record)) for column in table.columns.values()])


def json_parts(table: Table, records: Iterable[Any]) -> Iterator[str]:
    before = "["
    for record in records:
        yield before + "\n" + json.dumps(table.row(record), ensure_ascii=False, default=_plain)
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float | Decimal):
        return str(value)
    text = BETWEEN_VALUES.join(value) if isinstance(value, list) else str(value)
    return GUARD + text if text.startswith(FORMULA_SIGNS) else text


def _plain(value: Any) -> Any:
    """Money as text: a float would lose pence."""
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value).__name__)
