"""Awards known again: by identifier, by content where identifiers repeat, and corrected."""

import csv
import json

import pytest
from django.apps import apps

from counterpoint.apps.directory.models import Award
from counterpoint.apps.imports.models import Finding, ImportChange
from tests.apps.imports.conftest import FILES

INVENTED_PERSONS = (
    "Jane Example", "Kwame Sample-Jones", "Mary Ann Specimen", "Otto Specimen", "Petra Example",
    "Ada M Sample",
)  # fmt: skip
TABLE = "grants_sheet_repeated_identifiers.csv"


def rows_of(name: str) -> list[list[str]]:
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def tally(run, code):
    return next((one["count"] for one in run.tallies if one["code"] == code), 0)


def test_a_repeated_identifier_does_not_swallow_grants(importing):
    run = importing(TABLE)
    same = Award.objects.filter(identifier="360G-EX-2")
    amounts = same.order_by("amount").values_list("amount", flat=True)
    assert [str(amount) for amount in amounts] == ["1200.50", "38000.00", "384363.00"]
    assert len(set(same.values_list("identity", flat=True))) == 3
    assert tally(run, "repeated-identifier") == 2


def test_the_same_row_twice_is_counted_once_and_said(importing):
    run = importing(TABLE)
    assert Award.objects.filter(identifier="360G-EX-3").count() == 1
    assert run.counts["duplicate"] == 1
    assert tally(run, "exact-duplicate") == 1


def test_the_order_of_rows_does_not_matter(importing, written):
    importing(TABLE, publisher="Example", source="One list")
    headings, *rows = rows_of(TABLE)
    run = importing(
        written("turned.csv", headings, *reversed(rows)),
        publisher="Example",
        source="One list",
    )
    assert run.counts["added"] == run.counts["changed"] == 0


def test_a_corrected_sum_changes_the_award_and_says_what_changed(importing, written):
    importing(TABLE, publisher="Example", source="One list")
    headings, *rows = rows_of(TABLE)
    rows[0][6] = "3100"
    run = importing(
        written("corrected.csv", headings, *rows), publisher="Example", source="One list"
    )
    assert (run.counts["added"], run.counts["changed"], run.counts["unchanged"]) == (0, 1, 7)
    change = ImportChange.objects.get()
    assert (change.before, change.after) == ({"amount": "2900.00"}, {"amount": "3100.00"})
    assert change.row == 2
    assert Award.objects.get(identifier="360G-EX-1").amount == 3100


def test_a_corrected_sum_under_a_repeated_identifier_reaches_the_right_grant(
    importing, written
):
    importing(TABLE, publisher="Example", source="One list")
    headings, *rows = rows_of(TABLE)
    rows[2][6] = "38500"
    run = importing(
        written("corrected.csv", headings, *rows), publisher="Example", source="One list"
    )
    assert (run.counts["added"], run.counts["changed"]) == (0, 1)
    same = Award.objects.filter(identifier="360G-EX-2")
    amounts = same.order_by("amount").values_list("amount", flat=True)
    assert [str(amount) for amount in amounts] == ["1200.50", "38500.00", "384363.00"]


def test_a_change_in_a_column_that_is_not_kept_is_no_change(importing, written):
    importing(TABLE, publisher="Example", source="One list")
    headings, *rows = rows_of(TABLE)
    for row in rows:
        row[headings.index("Last modified")] = "2016-01-01"
    run = importing(
        written("later.csv", headings, *rows), publisher="Example", source="One list"
    )
    assert (run.counts["added"], run.counts["changed"]) == (0, 0)


def test_two_files_of_one_funder_correct_each_other(importing):
    importing("grants_day_first.json")
    run = importing("grants_day_first_corrected.json")
    assert (run.counts["changed"], run.counts["unchanged"]) == (1, 3)
    assert ImportChange.objects.get().after == {"currency": "USD"}
    assert run.totals == {"": {"GBP": "78000.00", "USD": "15000.00"}}


@pytest.mark.parametrize(
    "name",
    [TABLE, "ace_project_grants.csv", "ace_grants_for_the_arts.csv", "grants_yes_and_no.json",
     "grants_sheet_without_recipient_ids.csv"],
)  # fmt: skip
def test_no_name_of_a_person_is_stored_anywhere(importing, name):
    content = (FILES / name).read_text(encoding="utf-8")
    named = [person for person in INVENTED_PERSONS if person in content]
    assert named
    importing(name)
    stored = " ".join(_all_texts())
    for person in named:
        assert person not in stored
        assert person.split()[-1] not in stored.replace("Example", "") or "Example" in person


def _all_texts():
    for model in apps.get_models():
        if model.__module__.startswith("counterpoint."):
            for row in model._default_manager.values_list():
                yield json.dumps(row, default=str, ensure_ascii=False)


def test_two_persons_with_the_same_project_are_two_awards(importing, written):
    headings = rows_of("ace_grants_for_the_arts.csv")[2]
    row = [
        "Quiet Rooms",
        "5000",
        "2016-07-05",
        "Q2",
        "South West",
        "Bristol, City of",
        "Music",
    ]
    path = written("people.csv", headings, ["Jane Example", *row], ["Otto Specimen", *row])
    assert importing(path).counts["added"] == 2
    assert importing(path).counts["unchanged"] == 2


def test_a_name_that_the_directory_knows_is_an_organisation(importing, written):
    importing(written("list.csv", ["name", "website"], ["Magna Vitae", "www.magnavitae.org"]))
    headings = rows_of("ace_grants_for_the_arts.csv")[2]
    row = [
        "Magna Vitae",
        "A season",
        "5000",
        "2016-07-05",
        "Q2",
        "Midlands",
        "East Lindsey",
        "Theatre",
    ]
    importing(written("awards.csv", headings, row))
    assert Award.objects.get().recipient.name == "Magna Vitae"


def test_every_refused_row_is_kept_with_its_place_and_what_to_do(importing):
    run = importing(TABLE)
    refused = run.findings.filter(is_refusal=True)
    assert [(one.row, one.column, one.code) for one in refused] == [
        (11, "Amount Awarded", "missing"),
        (12, "Recipient Org:Name", "missing"),
    ]
    assert run.counts["refused"] == 2


def test_of_many_warnings_of_one_sort_the_first_are_kept_and_all_are_counted(
    importing, written
):
    headings, row = rows_of(TABLE)[:2]
    rows = [[f"360G-EX-{n}", *row[1:3], "POOLE", *row[4:]] for n in range(60)]
    run = importing(written("many.csv", headings, *rows))
    assert tally(run, "not-a-postcode") == 60
    assert Finding.objects.filter(run=run, code="not-a-postcode").count() == 20
