"""CSV and its relatives in the encodings and shapes in which programmes send them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.integrations.files.encodings import encoding_of
from counterpoint.integrations.files.opening import parts
from counterpoint.integrations.files.refusals import BrokenTable
from counterpoint.integrations.files.sheets import Progress, Sheet
from counterpoint.integrations.files.text_tables import delimiter_of

TEXT = 'id,title,place\n1,"Café, choir ‘A’",Ynys Môn\n2,Dawns,Caernarfon\n'
ROWS = [
    (1, ["id", "title", "place"]),
    (2, ["1", "Café, choir ‘A’", "Ynys Môn"]),
    (3, ["2", "Dawns", "Caernarfon"]),
]


def rows_of(path):
    (part,) = parts(path)
    assert isinstance(part, Sheet)
    return [(number, list(cells)) for number, cells in part.rows()]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_letters_are_right_in_every_encoding(tmp_path, encoding):
    path = tmp_path / "offers.csv"
    path.write_bytes(TEXT.encode(encoding))
    assert rows_of(path) == ROWS


def test_one_letter_at_the_end_of_a_long_file_decides_its_encoding(tmp_path):
    path = tmp_path / "offers.csv"
    path.write_bytes(b"id,title\n" + b"1,choir\n" * 400_000 + "2,Café\n".encode("cp1252"))
    assert encoding_of(path) == "cp1252"
    path.write_bytes(b"id,title\n" + b"1,choir\n" * 400_000 + "2,Café\n".encode())
    assert encoding_of(path) == "utf-8"


@pytest.mark.parametrize("sign", [",", "\t", ";", "|"])
def test_the_sign_between_cells_is_found(tmp_path, sign):
    path = tmp_path / "offers.csv"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sign)
    writer.writerows(
        [["id", "title", "description"]]
        + [[str(n), "Singing, dancing; more", "Line one\nline | two"] for n in range(30)]
    )
    path.write_text(out.getvalue(), encoding="utf-8", newline="")
    assert delimiter_of(path, "utf-8") == sign
    assert len(rows_of(path)) == 31


def test_a_single_column_is_a_table_too(tmp_path):
    path = tmp_path / "needs.csv"
    path.write_text("need\nless loneliness\nfewer falls\n", encoding="utf-8")
    assert rows_of(path) == [(1, ["need"]), (2, ["less loneliness"]), (3, ["fewer falls"])]


def test_empty_rows_and_empty_columns_go_but_numbers_stay(tmp_path):
    path = tmp_path / "offers.csv"
    path.write_text("id,title,,,\n\n,,,,\n1,Singing,,,\n", encoding="utf-8")
    assert rows_of(path) == [(1, ["id", "title"]), (4, ["1", "Singing"])]


def test_line_breaks_inside_a_cell_stay_in_it(tmp_path):
    path = tmp_path / "offers.csv"
    path.write_bytes(b'id,title\r\n1,"two\r\nlines"\r\n2,x\r\n')
    assert rows_of(path)[1:] == [(2, ["1", "two\r\nlines"]), (3, ["2", "x"])]


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_row(tmp_path):
    path = tmp_path / "offers.csv"
    path.write_text('id,title\n1,a\n2,"b' + "\nc" * 600_000, encoding="utf-8")
    with pytest.raises(BrokenTable, match="row 3") as refused:
        rows_of(path)
    assert "quotation mark" in str(refused.value)


def test_progress_follows_the_bytes(tmp_path):
    path = tmp_path / "offers.csv"
    path.write_text("id,title\n" + "1,choir\n" * 20_000, encoding="utf-8")
    progress = Progress()
    (part,) = parts(path, progress)
    shares = [progress.share for _row in part.rows()]
    assert shares == sorted(shares)
    assert 0.3 < shares[10_000] < 0.9
    assert progress.share == 1.0


CELLS = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00\r\n\ufeff"),
    min_size=1,
    max_size=8,
).filter(str.strip)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=2, max_size=12))
def test_what_python_writes_is_read_back(tmp_path_factory, table):
    width = len(table[0])
    table = [(row * width)[:width] for row in table]
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    # A first row that fixes the sign between cells, as headings do in real files.
    headings = [f"heading {number}" for number in range(width)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerows([headings] * 12 + table)
    assert [cells for _number, cells in rows_of(path)][12:] == table
