"""Each published format imported twice: the same sums, and the second time nothing changes."""

from decimal import Decimal

import pytest
from django.db import connection

from counterpoint.apps.directory.models import Award, Organisation, Venue
from counterpoint.apps.history.models import Change, Entry
from counterpoint.apps.imports.models import Stage
from counterpoint.apps.imports.presenters.reports import overall_totals

FORMATS = [
    ("ace_national_portfolio.csv", "ace-national-portfolio", 17, "34491668.00"),
    ("ace_project_grants.csv", "ace-project-grants", 11, "133809.00"),
    ("ace_grants_for_the_arts.csv", "ace-grants-for-the-arts", 6, "115634.00"),
    ("libraries_england.csv", "libraries-england", 9, None),
    ("mapping_museums.tsv", "mapping-museums", 11, None),
    ("govuk_local_authorities.csv", "govuk-local-authorities", 12, None),
    ("ukcat_charities.csv", "ukcat-charities", 8, None),
    ("grants_sheet_repeated_identifiers.csv", "360giving-sheet", 8, "435724.27"),
    ("grants_sheet_without_recipient_ids.csv", "360giving-sheet", 5, "131466.00"),
    ("grants_yes_and_no.json", "360giving-json", 8, "95929.50"),
    ("grants_day_first.json", "360giving-json", 4, "93000.00"),
]


@pytest.mark.parametrize(
    ("name", "reader", "records", "total"), FORMATS, ids=[row[0] for row in FORMATS]
)
def test_twice_the_same_file_changes_nothing(importing, name, reader, records, total):
    first = importing(name)
    assert (first.stage, first.trouble) == (Stage.FINISHED, "")
    assert first.reader == reader
    assert first.counts["added"] == records
    before = everything()
    again = importing(name)
    assert again.counts["added"] == again.counts["changed"] == 0
    assert again.counts["unchanged"] == records
    assert everything() == before
    assert overall_totals(first) == overall_totals(again)
    if total:
        assert overall_totals(again)["GBP"] == total


def test_the_recovery_fund_adds_up_over_its_sheets(importing, recovery_fund):
    first, again = importing(recovery_fund), importing(recovery_fund)
    assert first.counts["added"] == again.counts["unchanged"] == 20
    assert overall_totals(first) == overall_totals(again) == {"GBP": "2271165.00"}
    assert not [tally for tally in first.tallies if tally["code"] == "total-differs"]
    assert Award.objects.filter(recipient__name="104 projects CIC").count() == 2


def test_a_headline_that_does_not_fit_its_rows_is_remarked_on(importing, workbook):
    headline = [
        ["CRF 1"],
        ["Total awarded organisations", 7],
        ["Total amount awarded", 667032],
    ]
    run = importing(
        workbook("r.xlsx", Headline=headline, CRF_1_Grants="ace_recovery_fund_1.csv")
    )
    (remark,) = [tally for tally in run.tallies if tally["code"] == "total-differs"]
    assert remark["more"] == {"said": "667,032.00", "found": "667,031.00"}


def test_awards_of_one_publisher_add_up_in_the_database(importing):
    importing("ace_national_portfolio.csv")
    amounts = Award.objects.values_list("amount", flat=True)
    assert sum(amounts) == Decimal(34_491_668)
    assert Award.objects.values("funder").distinct().count() == 1


def test_what_was_imported_is_public_with_its_provenance(importing, at):
    run = importing("ace_national_portfolio.csv")
    turner = Organisation.objects.public().get(name="Turner Contemporary")
    assert turner.place.name == "Thanet"
    assert turner.website == "http://www.turnercontemporary.org"
    assert turner.published_at == at
    award = turner.awards.get()
    assert (award.source_file, award.source_row) == (run.source_file, 14)
    assert award.source.publisher == "Arts Council England"
    assert "Open Government Licence" in award.source.licence


def test_a_run_leaves_one_line_of_history_and_a_change_for_each_record(importing):
    run = importing("govuk_local_authorities.csv")
    (entry,) = Entry.objects.about(run)
    assert entry.kind == "import.finished"
    assert entry.detail == {"added": 12, "changed": 0, "refused": 0}
    noted = Change.objects.filter(record_type="organisation").values_list(
        "record_id", flat=True
    )
    assert set(noted) == set(Organisation.objects.values_list("pk", flat=True))


def test_libraries_are_venues_of_their_council(importing):
    importing("govuk_local_authorities.csv")
    importing("libraries_england.csv")
    barnsley = Organisation.objects.get(name="Barnsley Metropolitan Borough Council")
    assert {role.role for role in barnsley.roles.all()} == {"commissioner", "library"}
    assert (
        Venue.objects.filter(organisation=barnsley).count() == 9
        or barnsley.venues.count() >= 7
    )


def test_a_museum_that_has_closed_says_since_when(importing):
    importing("mapping_museums.tsv")
    closed = Organisation.objects.get(name="Battle Of Flowers Museum")
    assert closed.closed_on.year == 2012


def everything() -> dict[str, list[object]]:
    """All rows of the directory and of the outbox."""
    found: dict[str, list[object]] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith("directory_") or table == "history_change":
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1")
                found[table] = [tuple(map(str, row)) for row in cursor.fetchall()]
    return found
