"""Workbooks: several sheets, ghosts, dates, formulas, and cells that would fill the memory."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from counterpoint.integrations.files import workbooks
from counterpoint.integrations.files.opening import parts
from counterpoint.integrations.files.refusals import SheetTooWide, UnreadableFile


@pytest.fixture
def workbook(tmp_path):
    def save(made: Workbook, name: str = "made.xlsx") -> Path:
        path = tmp_path / name
        made.save(path)
        return path

    return save


def test_sheets_come_in_their_order_with_the_numbers_a_person_sees(workbook):
    made = Workbook()
    made.active.title = "Front Page"
    made.active["A2"] = "A list"
    second = made.create_sheet("Awards")
    second["B3"], second["C3"] = "Recipient", "Amount"
    second["B5"], second["C5"] = 1927, 500.5
    hidden = made.create_sheet("Notes")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    front, awards, notes = parts(workbook(made))
    assert [front.name, awards.name, notes.name] == ["Front Page", "Awards", "Notes"]
    assert list(front.rows()) == [(2, ["A list"])]
    assert list(awards.rows()) == [(3, ["", "Recipient", "Amount"]), (5, ["", 1927.0, 500.5])]
    assert notes.is_hidden
    assert list(awards.rows()) == list(awards.rows())


def test_days_are_days_and_times_are_text(workbook):
    made = Workbook()
    made.active.append([date(2018, 4, 10), datetime(2018, 4, 10, 12, 30), time(9, 15)])  # noqa: DTZ001  workbooks know no zones
    (sheet,) = parts(workbook(made))
    ((_number, cells),) = sheet.rows()
    assert cells == [date(2018, 4, 10), datetime(2018, 4, 10, 12, 30), "09:15:00"]  # noqa: DTZ001


def test_the_error_of_a_formula_is_an_empty_cell(workbook):
    made = Workbook()
    made.active.append(["a", "#REF!", "b"])
    (sheet,) = parts(workbook(made))
    assert list(sheet.rows()) == [(1, ["a", "", "b"])]


def test_ghost_rows_that_were_only_formatted_are_no_rows(workbook):
    made = Workbook()
    made.active.append(["id", "title"])
    made.active.append([1, "Singing"])
    for row in range(3, 3_000):
        made.active.cell(row, 1).font = Font(bold=True)
    made.active.cell(3_000, 40).value = ""
    (sheet,) = parts(workbook(made))
    assert [number for number, _cells in sheet.rows()] == [1, 2]


def test_a_stray_cell_far_away_is_refused_before_it_fills_the_memory(workbook):
    made = Workbook()
    made.active.append(["id", "title"])
    made.active.cell(1_048_576, 16_384).value = "x"
    with pytest.raises(SheetTooWide) as refused:
        list(parts(workbook(made)))
    assert "CSV" in str(refused.value)


def test_the_spread_is_measured_across_the_borders_of_what_is_read_at_once(
    workbook, monkeypatch
):
    made = Workbook()
    for number in range(200):
        made.active.append([number, "x" * 20])
    path = workbook(made)
    monkeypatch.setattr(workbooks, "CHUNK", 997)
    monkeypatch.setattr(workbooks, "MOST_CELLS", 399)
    with pytest.raises(SheetTooWide):
        workbooks.check_spread(path)
    monkeypatch.setattr(workbooks, "MOST_CELLS", 400)
    workbooks.check_spread(path)


def test_a_workbook_that_was_cut_short_is_told(workbook):
    made = Workbook()
    made.active.append(["id"] * 50)
    path = workbook(made)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(UnreadableFile):
        list(parts(path))
