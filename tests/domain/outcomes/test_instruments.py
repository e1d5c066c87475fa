"""The shipped files, and what is said about a file that is wrong."""

import pytest

from counterpoint.domain.outcomes.choosing import Wish, enough, suggestions
from counterpoint.domain.outcomes.instruments import State
from counterpoint.domain.outcomes.parse import InstrumentFaults, instruments_from_mappings
from tests.domain.outcomes.written import shipped

SOURCES = [{"key": "page", "title": "A page", "url": "https://example.org/"}]


def written(**changed):
    fields = {
        "code": "two-questions",
        "name": "Two questions",
        "short": "Two",
        "about": "Two.",
        "state": "on",
        "measures": ["outcome.wellbeing"],
        "licence": {"says": "Free.", "source": "page"},
        "items": [{"code": c, "about": c, "lowest": 1, "highest": 2} for c in ("a", "b")],
        "series": [
            {
                "code": "total",
                "name": "Total",
                "better": "higher",
                "lowest": 2,
                "highest": 4,
                "items": ["a", "b"],
            }
        ],
    }
    return {"two.yaml": {"sources": SOURCES, "instruments": [fields | changed]}}


def faults_of(files):
    with pytest.raises(InstrumentFaults) as refused:
        instruments_from_mappings(files)
    return " ".join(str(fault) for fault in refused.value.faults)


def test_the_licensed_scales_carry_no_wording():
    for code in ("swemwbs", "wemwbs"):
        one = shipped()[code]
        assert one.state is State.LICENCE
        assert not any(item.text or item.options for item in one.items)
        assert one.licence.line


def test_every_number_of_a_shipped_measure_has_its_source():
    for one in shipped().values():
        assert one.licence.says
        for cited in one.sources:
            assert cited.title


def test_a_source_that_is_not_listed_is_refused():
    assert "not among the sources" in faults_of(written(licence={"says": "x", "source": "?"}))


def test_a_conversion_must_be_whole_and_rise():
    series = written()["two.yaml"]["instruments"][0]["series"][0]
    broken = [series | {"conversion": {2: 5.0, 3: 4.0}}]
    said = faults_of(written(series=broken))
    assert "Totals are missing" in said
    assert "do not rise" in said


def test_all_faults_are_told_at_once():
    said = faults_of(written(code="Two!", state="maybe", colour="red"))
    assert "is not a code" in said
    assert "“maybe” is not known" in said
    assert "There is no such field" in said


def test_a_file_without_instruments_is_explained():
    assert "Begin with instruments" in faults_of({"x.yaml": []})


def test_the_same_code_twice_is_refused():
    twice = written()
    twice["two.yaml"]["instruments"] *= 2
    assert "It stands twice" in faults_of(twice)


def test_loneliness_finds_the_two_loneliness_measures_the_shorter_first():
    wish = Wish(outcomes=frozenset({"outcome.reduced-loneliness"}))
    found = [one.instrument.code for one in suggestions(shipped().values(), wish)]
    assert found == ["loneliness-direct", "ucla-3"]


def test_two_measures_suffice_for_loneliness_and_life_satisfaction():
    wish = Wish(
        outcomes=frozenset({"outcome.reduced-loneliness", "outcome.life-satisfaction"})
    )
    found = suggestions(shipped().values(), wish)
    assert {one.instrument.code for one in enough(found, wish)} == {
        "ons4",
        "loneliness-direct",
    }


def test_a_child_of_ten_is_not_offered_what_begins_at_fifteen():
    wish = Wish(outcomes=frozenset({"outcome.mental-wellbeing"}), age=10)
    found = suggestions(shipped().values(), wish)
    assert [one.instrument.code for one in found] == ["wemwbs"]
    assert "check first" in found[0].notes[0]


def test_one_minute_leaves_out_what_takes_longer():
    wish = Wish(outcomes=frozenset({"outcome.mental-wellbeing"}), most_minutes=1)
    assert [x.instrument.code for x in suggestions(shipped().values(), wish)] == ["ons4"]


def test_helped_asking_leaves_out_what_people_must_fill_in_themselves():
    wish = Wish(outcomes=frozenset({"outcome.mental-wellbeing"}), administration="helped")
    assert [x.instrument.code for x in suggestions(shipped().values(), wish)] == ["ons4"]
