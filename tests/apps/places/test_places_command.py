from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from counterpoint.apps.places import actions
from counterpoint.apps.places.models import Release
from tests.factories import places

pytestmark = pytest.mark.usefixtures("loaded")


def run(*words):
    out, progress = StringIO(), StringIO()
    call_command("places", *words, stdout=out, stderr=progress)
    return out.getvalue(), progress.getvalue()


def test_load_says_what_changed(monkeypatch):
    release = Release.objects.get()
    monkeypatch.setattr(actions, "load_places", lambda **_: actions.Loaded(release, 3, 1))
    assert run("load")[0] == "3 places added, 1 changed; 15 in all.\n"
    monkeypatch.setattr(actions, "load_places", lambda **_: actions.Loaded(release, 0, 0))
    assert run("load")[0] == "Nothing changes: 15 places are there.\n"


def test_postcodes_tells_how_far_it_is_and_what_it_left_out(tmp_path):
    rows = [
        ["", "CT9 1XX", "", "", "E07000114", "51.39", "1.38"],
        ["", "BT1 1AA", "", "", "N09000003", "54.6", "-5.93"],
        ["", "CT9 1XY", "", "", "E07000114", "x", "1.38"],
    ]
    out, progress = run("postcodes", str(places.write_directory(tmp_path / "d.csv", rows)))
    assert "d.csv: 3 postcodes read, 2 kept, 0 without a place, 1 malformed." in out
    assert "row 4: could not convert string to float: 'x'" in out
    assert "district N09000003 is not known here: 1 postcodes" in out
    assert "100.0%  3 rows" in progress


def test_a_refusal_is_told_with_advice(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(CommandError, match="The file has no column pcds"):
        run("postcodes", str(path))
