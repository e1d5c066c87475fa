from datetime import date

import pytest

from counterpoint.apps.history import wellbeing
from counterpoint.apps.places import panels, queries
from counterpoint.apps.places.models import Place, Release
from counterpoint.domain.places.points import Point
from tests.factories import places

pytestmark = pytest.mark.usefixtures("loaded")


def ids(*codes):
    return set(Place.objects.filter(code__in=codes).values_list("pk", flat=True))


def test_a_list_narrowed_by_a_place_has_all_that_lies_in_it():
    within = set(queries.ids_within("E07000114"))
    assert within == ids(
        "E07000114",
        "town.margate.E07000114",
        "town.ramsgate.E07000114",
        "town.richmond.E07000114",
    )
    assert ids("E07000114", "GB-NHS-10E") <= set(queries.ids_within("E54000032"))
    assert queries.ids_within("nowhere") == ()


def test_a_record_is_filed_under_all_that_holds_its_place():
    held = queries.ancestors("town.margate.E07000114", date(2026, 11, 2))
    assert held == {
        "E07000114", "E10000016", "E12000008", "E92000001", "K02000001", "E54000032",
    }  # fmt: skip
    assert set(queries.ids_holding("E07000108", date(2026, 3, 1))) == ids(
        "E10000016", "E12000008", "E92000001", "K02000001", "E54000032", "E54000999"
    )


def test_the_gazetteer_is_built_once_and_follows_a_new_release(tmp_path):
    before = queries.gazetteer()
    assert queries.gazetteer() is before
    folder = tmp_path / "next"
    folder.mkdir()
    named = [*places.TABLES["names.csv"], "E07000114,Isle of Thanet,en,usual,own"]
    places.load(folder, names=named)
    after = queries.gazetteer()
    assert after is not before
    assert after.names.named("Isle of Thanet")[0].code == "E07000114"


def test_the_nearest_come_first_and_far_ones_only_if_there_are_no_others():
    towns = queries.nearby(Point(51.38, 1.38), kind="town", limit=2)
    assert [near.place.name for near in towns] == ["Margate", "Richmond"]
    assert towns[0].km == 0
    far = queries.nearby(Point(57.0, -4.0), kind="district", limit=2)
    assert [near.place.name for near in far] == ["Thanet", "Dover"]


def test_doctor_says_what_is_loaded():
    answer = next(a for a in wellbeing.all_answers() if a.part == "places")
    assert answer.says.startswith("15 places are loaded; of postcodes only the first halves.")
    assert (answer.is_well, answer.is_needed) == (False, False)  # these are not our own tables


def test_doctor_says_what_to_do_when_nothing_is_loaded():
    Release.objects.all().delete()
    answer = next(a for a in wellbeing.all_answers() if a.part == "places")
    assert not answer.is_well
    assert answer.advice == "Run: counterpoint places load"


def test_a_panel_is_asked_once_and_may_have_nothing_to_show(monkeypatch):
    monkeypatch.setattr(panels, "_MAKERS", [])
    asked = []

    @panels.register
    def offers(place, within):
        asked.append((place.code, within))
        return panels.Panel("Offers", 3) if place.code == "E07000114" else None

    panels.register(offers)
    thanet = queries.place_with("E07000114")
    assert [panel.count for panel in panels.of(thanet, (1, 2))] == [3]
    assert panels.of(queries.place_with("E07000108"), ()) == []
    assert asked == [("E07000114", (1, 2)), ("E07000108", ())]
