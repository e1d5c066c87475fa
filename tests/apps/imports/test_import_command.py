"""`counterpoint import`: what it prints, where, and how it ends."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from counterpoint.apps.directory.models import Award, Offer
from counterpoint.apps.imports.models import ImportRun, Stage
from counterpoint.apps.imports.queries.ordering import in_reading_order
from tests.apps.imports.conftest import FILES

TABLE = FILES / "grants_sheet_repeated_identifiers.csv"


@pytest.fixture
def command():
    """What the command answered, what it told meanwhile, and its exit code."""

    def run(*arguments, **options):
        out, err, code = StringIO(), StringIO(), 0
        try:
            call_command(
                "import",
                *map(str, arguments),
                stdout=out,
                stderr=err,
                no_index=True,
                **options,
            )
        except SystemExit as ended:
            code = ended.code
        return out.getvalue(), err.getvalue(), code

    return run


def test_json_says_everything_about_each_file(command):
    answer, _told, code = command(TABLE, json=True)
    (report,) = json.loads(answer)["files"]
    assert code == 0
    assert {name: report[name] for name in ("stage", "kind", "rows", "added", "duplicate", "refused")} == {
        "stage": "finished", "kind": "awards", "rows": 11, "added": 8, "duplicate": 1, "refused": 2,
    }  # fmt: skip
    assert report["totals"] == {"GBP": "435724.27"}
    assert report["refused_rows"][0] == {
        "file": TABLE.name,
        "sheet": "",
        "row": 11,
        "column": "Amount Awarded",
        "value": "",
        "reason": "“Amount Awarded” is empty.",
        "advice": "Fill it in: a row cannot be used without it.",
    }
    warning = next(one for one in report["warnings"] if one["code"] == "not-a-postcode")
    assert (warning["column"], warning["count"], warning["first_rows"]) == (
        "Recipient Org:Postal Code",
        1,
        [9],
    )
    assert "SA1 3SM" in warning["reason"]


def test_without_json_it_answers_in_words(command):
    answer, _told, _code = command(TABLE)
    assert (
        "11 rows: 8 added, 0 changed, 0 unchanged, 1 repeated, 0 left out, 2 refused" in answer
    )
    assert "GBP 435,724.27" in answer
    assert "refused: row 11: “Amount Awarded” is empty." in answer


def test_one_file_that_cannot_be_read_does_not_stop_the_others(command, tmp_path):
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(b"%PDF-1.7")
    answer, _told, code = command(broken, TABLE, tmp_path / "missing.csv", json=True)
    by_file = {one["file"]: one for one in json.loads(answer)["files"]}
    assert code == 1
    assert "PDF" in by_file["a.xlsx"]["trouble"]
    assert "no file" in by_file["missing.csv"]["trouble"]
    assert by_file[TABLE.name]["added"] == 8


def test_a_trial_says_so_and_stores_nothing(command):
    answer, _told, code = command(TABLE, dry_run=True)
    assert "nothing was stored" in answer
    assert (code, Award.objects.count()) == (0, 0)


def test_what_changed_is_told_with_before_and_after(command):
    command(FILES / "grants_day_first.json")
    answer, _told, _code = command(FILES / "grants_day_first_corrected.json", json=True)
    (change,) = json.loads(answer)["files"][0]["changes"]
    assert (change["before"], change["after"]) == ({"currency": "GBP"}, {"currency": "USD"})


def test_broken_off_imports_are_gone_on_with(command, at):
    from counterpoint.apps.imports.actions.starting import start

    start(path=TABLE, by=None, at=at)
    answer, _told, code = command(resume=True, json=True)
    assert (json.loads(answer)["files"][0]["added"], code) == (8, 0)
    assert ImportRun.objects.get().stage == Stage.FINISHED


def test_it_asks_for_a_file(command):
    with pytest.raises(CommandError, match="which file"):
        command()


def test_a_kind_that_is_wished_for_is_followed(command, written):
    path = written("list.csv", ["name", "description"], ["Choir", "We sing"])
    command(path, kind="offers")
    assert Offer.objects.get().title == "Choir"


def test_publisher_and_licence_are_kept_with_the_publication(command, written):
    path = written("offers.csv", ["id", "title", "description"], ["1", "Choir", "We sing"])
    answer, _told, _code = command(path, publisher="Example Network", licence="CC0", json=True)
    (report,) = json.loads(answer)["files"]
    assert (report["source"], report["publisher"], report["licence"]) == (
        "Example Network: offers", "Example Network", "CC0",
    )  # fmt: skip


def test_lists_of_organisations_are_read_before_lists_that_name_people():
    names = [
        "grants_yes_and_no.json",
        "ace_project_grants.csv",
        "ace_national_portfolio.csv",
        "mapping_museums.tsv",
    ]
    ordered = [path.name for path in in_reading_order([FILES / name for name in names])]
    assert ordered == [
        "mapping_museums.tsv", "ace_national_portfolio.csv", "grants_yes_and_no.json", "ace_project_grants.csv",
    ]  # fmt: skip
