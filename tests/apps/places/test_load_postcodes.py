import zipfile
from datetime import date

import pytest

from counterpoint.apps.history.models import Entry
from counterpoint.apps.history.presenters import sentence
from counterpoint.apps.places import actions, queries
from counterpoint.apps.places.directory_file import NoSuchFile, NoTableInside
from counterpoint.apps.places.models import Postcode, PostcodeDistrict, Release
from counterpoint.domain.places.postcode_directory import NotAPostcodeDirectory
from tests.factories import places

pytestmark = pytest.mark.usefixtures("loaded")

ROWS = [
    ["CT9 1XX", "CT9 1XX", "198001", "", "E07000114", "51.39", "1.38"],
    ["CT9 1XY", "CT9 1XY", "198001", "199606", "E07000114", "51.40", "1.39"],
    ["CT9 2AA", "CT9 2AA", "198001", "", "E07000114", "51.37", "1.40"],
    ["CT99 1AA", "CT99 1AA", "202601", "", "E07000108", "51.20", "1.30"],
    ["CT201AA", "CT20 1AA", "198001", "", "E07000888", "51.08", "1.16"],
    ["CT161AA", "CT16 1AA", "198001", "", "E07000999", "51.13", "1.30"],
    ["BT1 1AA", "BT1 1AA", "198001", "", "N09000003", "54.6", "-5.93"],
    ["GY1 1AA", "GY1 1AA", "198001", "", "L99999999", "99.999999", "0.000000"],
    ["nothing", "not a postcode", "", "", "", "1", "1"],
]


def load(path):
    return actions.load_postcodes(path=path, by=None, at=places.AT)


@pytest.fixture
def directory(tmp_path):
    return places.write_directory(tmp_path / "ONSPD.csv", ROWS)


def test_rows_with_a_place_are_kept_and_the_rest_is_counted(directory):
    told = load(directory)
    assert (told.read, told.kept, told.without_place, told.fault_count) == (9, 7, 1, 1)
    assert told.faults == ["row 10: “NOTAPOSTCODE” is no postcode"]
    assert dict(told.unknown_districts) == {"N09000003": 1}
    found = Postcode.objects.get(code="CT91XX")
    assert (found.latitude, found.longitude, found.ended_on) == (51.39, 1.38, None)
    assert found.district.name == "Thanet"
    assert Postcode.objects.get(code="CT91XY").ended_on == date(1996, 6, 1)


def test_old_and_other_codes_of_a_district_are_understood(directory):
    load(directory)
    assert Postcode.objects.get(code="CT201AA").district.name == "Folkestone and Hythe"
    assert Postcode.objects.get(code="CT161AA").district.name == "Dover"


def test_first_halves_are_renewed_from_the_postcodes_in_use(directory):
    load(directory)
    renewed = PostcodeDistrict.objects.get(code="CT9")
    assert (renewed.latitude, renewed.longitude) == (51.38, 1.39)
    assert renewed.town == "Margate"
    assert PostcodeDistrict.objects.get(code="CT99").district.name == "Dover"


def test_loading_again_changes_nothing_and_a_correction_is_taken_over(directory, tmp_path):
    load(directory)
    before = set(Postcode.objects.values_list())
    load(directory)
    assert set(Postcode.objects.values_list()) == before
    corrected = [["", "CT9 1XX", "", "202601", "E07000108", "51.39", "1.38"]]
    load(places.write_directory(tmp_path / "next.csv", corrected))
    found = Postcode.objects.get(code="CT91XX")
    assert (found.district.name, found.ended_on) == ("Dover", date(2026, 1, 1))
    assert Postcode.objects.count() == len(before)


def test_a_postcode_that_stands_twice_is_kept_as_its_last_row_says(tmp_path):
    twice = [[*ROWS[0][:5], "51.30", "1.30"], ROWS[2], ROWS[0]]
    load(places.write_directory(tmp_path / "twice.csv", twice))
    assert Postcode.objects.get(code="CT91XX").latitude == 51.39


def test_a_load_that_was_stopped_is_started_again(directory, monkeypatch):
    monkeypatch.setattr("counterpoint.apps.places.actions.postcode_directory.BATCH", 2)

    class Stopped(Exception):
        pass

    def stop_in_the_middle(_share, read):
        if read >= 4:
            raise Stopped

    with pytest.raises(Stopped):
        actions.load_postcodes(
            path=directory, by=None, at=places.AT, progress=stop_in_the_middle
        )
    assert Postcode.objects.count() == 4
    assert not Release.objects.filter(postcode_count__gt=0).exists()
    load(directory)
    assert Postcode.objects.count() == 7


def test_the_table_inside_the_zip_is_found_among_others(directory, tmp_path):
    packed = tmp_path / "ONSPD_MAY_2026.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(directory, "Data/ONSPD_MAY_2026_UK.csv")
        archive.writestr("Data/multi_csv/ONSPD_MAY_2026_UK_CT.csv", "pcds\n" * 10_000)
        archive.writestr("Documents/names.csv", "code,name\n")
    assert load(packed).kept == 7


def test_progress_is_told_as_a_share_of_the_file(directory, monkeypatch):
    monkeypatch.setattr("counterpoint.apps.places.actions.postcode_directory.BATCH", 3)
    told = []
    actions.load_postcodes(
        path=directory, by=None, at=places.AT, progress=lambda *step: told.append(step)
    )
    assert [read for _, read in told] == [3, 6, 9]
    assert told[-1][0] == 1


def test_it_leaves_a_line_of_history_and_a_new_release(directory):
    load(directory)
    entry = Entry.objects.get(kind="places.postcodes_loaded")
    assert sentence(entry) == (
        "The system loaded the postcode directory ONSPD.csv: 9 postcodes read, 7 kept"
    )
    assert queries.latest_release().postcode_count == 7


def test_our_own_table_does_not_overwrite_the_directory(directory, tmp_path):
    load(directory)
    folder = tmp_path / "changed"
    folder.mkdir()
    places.load(folder, names=places.TABLES["names.csv"][:-1])
    assert PostcodeDistrict.objects.get(code="CT9").latitude == 51.38


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"name,town\nA,B\n", NotAPostcodeDirectory),
        (b"", NotAPostcodeDirectory),
        (b"pcds,lat,long,oslaua\n", NotAPostcodeDirectory),
        (b"\x00\x01\x02", NotAPostcodeDirectory),
    ],
)
def test_another_file_is_refused_and_nothing_is_written(tmp_path, content, refusal):
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    with pytest.raises(refusal):
        load(path)
    assert not Postcode.objects.exists()


def test_a_missing_file_and_an_empty_zip_are_refused(tmp_path):
    with pytest.raises(NoSuchFile):
        load(tmp_path / "nowhere.csv")
    empty = tmp_path / "empty.zip"
    zipfile.ZipFile(empty, "w").close()
    with pytest.raises(NoTableInside):
        load(empty)
