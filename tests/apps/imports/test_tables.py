"""Rows written without objects are the rows that Django would have written."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.db import transaction

from counterpoint.apps.directory.models import (
    Award,
    DataSource,
    Identifier,
    Organisation,
    Provenance,
    SourceFile,
)
from counterpoint.apps.history import changes
from counterpoint.apps.history.models import Change
from counterpoint.apps.imports.actions.storing.tables import Table, as_json, reserve
from counterpoint.apps.imports.queries.rows import plain_rows, rows_by_key
from tests.factories import directory

AT = datetime(2026, 7, 2, 9, 30, tzinfo=UTC)


def test_values_come_back_as_they_went_in(db):
    file = directory.source_file()
    table = Table(
        Provenance, "record_type", "record_id", "fields", "source_file", "sheet", "row", "at"
    )
    table.insert([("organisation", 7, ["näme", "place_id"], file.pk, "Sheet 1", None, AT)])
    line = Provenance.objects.get()
    assert (line.fields, line.row, line.at, line.source_file) == (
        ["näme", "place_id"],
        None,
        AT,
        file,
    )


def test_money_days_and_truth_come_back_as_they_went_in(db):
    funder = directory.organisation()
    award = directory.award(funder=funder, recipient=None)
    table = Table(Award, "amount", "awarded_on", "is_to_individual", "id")
    table.update([(Decimal("1234567.89"), date(2020, 2, 29), False, award.pk)])
    award.refresh_from_db()
    assert (award.amount, award.awarded_on, award.is_to_individual) == (
        Decimal("1234567.89"), date(2020, 2, 29), False,
    )  # fmt: skip


def test_a_row_that_is_there_can_be_left_as_it_is(db):
    one, other = directory.organisation(), directory.organisation()
    table = Table(Identifier, "organisation", "scheme", "value")
    table.insert([(one.pk, "GB-CHC", "1")])
    table.insert([(other.pk, "GB-CHC", "1"), (other.pk, "GB-CHC", "2")], or_leave=True)
    assert dict(Identifier.objects.values_list("value", "organisation")) == {
        "1": one.pk,
        "2": other.pk,
    }


def test_no_rows_are_no_statement(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        Table(Identifier, "organisation", "scheme", "value").insert([])
        assert list(reserve(Organisation, 0)) == []


def test_reserved_numbers_are_free_and_django_goes_on_after_them(db):
    with transaction.atomic():
        numbers = list(reserve(DataSource, 5))
        table = Table(
            DataSource, "id", "name", "publisher", "licence", "licence_url", "url", "note"
        )
        table.insert((number, f"s{number}", "", "", "", "", "") for number in numbers)
    made = DataSource.objects.create(name="later")
    assert len(set(numbers)) == 5
    assert made.pk not in numbers
    assert DataSource.objects.count() == 6


def test_rows_are_found_by_more_keys_than_one_statement_takes(db):
    source = DataSource.objects.create(name="s")
    files = SourceFile.objects.bulk_create(
        SourceFile(source=source, name=str(n), sha256=str(n), size_bytes=n, received_at=AT)
        for n in range(2_000)
    )
    wanted = [file.sha256 for file in files] + ["not there"]
    assert len(rows_by_key(SourceFile, ("id", "received_at"), "sha256", wanted)) == 2_000
    found = plain_rows(
        SourceFile, ("sha256", "size_bytes"), "sha256", wanted, source=source.pk
    )
    assert {size for _sha, size in found} == set(range(2_000))
    assert plain_rows(SourceFile, ("id",), "sha256", wanted, source=0) == []


def test_the_outbox_takes_many_at_once(db):
    changes.note("award", range(1, 6_001), at=AT)
    changes.note("award", [], at=AT)
    noted = Change.objects.filter(record_type="award")
    assert noted.count() == 6_000
    assert set(noted.values_list("at", flat=True)) == {AT}


def test_stored_values_can_be_kept_as_json():
    assert as_json(Decimal("1.50")) == "1.50"
    assert as_json(date(2020, 1, 2)) == "2020-01-02"
    assert as_json(AT) == "2026-07-02T09:30:00+00:00"
    assert as_json(None) is None
    assert as_json("x") == "x"
