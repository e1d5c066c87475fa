"""An import taken back."""

import pytest

from counterpoint.apps.directory.actions import organisations as directory_actions
from counterpoint.apps.directory.models import (
    Award,
    Identifier,
    Offer,
    Organisation,
    Provenance,
    Venue,
)
from counterpoint.apps.history.models import Change, Entry
from counterpoint.apps.imports.actions.undoing import NewerImportFirst, NotFinished, undo
from counterpoint.apps.imports.models import ImportedRecord, Stage
from counterpoint.apps.imports.permissions import MayNotImport
from tests.apps.imports.test_every_format_twice import FORMATS, everything
from tests.factories import accounts, directory


def without_outbox():
    return {table: rows for table, rows in everything().items() if table != "history_change"}


@pytest.mark.parametrize("name", [row[0] for row in FORMATS])
def test_everything_that_an_import_added_goes(importing, at, name):
    before = {table: len(rows) for table, rows in without_outbox().items()}
    run = undo(run=importing(name), by=None, at=at)
    after = {table: len(rows) for table, rows in without_outbox().items()}
    # The publication and the file stay on record: they did come.
    differing = {table for table in after if after[table] != before.get(table)}
    assert differing <= {"directory_datasource", "directory_sourcefile"}
    assert (run.stage, run.counts["kept"]) == (Stage.UNDONE, 0)
    assert ImportedRecord.objects.count() == 0
    assert run.findings.count() == 0


def test_after_undoing_the_file_can_be_imported_again(importing, at):
    first = importing("ace_national_portfolio.csv")
    undo(run=first, by=None, at=at)
    again = importing("ace_national_portfolio.csv")
    assert again.counts["added"] == first.counts["added"]


def test_search_learns_what_is_gone(importing, at):
    run = importing("grants_day_first.json")
    pks = set(Award.objects.values_list("pk", flat=True))
    Change.objects.all().delete()
    undo(run=run, by=None, at=at)
    assert (
        set(Change.objects.filter(record_type="award").values_list("record_id", flat=True))
        == pks
    )


def test_a_correction_is_put_back(importing, at):
    importing("grants_day_first.json")
    run = importing("grants_day_first_corrected.json")
    undo(run=run, by=None, at=at)
    assert not Award.objects.exclude(currency="GBP")
    again = importing("grants_day_first_corrected.json")
    assert again.counts["changed"] == 1


def test_what_was_changed_by_hand_since_stays(importing, written, at):
    headings = ["id", "name", "charity number", "description", "website"]
    path = written(
        "list.csv", headings, ["1", "Example Choir", "1136419", "We sing.", "a.example.org"]
    )
    importing(path)
    run = importing(
        written(
            "list.csv", headings, ["1", "Example Choir", "1136419", "We hum.", "b.example.org"]
        )
    )
    one = Organisation.objects.get()
    directory_actions.edit_organisation(
        organisation=one, details={"description": "By hand."}, by=None, at=at
    )
    undo(run=run, by=None, at=at)
    one.refresh_from_db()
    assert (one.description, one.website) == ("By hand.", "https://a.example.org")


def test_an_organisation_that_others_lean_on_stays(importing, at):
    run = importing("govuk_local_authorities.csv")
    thanet = Organisation.objects.get(name__contains="Thanet")
    directory.need(thanet)
    member = accounts.person()
    leeds = Organisation.objects.get(name__contains="Leeds")
    directory.member(leeds, member)
    undone = undo(run=run, by=None, at=at)
    assert undone.counts["kept"] == 2
    assert set(Organisation.objects.filter(import_run_id=run.pk)) == {thanet, leeds}


def test_an_organisation_that_a_later_import_completed_stays_with_it(importing, at):
    councils = importing("govuk_local_authorities.csv")
    importing("libraries_england.csv")
    undo(run=councils, by=None, at=at)
    barnsley = Organisation.objects.get(identifiers__value="E08000016")
    assert Venue.objects.filter(organisation=barnsley).exists()
    assert Identifier.objects.filter(organisation=barnsley).count() == 1


def test_the_newer_import_of_a_publication_goes_first(importing, at):
    first = importing("grants_day_first.json")
    importing("grants_day_first_corrected.json")
    with pytest.raises(NewerImportFirst):
        undo(run=first, by=None, at=at)


def test_only_finished_imports_can_be_undone_and_only_once(importing, at):
    run = importing("grants_day_first.json", is_dry_run=True)
    with pytest.raises(NotFinished):
        undo(run=run, by=None, at=at)
    run = undo(run=importing("grants_day_first.json"), by=None, at=at)
    with pytest.raises(NotFinished):
        undo(run=run, by=None, at=at)


def test_only_the_programme_team_undoes_and_history_says_who(importing, at):
    run = importing("grants_day_first.json")
    with pytest.raises(MayNotImport):
        undo(run=run, by=accounts.person(), at=at)
    team = accounts.person(is_programme_team=True)
    undo(run=run, by=team, at=at)
    assert Entry.objects.about(run).first().kind == "import.undone"
    assert Entry.objects.about(run).first().by == team


def test_offers_go_with_their_terms_and_provenance(importing, written, at):
    run = importing(
        written("o.csv", ["id", "title", "description"], ["1", "Choir", "We sing"])
    )
    undo(run=run, by=None, at=at)
    assert (Offer.objects.count(), Provenance.objects.count()) == (0, 0)
