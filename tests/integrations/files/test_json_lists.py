"""JSON of any length, read entry by entry."""

import json
import tracemalloc
from decimal import Decimal

import pytest

from counterpoint.integrations.files.opening import parts
from counterpoint.integrations.files.refusals import BrokenJson, Companion, NoListInside
from counterpoint.integrations.files.sheets import EntryList, Progress


@pytest.fixture
def file(tmp_path):
    def make(content, encoding="utf-8"):
        path = tmp_path / "grants.json"
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_bytes(text.encode(encoding))
        return path

    return make


def entries(path):
    (part,) = parts(path)
    assert isinstance(part, EntryList)
    return list(part.entries())


@pytest.mark.parametrize(
    "content",
    [
        {"grants": [{"id": "a"}, {"id": "b"}]},
        {"version": "1.1", "publisher": {"name": "x"}, "grants": [{"id": "a"}, {"id": "b"}]},
        [{"id": "a"}, {"id": "b"}],
        {"meta": {"n": [1, 2]}, "rows": [{"id": "a"}, {"id": "b"}]},
        {"links": [{"href": "x"}], "grants": [{"id": "a"}, {"id": "b"}]},
    ],
)
def test_the_list_is_found_wherever_it_is(file, content):
    assert entries(file(content)) == [(1, {"id": "a"}), (2, {"id": "b"})]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_letters_are_right_in_every_encoding(file, encoding):
    assert entries(file({"grants": [{"name": "Ynys Môn"}]}, encoding)) == [
        (1, {"name": "Ynys Môn"})
    ]


def test_pennies_are_exact(file):
    ((_position, grant),) = entries(file('{"grants": [{"amountAwarded": 0.1}]}'))
    assert grant["amountAwarded"] == Decimal("0.1")


def test_json_without_a_list_is_refused(file):
    with pytest.raises(NoListInside):
        list(parts(file({"a": {"b": 1}})))


def test_a_schema_is_told_as_what_it_is(file):
    with pytest.raises(Companion, match="schema"):
        list(parts(file({"$schema": "x", "oneOf": [{"required": ["id"]}]})))


def test_what_comes_before_a_break_is_read_and_the_break_is_told(file):
    (part,) = parts(file('{"grants": [{"id": "a"}, {"id": "b", }'))
    found = []
    with pytest.raises(BrokenJson):
        found.extend(part.entries())
    assert found == [(1, {"id": "a"})]


def test_broken_from_the_start_is_refused(file):
    with pytest.raises(BrokenJson):
        list(parts(file('{"grants" [')))


def test_a_long_list_takes_no_more_memory_than_a_short_one(file):
    path = file({"grants": [{"id": str(n), "description": "x" * 200} for n in range(30_000)]})
    progress = Progress()
    (part,) = parts(path, progress)
    tracemalloc.start()
    count = sum(1 for _entry in part.entries())
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 30_000
    assert most < 2_000_000
    assert progress.share == 1.0
