"""Plain lists of offers and needs: no mapping, no questions asked."""

import pytest

from counterpoint.apps.directory.actions import offers as directory_actions
from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.imports.models import ImportedRecord, Stage
from tests.apps.imports.conftest import FILES

OFFERS = ["id", "title", "description", "place"]
CHOIR = ["A1", "Thursday Voices", "A weekly choir for people who live alone", "Margate"]
DANCE = ["A2", "Steady Steps", "Gentle dance for older people", "Dover"]


def tally(run, code):
    return next((one for one in run.tallies if one["code"] == code), None)


def test_offers_need_no_mapping(importing, written, at):
    run = importing(written("offers.csv", OFFERS, CHOIR, DANCE))
    assert (run.stage, run.counts["added"], run.kind) == (Stage.FINISHED, 2, "offers")
    choir = Offer.objects.public().get(external_id="A1")
    assert choir.identifier == "A1"
    assert (choir.title, choir.place.name, choir.published_at) == (
        "Thursday Voices",
        "Margate",
        at,
    )
    assert choir.latitude == pytest.approx(51.38)
    assert (choir.source_file, choir.source_row) == (run.source_file, 2)
    assert choir.organisation is None


def test_an_organisation_column_is_optional_and_finds_or_makes_the_owner(importing, written):
    rows = [[*CHOIR, "Example Harbour Voices"], [*DANCE, "Example Harbour Voices"]]
    importing(written("offers.csv", [*OFFERS, "organisation"], *rows))
    owner = Organisation.objects.get()
    assert owner.offers.count() == 2
    assert all(offer.is_example for offer in owner.offers.all())


def test_needs_need_no_mapping(importing, written):
    importing(
        written(
            "needs.csv",
            ["id", "need", "place"],
            ["n1", "reduce loneliness\namong over-65s", "Thanet"],
        )
    )
    need = Need.objects.public().get()
    assert (need.identifier, need.place.name) == ("n1", "Thanet")
    assert need.statement == "reduce loneliness\namong over-65s"
    assert need.title == "reduce loneliness"


def test_a_place_that_nobody_knows_is_kept_in_words_and_said(importing, written):
    run = importing(written("offers.csv", OFFERS, ["A1", "Choir", "We sing", "Atlantis"]))
    offer = Offer.objects.get()
    assert (offer.place, offer.place_words) == (None, "Atlantis")
    assert tally(run, "unknown-place")["value"] == "Atlantis"


def test_a_row_without_a_title_is_refused_and_the_rest_goes_on(importing, written):
    run = importing(written("offers.csv", OFFERS, ["A0", "", "x", ""], CHOIR))
    assert (run.counts["added"], run.counts["refused"]) == (1, 1)
    refused = run.findings.get(is_refusal=True)
    assert (refused.row, refused.column, refused.code) == (2, "title", "missing")


def test_a_comma_in_an_unquoted_text_is_found_out(importing, written, tmp_path):
    path = tmp_path / "offers.csv"
    path.write_text(
        "id,title,description,place\nA1,Choir,We sing, and dance,Margate\n", encoding="utf-8"
    )
    run = importing(path)
    assert run.findings.get().code == "too-many-cells"
    assert Offer.objects.count() == 0


def test_a_corrected_list_is_known_again_though_its_file_has_another_name(importing, written):
    first = importing(written("offers.csv", OFFERS, CHOIR, DANCE))
    changed = [*CHOIR[:2], "A fortnightly choir", CHOIR[3]]
    run = importing(written("offers-march.csv", OFFERS, changed, DANCE))
    assert run.source == first.source
    assert (run.counts["added"], run.counts["changed"], run.counts["unchanged"]) == (0, 1, 1)
    assert Offer.objects.get(external_id="A1").description == "A fortnightly choir"


def test_another_list_with_the_same_numbers_is_another_list(importing, written):
    first = importing(written("offers.csv", OFFERS, CHOIR, DANCE))
    other = [
        ["A1", "Clay Club", "Pottery", "Dover"],
        ["A2", "Story Bench", "Stories", "Thanet"],
    ]
    run = importing(written("offers.csv", OFFERS, *other))
    assert run.source != first.source
    assert run.counts["added"] == 2
    assert Offer.objects.filter(external_id="A1").count() == 2


def test_what_a_person_wrote_stays(importing, written, at):
    headings = [*OFFERS, "organisation"]
    importing(written("offers.csv", headings, [*CHOIR, "Example Voices"]))
    offer = Offer.objects.get()
    words = {"title": "Thursday and Friday Voices"}
    directory_actions.edit_offer(offer=offer, details=words, by=None, at=at)
    changed = ["A1", "Sunday Voices", "A weekly choir on Sundays", "Margate", "Example Voices"]
    run = importing(written("offers.csv", headings, changed), source="offers")
    offer.refresh_from_db()
    assert offer.title == "Thursday and Friday Voices"
    assert offer.description == "A weekly choir on Sundays"
    assert tally(run, "kept-as-a-person-wrote-it")["value"] == "Sunday Voices"


def test_offers_without_identifiers_are_known_by_what_they_say(importing, written):
    path = written("offers.csv", OFFERS[1:], CHOIR[1:], DANCE[1:])
    assert importing(path).counts["added"] == 2
    assert importing(path).counts["unchanged"] == 2


def test_two_offers_with_one_identifier_are_both_kept_and_said(importing, written):
    run = importing(written("offers.csv", OFFERS, CHOIR, ["A1", *DANCE[1:]]))
    assert run.counts["added"] == 2
    assert tally(run, "repeated-identifier")["count"] == 1


def test_a_wish_for_a_kind_is_followed(importing, written):
    path = written("list.csv", ["name", "description", "place"], ["Choir", "We sing", "Dover"])
    assert importing(path, kind="offers").kind == "offers"
    assert Offer.objects.get().title == "Choir"


def test_what_an_export_says_beyond_the_plain_columns_comes_back(importing, written):
    headings = [*OFFERS, "travel km", "online", "safeguarding", "capacity", "page"]
    importing(
        written(
            "o.csv",
            headings,
            [*CHOIR, "25", "yes", "DBS checked", "20", "https://example.org"],
        )
    )
    offer = Offer.objects.get()
    assert (offer.travel_km, offer.is_online, offer.safeguarding_statement) == (
        25,
        True,
        "DBS checked",
    )
    importing(
        written(
            "n.csv",
            ["id", "need", "people", "budget", "wanted by"],
            ["1", "Less x", "40", "£1,000", "1 May 2027"],
        )
    )
    need = Need.objects.get()
    assert (need.people, need.budget_amount, need.wanted_by.isoformat()) == (
        40,
        1000,
        "2027-05-01",
    )


def test_a_guard_before_a_formula_is_taken_off_again(importing, written):
    importing(written("offers.csv", OFFERS, ["A1", "'=Choir", "'+ more", ""]))
    assert Offer.objects.get().title == "=Choir"


def test_the_row_behind_a_record_is_remembered_without_the_file(importing, written):
    run = importing(written("offers.csv", OFFERS, CHOIR))
    row = ImportedRecord.objects.get()
    assert (row.identity, row.record_type, row.run_id) == ("A1", "offer", run.pk)
    assert len(row.content_hash) == 32


@pytest.mark.parametrize("name", ["ace_national_portfolio.csv", "grants_yes_and_no.json"])
def test_a_file_that_is_not_what_was_asked_for_is_refused(importing, name):
    run = importing(name, kind="needs")
    assert run.stage == Stage.FAILED or (
        run.kind == "awards" and (FILES / name).suffix == ".json"
    )
