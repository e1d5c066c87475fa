"""What every engine must do, whichever store is inside: both are held to the same sentences."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterpoint.domain.matching.engine import (
    AnotherWriter,
    Batch,
    NotReady,
    SearchDocument,
    SearchQuery,
    State,
)
from counterpoint.integrations.engines.folder import only_one
from counterpoint.integrations.engines.fused import FusedEngine
from counterpoint.integrations.engines.plain_store import PlainStore
from counterpoint.integrations.engines.tantivy_store import TantivyStore

STORES = {"tantivy": TantivyStore, "plain": PlainStore}


def record(
    key: str,
    text: str,
    *concepts: str,
    kind: str = "offer",
    place: str = "",
    linked: tuple[str, ...] = (),
) -> SearchDocument:
    return SearchDocument(
        key=key,
        title="",
        text=text,
        concepts=concepts,
        linked=linked,
        facets={"kind": (kind,), "place": (place,) if place else (), "outcome": concepts},
        stored=json.dumps({"key": key}),
    )


RECORDS = (
    record("choir", "a weekly choir where people make friends", "loneliness", place="thanet"),
    record(
        "dance", "gentle dance for older people in the village hall", "falls", place="kent"
    ),
    record("mural", "painting a mural with young people", "confidence", kind="award"),
    record(
        "lungs",
        "singing for people who are short of breath",
        "breathing",
        linked=("loneliness",),
    ),
    record("clay", "clay and coffee for carers", "respite", place="thanet"),
    record(
        "film", "film club with soup for new arrivals", "loneliness", "belonging", kind="award"
    ),
)


@pytest.fixture(params=list(STORES))
def engine(request, tmp_path):
    made = FusedEngine(tmp_path / "search", STORES[request.param]())
    made.rebuild(RECORDS, vocabulary="v1", position="10")
    return made


def found(engine, **asked):
    return [hit.key for hit in engine.search(SearchQuery(**asked)).hits]


def test_words_are_found_in_any_form(engine):
    assert found(engine, text="CHOIRS")[0] == "choir"
    assert found(engine, text="dancing, danced, dances!")[0] == "dance"


def test_a_slip_of_the_keyboard_is_forgiven_when_no_record_has_the_word(engine):
    assert found(engine, text="chioir")[0] == "choir"


def test_codes_find_those_who_say_them_before_those_who_can_answer_them(engine):
    by_codes = found(engine, concepts={"loneliness": 1.0})
    assert set(by_codes) == {"choir", "film", "lungs"}
    assert by_codes.index("lungs") > by_codes.index("choir")


def test_places_bring_the_near_ones_forward(engine):
    assert found(engine, concepts={"loneliness": 0.2}, places={"thanet": 5.0})[0] == "choir"


def test_filters_hold_for_every_leg(engine):
    assert set(found(engine, text="people", filters={"kind": ("award",)})) == {"mural"}
    assert found(engine, text="choir", filters={"kind": ("award",)}) == []
    either = found(engine, text="people", filters={"kind": ("award", "offer")})
    assert {"mural", "choir", "dance"} <= set(either)


def test_a_question_that_asks_nothing_lists_everything_newest_first(engine):
    assert found(engine) == ["film", "clay", "lungs", "mural", "dance", "choir"]
    assert found(engine, filters={"kind": ("award",)}) == ["film", "mural"]
    assert found(engine, limit=2, offset=1) == ["clay", "lungs"]


def test_counts_are_of_everything_that_shares_a_word_or_a_code(engine):
    answer = engine.search(
        SearchQuery(
            text="people", concepts={"loneliness": 1.0}, counts=("kind", "outcome"), limit=1
        )
    )
    assert answer.total == 5
    assert answer.counts["kind"] == {"offer": 3, "award": 2}
    assert answer.counts["outcome"]["loneliness"] == 2


def test_pages_follow_each_other_without_overlap(engine):
    whole = found(engine, text="people", limit=10)
    paged = [
        found(engine, text="people", limit=1, offset=place) for place in range(len(whole))
    ]
    assert [key for page in paged for key in page] == whole


def test_what_is_stored_comes_back_with_the_hit(engine):
    hit = engine.search(SearchQuery(text="choir")).hits[0]
    assert json.loads(hit.stored) == {"key": "choir"}
    assert hit.lexical > 0.8


def test_a_record_replaces_the_one_of_its_key(engine):
    engine.write(Batch(put=(record("choir", "a weekly ukulele band"),)), position="11")
    assert "choir" not in found(engine, text="friends")
    assert found(engine, text="ukulele") == ["choir"]
    assert sorted(engine.keys()) == sorted(r.key for r in RECORDS)


def test_a_record_that_is_taken_out_is_gone_from_every_leg(engine):
    engine.write(Batch(take_out=("choir",)), position="11")
    assert "choir" not in found(engine, text="a weekly choir where people make friends")
    assert "choir" not in found(engine, concepts={"loneliness": 1.0})
    assert engine.health(vocabulary="v1").count == len(RECORDS) - 1


def test_another_process_sees_what_was_written(engine, tmp_path):
    reader = FusedEngine(tmp_path / "search", engine._store)
    assert found(reader, text="ukulele") == []
    engine.write(Batch(put=(record("band", "ukulele band"),)), position="11")
    assert found(reader, text="ukulele") == ["band"]


def test_the_position_is_kept_with_the_index(engine):
    assert engine.health(vocabulary="v1").position == "10"
    engine.write(Batch(), position="12")
    assert engine.health(vocabulary="v1").position == "12"


def test_a_new_generation_takes_over_without_a_gap(engine):
    seen = []

    def changing(records):
        for each in records:
            seen.append(found(engine, text="choir"))
            yield each

    engine.rebuild(changing(RECORDS[:3]), vocabulary="v2", position="20")
    assert seen == [["choir"]] * 3
    assert sorted(engine.keys()) == ["choir", "dance", "mural"]
    assert engine.health(vocabulary="v2").state is State.READY
    assert len(list((engine._folder.root).glob("g-*"))) == 1


def test_changes_during_a_rebuild_reach_the_new_generation(engine):
    changes = {"20": (Batch(put=(record("band", "ukulele band"),), take_out=("dance",)), "21")}
    engine.rebuild(RECORDS, vocabulary="v1", position="20", catch_up=changes.get)
    assert found(engine, text="ukulele") == ["band"]
    assert "dance" not in set(engine.keys())
    assert engine.health(vocabulary="v1").position == "21"


def test_a_rebuild_that_fails_leaves_the_old_generation_answering(engine):
    def broken():
        yield RECORDS[0]
        raise RuntimeError("the database went away")

    with pytest.raises(RuntimeError):
        engine.rebuild(broken(), vocabulary="v2", position="20")
    assert found(engine, text="dance")[0] == "dance"
    assert engine.health(vocabulary="v1").state is State.READY


def test_only_one_writes(engine):
    with only_one(engine._current().write_lock), pytest.raises(AnotherWriter):
        engine.write(Batch(), position="11")


def test_a_missing_index_is_noticed(engine, tmp_path):
    shutil.rmtree(tmp_path / "search")
    assert engine.health(vocabulary="v1").state is State.MISSING
    with pytest.raises(NotReady):
        engine.search(SearchQuery(text="choir"))
    engine.rebuild(RECORDS, vocabulary="v1", position="1")
    assert found(engine, text="choir") == ["choir"]


def test_an_index_of_another_vocabulary_is_stale_but_answers(engine):
    health = engine.health(vocabulary="v2")
    assert health.state is State.STALE
    assert health.can_answer
    assert health.reasons == ("it was made with another vocabulary",)


@pytest.mark.parametrize("victim", ["manifest.json", "largest"])
def test_a_damaged_index_is_noticed_and_rebuilt(engine, victim):
    generation = engine._current().folder
    files = [path for path in (generation / "store").iterdir() if path.suffix != ".lock"]
    path = generation / victim if victim != "largest" else max(files, key=os.path.getsize)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    fresh = FusedEngine(engine._folder.root, engine._store)
    assert fresh.health(vocabulary="v1").state is State.CORRUPT
    engine.rebuild(RECORDS, vocabulary="v1", position="1")
    assert fresh.health(vocabulary="v1", is_thorough=True).state is State.READY


def test_a_flipped_byte_is_noticed_by_the_thorough_check(engine):
    lessons = [f"lesson {n} singing choir breath friends older carers" for n in range(12)]
    engine.rebuild(RECORDS, vocabulary="v1", position="1", teaching=lessons)
    path = engine._current().folder / "vocabulary_weights.npy"
    content = bytearray(path.read_bytes())
    content[-1] ^= 0xFF
    path.write_bytes(content)
    assert engine.health(vocabulary="v1").state is State.READY
    assert engine.health(vocabulary="v1", is_thorough=True).state is State.CORRUPT


def test_lessons_bring_together_what_shares_no_word(engine):
    lessons = [
        *(["reducing loneliness: make friends in company, together, a weekly choir"] * 6),
        *(["falls prevention: strength and balance, gentle dance, older"] * 6),
        *(["respite: a break for carers, clay and coffee"] * 6),
    ]
    engine.rebuild(RECORDS, vocabulary="v1", position="1", teaching=lessons)
    hits = engine.search(SearchQuery(text="reducing loneliness")).hits
    assert hits[0].key == "choir"
    assert hits[0].wording > 0.5


def test_a_kill_between_the_commit_and_the_seal_is_healed_by_the_same_batch(engine):
    generation = engine._current()
    sealed = (generation.folder / "manifest.json").read_bytes()
    batch = Batch(put=(record("band", "ukulele band"), record("choir", "another choir")))
    engine.write(batch, position="11")
    (generation.folder / "manifest.json").write_bytes(sealed)
    health = engine.health(vocabulary="v1", is_thorough=True)
    assert (health.state, health.position) == (State.READY, "10")
    engine.write(batch, position="11")
    keys = list(engine.keys())
    assert sorted(keys) == sorted({*(one.key for one in RECORDS), "band"})
    assert engine.health(vocabulary="v1", is_thorough=True).count == len(keys)


def test_an_empty_index_answers(tmp_path):
    for store in STORES.values():
        engine = FusedEngine(tmp_path / store.name, store())
        engine.rebuild((), vocabulary="v1", position="")
        answer = engine.search(
            SearchQuery(text="choir", concepts={"a": 1.0}, counts=("kind",))
        )
        assert (answer.hits, answer.total, dict(answer.counts)) == ((), 0, {"kind": {}})


SHARED = {}


@given(text=st.text(max_size=200), code=st.text(max_size=20))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_a_question(text, code, tmp_path_factory):
    for name, store in STORES.items():
        if name not in SHARED:
            SHARED[name] = FusedEngine(tmp_path_factory.mktemp(name), store())
            SHARED[name].rebuild(RECORDS, vocabulary="v1", position="1")
        asked = SearchQuery(
            text=text,
            concepts={code: 1.0},
            places={code: 0.5},
            filters={"kind": ("offer", code)},
            counts=("kind",),
        )
        assert SHARED[name].search(asked).total >= 0


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "AND OR NOT",
        "title:(",
        "*",
        "a^2 ~",
        "\x00",
        "(" * 5000,
        "word " * 20_000,
        "☃",
        "--",
        "\\",
    ],
)
def test_query_syntax_means_nothing(engine, text):
    assert engine.search(SearchQuery(text=text)).total >= 0


def test_both_stores_find_the_same(tmp_path):
    words = [
        "choir",
        "dance",
        "clay",
        "film",
        "carers",
        "young",
        "older",
        "friends",
        "breath",
        "village",
        "soup",
        "coffee",
    ]
    records = [
        record(f"r{n}", " ".join(words[(n * step) % 12] for step in (1, 3, 5, 7)), f"c{n % 4}",
               kind=("offer", "award")[n % 2], place=f"p{n % 3}")
        for n in range(60)
    ]  # fmt: skip
    fast, slow = (FusedEngine(tmp_path / name, store()) for name, store in STORES.items())
    for engine in (fast, slow):
        engine.rebuild(records, vocabulary="v", position="1")
    for n, word in enumerate(words):
        asked = SearchQuery(
            text=f"{word} {words[n - 3]}",
            concepts={f"c{n % 4}": 1.0},
            places={"p1": 0.5},
            filters={"kind": ("offer",)},
            counts=("kind", "place", "outcome"),
        )
        one, other = fast.search(asked), slow.search(asked)
        assert one.total == other.total
        assert one.counts == other.counts
        assert {hit.key for hit in one.hits} == {hit.key for hit in other.hits}
        # Tantivy keeps lengths of texts in one byte, so only near neighbours may change places.
        ranks = {hit.key: rank for rank, hit in enumerate(other.hits)}
        assert all(abs(ranks[hit.key] - rank) <= 4 for rank, hit in enumerate(one.hits[:10]))


KILLED = """
import sys
from pathlib import Path
from counterpoint.domain.matching.engine import Batch, SearchDocument
from counterpoint.integrations.engines.fused import FusedEngine
from counterpoint.integrations.engines.tantivy_store import TantivyStore
engine = FusedEngine(Path(sys.argv[1]), TantivyStore())
for number in range(1, 10_000):
    put = tuple(SearchDocument(f"k{n}", "", f"number {number}") for n in range(number % 7 + 1))
    engine.write(Batch(put=put), position=str(number))
    print(number, flush=True)
"""


def test_a_killed_writer_leaves_whole_batches_and_no_doubles(tmp_path):
    root = tmp_path / "search"
    engine = FusedEngine(root, TantivyStore())
    engine.rebuild((), vocabulary="v", position="0")
    for _kill in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(root)], stdout=subprocess.PIPE, text=True,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
        for _line in range(4):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        said = int(engine.health(vocabulary="v").position)
        assert said >= 4
        keys = list(engine.keys())
        assert len(keys) == len(set(keys))
        engine.write(Batch(put=(record("after", "after"),)), position="0")
        assert "after" in set(engine.keys())
        engine.write(Batch(take_out=("after",)), position="0")
