from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from counterpoint.apps.imports.actions.running import run_to_end, start
from counterpoint.apps.imports.models import ImportRun
from tests.factories import places
from tests.factories.words import load_small_vocabulary

FILES = Path(__file__).parents[2] / "files"
Importing = Callable[..., ImportRun]


@pytest.fixture(autouse=True)
def words_and_places(db, tmp_path_factory):
    load_small_vocabulary(tmp_path_factory.mktemp("vocabulary"))
    folder = tmp_path_factory.mktemp("places")
    places.load(folder)


@pytest.fixture
def importing(at) -> Importing:
    """`importing(path, kind="offers")` is the run that is over."""

    def run(
        path: Path | str,
        *,
        by: Any = None,
        is_dry_run: bool = False,
        at: Any = at,
        **wishes: Any,
    ) -> ImportRun:
        path = FILES / path if isinstance(path, str) else path
        begun = start(path=path, options=wishes, is_dry_run=is_dry_run, by=by, at=at)
        return run_to_end(run=begun, clock=lambda: at)

    return run


@pytest.fixture
def written(tmp_path) -> Callable[..., Path]:
    """A CSV of these rows; the same name is written over."""

    def write(name: str, *rows: Any) -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return write


def cells_of(name: str) -> list[list[Any]]:
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return [
            [int(cell) if cell.isdecimal() else cell for cell in row]
            for row in csv.reader(file)
        ]


@pytest.fixture
def workbook(tmp_path) -> Callable[..., Path]:
    """A workbook with a sheet for each of the tables; a table is a file of tests/files or rows."""

    def save(name: str, **sheets: str | list[Any]) -> Path:
        made = Workbook()
        made.remove(made.active)
        for title, table in sheets.items():
            sheet = made.create_sheet(title.replace("_", " "))
            for row in cells_of(table) if isinstance(table, str) else table:
                sheet.append(row)
        path = tmp_path / name
        made.save(path)
        return path

    return save


HEADLINE = [
    ["", "", ""],
    ["Headline Data for CRF Grants_Published:", "", "Friday 2 April 2021"],
    ["CRF 1", "", ""],
    ["Total awarded organisations", 7, ""],
    ["Total amount awarded ", 667031, ""],
    ["CRF 1 Captial Kickstart", "", ""],
    ["Total awarded organisations", 3, ""],
    ["Total amount awarded ", 644966, ""],
    ["CRF 2", "", ""],
    ["Total awarded organisations", 10, ""],
    ["Total amount awarded ", 959168, ""],
]


@pytest.fixture
def recovery_fund(workbook) -> Path:
    return workbook(
        "recovery.xlsx",
        Headline_Data=HEADLINE,
        CRF_1_Grants="ace_recovery_fund_1.csv",
        CRF_1_Capital_Kickstart="ace_recovery_fund_kickstart.csv",
        CRF_2_Grants="ace_recovery_fund_2.csv",
    )
