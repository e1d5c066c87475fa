"""Organisations of a file found in the directory, added to it, or left to a person to decide."""

import pytest

from counterpoint.apps.directory.actions import organisations as directory_actions
from counterpoint.apps.directory.models import (
    Award,
    Identifier,
    Merge,
    Organisation,
    Provenance,
)
from counterpoint.apps.imports.actions.settling import (
    AlreadySettled,
    NotSettled,
    reopen,
    settle,
)
from counterpoint.apps.imports.models import DoubtfulMatch, ImportChange
from counterpoint.apps.imports.permissions import MayNotImport
from tests.factories import accounts, directory

SAME, DIFFERENT = DoubtfulMatch.Answer.SAME, DoubtfulMatch.Answer.DIFFERENT
LIST = ["id", "name", "charity number", "place", "postcode", "website", "description"]
AWARDS = [
    "id",
    "recipient",
    "amount",
    "title",
    "recipient place",
    "charity number",
    "postcode",
    "funder",
]


def award(number, recipient, place="", charity="", postcode=""):
    return [
        number,
        recipient,
        "1000",
        "A tour",
        place,
        charity,
        postcode,
        "Example Giving Trust",
    ]


@pytest.fixture
def listed(importing, written):
    """`listed([...])` imports a list of organisations."""

    def run(*rows, name="list.csv", **wishes):
        return importing(written(name, LIST, *rows), kind="organisations", **wishes)

    return run


@pytest.fixture
def awarded(importing, written):
    def run(*rows, name="awards.csv", **wishes):
        return importing(written(name, AWARDS, *rows), kind="awards", **wishes)

    return run


def test_a_register_number_finds_an_organisation_under_any_name(listed, awarded):
    listed(["1", "Example Choir", "1136419", "Thanet", "", "", ""])
    awarded(award("a1", "The Singing Project Ltd", charity="1136419"))
    one = Award.objects.get().recipient
    assert one.name == "Example Choir"
    assert [other.name for other in one.other_names.all()] == ["The Singing Project Ltd"]


def test_the_same_name_in_the_same_district_is_the_same(listed, awarded):
    listed(["1", "Example Choir", "", "Thanet", "", "", ""])
    run = awarded(award("a1", "EXAMPLE CHOIR LIMITED", "Margate"))
    assert Award.objects.get().recipient.name == "Example Choir"
    assert run.counts["organisations_added"] == 1  # the funder
    assert DoubtfulMatch.objects.count() == 0


def test_the_same_name_elsewhere_waits_for_a_person(listed, awarded):
    listed(["1", "Example Choir", "", "Thanet", "", "", ""])
    run = awarded(award("a1", "Example Choir", "Dover"))
    assert run.counts["doubtful"] == 1
    doubt = DoubtfulMatch.objects.get()
    assert (doubt.newcomer.place.name, doubt.candidate.place.name) == ("Dover", "Thanet")
    assert doubt.evidence == ["same-name", "different-district"]
    assert Award.objects.get().recipient == doubt.newcomer


def test_different_numbers_in_one_register_are_different_organisations(listed, awarded):
    listed(["1", "Example Choir", "1136419", "Thanet", "", "", ""])
    awarded(award("a1", "Example Choir", "Thanet", charity="1136420"))
    assert Organisation.objects.filter(name="Example Choir").count() == 2
    assert DoubtfulMatch.objects.count() == 0


def test_one_recipient_without_a_place_is_one_organisation_in_its_list(awarded):
    awarded(award("a1", "Example Flute Band"), award("a2", "Example Flute Band"))
    assert Organisation.objects.filter(name="Example Flute Band").count() == 1


def test_names_that_begin_alike_are_asked_about_when_the_place_fits(listed, awarded):
    listed(["1", "Example Truck", "", "Thanet", "", "", ""])
    awarded(
        award("a1", "Example Truck Theatre Company", "Thanet"),
        award("a2", "Example Trumpets", "Thanet"),
    )
    assert [doubt.newcomer.name for doubt in DoubtfulMatch.objects.all()] == [
        "Example Truck Theatre Company"
    ]


def test_a_slip_in_a_name_is_found_among_many_that_begin_alike(listed, awarded):
    names = [f"The Royal {word} Company" for word in ("Shakespear", *map(str, range(30)))]
    listed(*([str(n), name, "", "Thanet", "", "", ""] for n, name in enumerate(names)))
    awarded(award("a1", "The Royal Shakespeare Company", "Thanet"))
    assert [doubt.candidate.name for doubt in DoubtfulMatch.objects.all()] == [
        "The Royal Shakespear Company"
    ]


def test_a_shorter_name_is_found_behind_many_between(listed, awarded):
    names = ["Example Truck", *(f"Example Truck {n} Choir" for n in range(20))]
    listed(*([str(n), name, "", "Thanet", "", "", ""] for n, name in enumerate(names)))
    awarded(award("a1", "Example Truck Theatre", "Thanet"))
    assert DoubtfulMatch.objects.get().candidate.name == "Example Truck"


def test_where_the_money_is_spent_is_a_hint_when_nothing_else_says_who(
    listed, importing, written
):
    listed(["1", "Example Choir", "", "Thanet", "", "", ""])
    headings = ["id", "recipient", "amount", "title", "place", "funder"]
    row = ["a1", "Example Choir", "1000", "A tour", "Thanet", "Example Giving Trust"]
    importing(written("awards.csv", headings, row))
    assert Award.objects.get().recipient == Organisation.objects.get(name="Example Choir")


def test_a_mention_fills_what_was_blank_and_replaces_nothing(listed, awarded):
    listed(["1", "Example Choir", "", "Thanet", "", "https://example.org", ""])
    run = awarded(award("a1", "Example Choir", "Thanet", charity="1136419"))
    one = Organisation.objects.get(name="Example Choir")
    assert one.website == "https://example.org"
    assert Identifier.objects.get(organisation=one).value == "1136419"
    again = awarded(award("a1", "Example Choir", "Thanet", charity="1136419"))
    assert (run.counts["added"], again.counts["unchanged"]) == (1, 1)


def test_each_field_says_which_row_of_which_file_it_came_from(listed):
    run = listed(
        ["1", "Example Choir", "1136419", "Thanet", "", "www.example.org", "We sing."]
    )
    one = Organisation.objects.get(name="Example Choir")
    line = Provenance.objects.get(record_type="organisation", record_id=one.pk)
    assert (line.source_file, line.row) == (run.source_file, 2)
    assert set(line.fields) >= {"name", "website", "description", "place_id", "identifiers"}
    assert "opened_on" not in line.fields


def test_a_corrected_list_updates_and_says_what_changed(listed):
    listed(["1", "Example Choir", "1136419", "Thanet", "", "", "We sing."])
    run = listed(["1", "Example Choir", "1136419", "Dover", "", "", "We sing and dance."])
    one = Organisation.objects.get(name="Example Choir")
    assert (one.place.name, one.description) == ("Dover", "We sing and dance.")
    change = ImportChange.objects.get(run=run)
    assert change.before["description"] == "We sing."
    assert change.record_id == one.pk


def test_what_a_person_wrote_is_not_undone_by_a_corrected_list(listed, at):
    listed(["1", "Example Choir", "1136419", "Thanet", "", "", "We sing."])
    one = Organisation.objects.get(name="Example Choir")
    directory_actions.edit_organisation(
        organisation=one, details={"description": "Written by a member."}, by=None, at=at
    )
    run = listed(["1", "Example Choir", "1136419", "Dover", "", "", "We hum."])
    one.refresh_from_db()
    assert (one.place.name, one.description) == ("Dover", "Written by a member.")
    (remark,) = [
        tally for tally in run.tallies if tally["code"] == "kept-as-a-person-wrote-it"
    ]
    assert remark["value"] == "We hum."


def test_every_organisation_has_an_address_of_its_own(listed):
    listed(*[[str(n), "Example Choir", str(1136400 + n), "", "", "", ""] for n in range(5)])
    slugs = Organisation.objects.values_list("slug", flat=True)
    assert len(set(slugs)) == 5
    assert "example-choir" in slugs


def test_no_name_is_taken_that_a_page_needs(listed):
    listed(["1", "New", "1136419", "", "", "", ""])
    assert Organisation.objects.get().slug != "new"


# Doubts


@pytest.fixture
def doubt(listed, awarded):
    listed(["1", "Example Choir", "", "Thanet", "", "", ""])
    awarded(award("a1", "Example Choir", "Dover"))
    return DoubtfulMatch.objects.get()


def test_the_same_makes_them_one_and_awards_follow(doubt, at):
    settle(doubt=doubt, answer=SAME, by=None, at=at)
    doubt.refresh_from_db()
    assert Award.objects.get().recipient == doubt.candidate
    assert doubt.merge == Merge.objects.get()
    assert not DoubtfulMatch.objects.waiting()


def test_different_leaves_both_and_is_not_asked_again(doubt, at, awarded):
    settle(doubt=doubt, answer=DIFFERENT, by=None, at=at)
    assert Award.objects.get().recipient == doubt.newcomer
    awarded(award("a1", "Example Choir", "Dover"), award("a2", "Example Choir", "Dover"))
    assert DoubtfulMatch.objects.count() == 1
    assert not DoubtfulMatch.objects.waiting()


def test_a_decision_can_be_taken_back(doubt, at):
    settle(doubt=doubt, answer=SAME, by=None, at=at)
    reopen(doubt=doubt, by=None, at=at)
    assert Award.objects.get().recipient == doubt.newcomer
    assert DoubtfulMatch.objects.waiting().get() == doubt
    settle(doubt=doubt, answer=DIFFERENT, by=None, at=at)


def test_nothing_is_decided_twice_or_taken_back_undecided(doubt, at):
    with pytest.raises(NotSettled):
        reopen(doubt=doubt, by=None, at=at)
    settle(doubt=doubt, answer=DIFFERENT, by=None, at=at)
    with pytest.raises(AlreadySettled):
        settle(doubt=doubt, answer=SAME, by=None, at=at)


def test_only_the_programme_team_decides(doubt, at):
    with pytest.raises(MayNotImport):
        settle(doubt=doubt, answer=SAME, by=accounts.person(), at=at)
    team = accounts.person(is_programme_team=True)
    settle(doubt=doubt, answer=SAME, by=team, at=at)
    doubt.refresh_from_db()
    assert doubt.settled_by == team


def test_a_doubt_goes_with_its_organisation_when_that_is_merged(doubt, at):
    third = directory.organisation("Example Chorus")
    from counterpoint.apps.directory.actions.merging import merge

    merge(kept=third, absorbed=doubt.candidate, by=None, at=at)
    doubt.refresh_from_db()
    assert doubt.candidate == third
