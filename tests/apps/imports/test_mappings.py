"""Lists that nobody knows, read by what a person says about their columns."""

import pytest

from counterpoint.apps.directory.models import Offer
from counterpoint.apps.imports.actions.mappings import (
    ColumnTwice,
    FieldsMissing,
    read_again,
    remove_mapping,
    save_mapping,
)
from counterpoint.apps.imports.actions.running import run_to_end
from counterpoint.apps.imports.models import SavedMapping, Stage
from counterpoint.apps.imports.permissions import MayNotImport
from counterpoint.domain.interchange.records import RecordKind
from counterpoint.domain.refusals import Invalid
from tests.factories import accounts

HEADINGS = ["Gruppe", "Was", "Wie", "Wo"]
ROW = ["Example Choir", "Singing", "We sing", "Margate"]
KEYS = ["gruppe", "was", "wie", "wo"]
COLUMNS = {
    "title": "was",
    "description": "wie",
    "place": "wo",
    "organisation": "gruppe",
    "price": "",
}


def saved(at, columns=COLUMNS, by=None, name="Choirs"):
    return save_mapping(
        name=name, kind=RecordKind.OFFER, columns=columns, headings=KEYS, by=by, at=at
    )


def test_a_file_is_read_again_once_its_columns_are_said(importing, written, at):
    run = importing(written("list.csv", HEADINGS, ROW))
    assert run.stage == Stage.FAILED
    run = read_again(run=run, mapping=saved(at), by=None, at=at)
    run_to_end(run=run, clock=lambda: at)
    offer = Offer.objects.get()
    assert (run.stage, offer.title, offer.place.name) == (Stage.FINISHED, "Singing", "Margate")
    assert offer.organisation.name == "Example Choir"


def test_the_next_file_with_the_same_headings_needs_nobody(importing, written, at):
    saved(at)
    turned = [HEADINGS[3], *HEADINGS[:3]]
    run = importing(written("next.csv", turned, [ROW[3], *ROW[:3]]))
    assert (run.stage, run.counts["added"]) == (Stage.FINISHED, 1)


def test_a_mapping_can_be_asked_for_by_name(importing, written, at):
    saved(at, {"title": "wie"}, name="By manner")
    importing(written("list.csv", HEADINGS, ROW), mapping="By manner")
    assert Offer.objects.get().title == "We sing"


def test_what_a_kind_needs_must_be_chosen(at):
    with pytest.raises(FieldsMissing, match="Title"):
        saved(at, {"description": "wie"})


def test_no_column_is_two_things(at):
    with pytest.raises(ColumnTwice):
        saved(at, {"title": "was", "description": "was"})


def test_fields_without_a_column_are_left_out(at):
    assert "price" not in saved(at).columns


def test_saving_under_the_same_name_replaces(at):
    saved(at)
    saved(at, {"title": "wie"})
    assert SavedMapping.objects.get().columns == {"title": "wie"}


def test_only_the_programme_team_says_what_columns_are(at):
    with pytest.raises(MayNotImport):
        saved(at, by=accounts.person())
    mapping = saved(at, by=accounts.person(is_programme_team=True))
    with pytest.raises(MayNotImport):
        remove_mapping(mapping=mapping, by=accounts.person(), at=at)
    remove_mapping(mapping=mapping, by=None, at=at)
    assert not SavedMapping.objects.exists()


def test_a_file_that_is_gone_cannot_be_read_again(importing, written, at):
    path = written("list.csv", HEADINGS, ROW)
    run = importing(path)
    path.unlink()
    with pytest.raises(Invalid):
        read_again(run=run, mapping=saved(at), by=None, at=at)
