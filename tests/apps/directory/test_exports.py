"""Whole lists as files, by command."""

import csv
import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from counterpoint.apps.directory.models import Award, Need, Offer, Organisation
from counterpoint.apps.directory.presenters.columns import TABLES
from counterpoint.apps.directory.queries import exports
from counterpoint.apps.directory.queries.wanted import Wanted
from tests.factories import directory

pytestmark = pytest.mark.django_db
MOST_QUERIES = 6


@pytest.fixture
def fund(db):
    made = directory.organisation("Example Fund", roles=["funder"])
    made.identifiers.create(scheme="GB-CHC", value="1064500")
    return made


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_offer_leaves_with_the_columns_that_an_import_reads(tmp_path, small_vocabulary):
    offer = directory.offer(
        title="A weekly choir",
        place_words="Margate",
        price_amount=120,
        price_unit="session",
        capacity_people=30,
    )
    directory.offer(title="A draft", is_published=False)
    file = tmp_path / "offers.csv"
    call_command("export", "offers", "--out", str(file))
    (row,) = rows_of(file)
    assert list(row)[:5] == ["id", "title", "description", "place", "organisation"]
    assert row["id"] == offer.reference
    assert (row["place"], row["price"], row["capacity"]) == ("Margate", "£120 a session", "30")
    assert row["terms"] == "activity.choir; outcome.reduced-loneliness"
    assert not list(tmp_path.glob(".*"))


def test_a_file_is_there_whole_or_not_at_all(tmp_path, monkeypatch):
    directory.offer()

    def breaks_off(wanted):
        yield from exports.offers(wanted)
        raise OSError("the disk is full")

    monkeypatch.setitem(exports.EXPORTS, "offers", breaks_off)
    with pytest.raises(OSError, match="full"):
        call_command("export", "offers", "--out", str(tmp_path / "offers.csv"))
    assert not (tmp_path / "offers.csv").exists()


def test_everything_goes_into_a_folder(tmp_path, fund):
    directory.award(funder=fund, recipient=None)
    folder = tmp_path / "out"
    call_command("export", "--format", "json", "--out", str(folder))
    found = {path.name: json.loads(path.read_text()) for path in folder.iterdir()}
    assert set(found) == {"organisations.json", "offers.json", "needs.json", "awards.json"}
    assert found["awards.json"][0]["amount"] == "1000.00"
    assert found["organisations.json"][0]["identifiers"] == ["GB-CHC-1064500"]
    with pytest.raises(CommandError, match="folder"):
        call_command("export", "all")


def test_a_list_can_be_written_to_standard_output(capsys, fund):
    call_command("export", "organisations", "--format", "json")
    assert json.loads(capsys.readouterr().out)[0]["name"] == "Example Fund"


def test_awards_leave_as_grants_of_the_standard(tmp_path, capsys, fund):
    choir = directory.organisation("Example Choir")
    directory.award(funder=fund, recipient=choir, title="Songs", programme="Small grants")
    directory.award(funder=fund, recipient=None, awarded_on=date(2024, 1, 1))
    directory.award(funder=fund, recipient=choir, awarded_on=None)
    file = tmp_path / "grants.json"
    call_command("export", "awards", "--format", "360giving", "--out", str(file))
    songs, to_a_person = json.loads(file.read_text())["grants"]
    assert songs["fundingOrganization"][0]["id"] == "GB-CHC-1064500"
    assert songs["recipientOrganization"][0]["id"] == "360G-counterpoint:ORG:example-choir"
    assert songs["grantProgramme"] == [{"title": "Small grants"}]
    assert to_a_person["recipientIndividual"]["name"] == "Individual"
    assert "1 awards were left out" in capsys.readouterr().err


def test_only_awards_are_grants():
    with pytest.raises(CommandError, match="Only awards"):
        call_command("export", "offers", "--format", "360giving")


@pytest.mark.parametrize("name", ["organisations", "offers", "needs", "awards"])
def test_a_file_asks_no_more_when_it_is_longer(
    name, fund, small_vocabulary, django_assert_max_num_queries
):
    for _ in range(4):
        offer = directory.offer()
        directory.need()
        directory.award(funder=fund, recipient=offer.organisation)
    with django_assert_max_num_queries(MOST_QUERIES):
        rows = [TABLES[name].row(record) for record in exports.EXPORTS[name](Wanted())]
    assert len(rows) >= 4


def test_offers_that_left_come_back_elsewhere_as_they_were(tmp_path, small_vocabulary):
    choir = directory.organisation("Example Choir")
    directory.offer(choir, title="=Sing!", place_words="Margate", price_amount=120)
    directory.offer(choir, title="Drum", description="Line one.\n\nLine two, “quoted”.")
    there, back = tmp_path / "there.csv", tmp_path / "back.csv"
    call_command("export", "offers", "--out", str(there))
    Offer.objects.all().delete()
    call_command("import", str(there), "--kind", "offers", "--no-index", stdout=StringIO())
    call_command("export", "offers", "--out", str(back))
    assert kept(back) == kept(there)


def kept(file):
    """What is the offer's own; when it was published and checked belongs to each place."""
    columns = ("id", "title", "description", "place", "organisation", "capacity", "price")
    return sorted([row[name] for name in columns] for row in rows_of(file))


def counts_after_import(file):
    """What the import of this file says it did, as its own JSON says it."""
    out = StringIO()
    call_command("import", str(file), "--no-index", "--json", stdout=out)
    (told,) = json.loads(out.getvalue())["files"]
    return told


@pytest.mark.parametrize("form", ["csv", "360giving"])
def test_our_own_export_changes_nothing_when_it_comes_back(
    form, tmp_path, fund, small_vocabulary
):
    choir = directory.organisation("Example Choir")
    directory.offer(choir)
    directory.need()
    directory.award(funder=fund, recipient=choir, title="Songs")
    names = ["awards"] if form == "360giving" else [*exports.EXPORTS]
    before = {model: model.objects.count() for model in (Organisation, Offer, Need, Award)}
    for name in names:
        file = tmp_path / f"{name}.{'csv' if form == 'csv' else 'json'}"
        call_command("export", name, "--format", form, "--out", str(file))
        counts = counts_after_import(file)
        assert (counts["added"], counts["changed"], counts["unchanged"]) == (
            0,
            0,
            counts["rows"],
        )
    assert {model: model.objects.count() for model in before} == before


def test_an_award_of_another_directory_with_the_same_number_is_not_ours(tmp_path, fund):
    award = directory.award(funder=fund, recipient=directory.organisation("Example Choir"))
    file = tmp_path / "awards.csv"
    call_command("export", "awards", "--out", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace(award.title, "Another title"))
    assert counts_after_import(file)["added"] == 1
