"""What became of an organisation, and two records made one, as pages."""

import pytest

from counterpoint.apps.directory.models import Merge, Organisation, Succession
from tests.factories import directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation(lead):
    return directory.organisation("Example Group", by=lead)


def test_names_successors_and_closing_are_recorded_on_one_page(visit, organisation, lead):
    board = directory.organisation("Example Board")
    mine, address = visit.as_(lead), "/organisations/example-group/life/"
    mine.post(address, **{"what": "name", "name-name": "Old Group", "name-kind": "former"})
    mine.post(
        address,
        **{
            "what": "succession",
            "succession-other": "Example Board",
            "succession-direction": "after",
            "succession-how": "replaced",
            "succession-on": "2022-07-01",
        },
    )
    page = mine.post(address, **{"what": "closing", "closing-on": "2022-06-30"})
    assert "Closing" not in page.words
    assert organisation.other_names.get().name == "Old Group"
    succession = Succession.objects.get()
    assert (succession.predecessor, succession.successor) == (organisation, board)
    organisation.refresh_from_db()
    assert organisation.closed_on is not None


def test_an_organisation_is_named_by_its_address_too(visit, organisation, lead):
    directory.organisation("Twin")
    directory.organisation("Twin")
    mine, address = visit.as_(lead), "/organisations/example-group/life/"
    said = {"what": "succession", "succession-direction": "before", "succession-how": "merged"}
    page = mine.post(address, **said, **{"succession-other": "Twin"})
    assert "/organisations/twin-2/" in " ".join(page.errors)
    assert mine.post(address, **said, **{"succession-other": "Nobody"}).errors
    mine.post(
        address, **said, **{"succession-other": "http://localhost:8000/organisations/twin-2/"}
    )
    assert Succession.objects.get().predecessor.slug == "twin-2"


def test_a_refusal_is_shown_at_its_form(visit, organisation, lead):
    mine, address = visit.as_(lead), "/organisations/example-group/life/"
    page = mine.post(
        address, **{"what": "name", "name-name": "Example Group", "name-kind": "former"}
    )
    assert "This is the name it has now." in page.errors[0]
    assert mine.post(address, what="nonsense").heading == "What became of it"


def test_only_members_record_what_became_of_it(visit, organisation, stranger):
    visit.as_(stranger)("/organisations/example-group/life/", status=403)


def test_the_team_looks_at_both_before_it_merges_and_can_undo(
    visit, organisation, team_member
):
    other = directory.organisation("Example Group Ltd", website="https://example.org")
    directory.offer(other)
    theirs, address = visit.as_(team_member), "/organisations/example-group/merge/"
    said = {"other": "/organisations/example-group-ltd/", "reason": "one charity number"}
    page = theirs.post(address, **said)
    assert "Are these the same organisation?" in page.words
    assert "https://example.org" in page.words
    assert not Merge.objects.exists()
    page = theirs.post(address, sure="yes", **said)
    assert "Example Group Ltd is now part of Example Group." in page.notices[0]
    assert organisation.offers.count() == 1
    theirs.post(f"/merges/{Merge.objects.get().pk}/undo/")
    assert Organisation.objects.public().count() == 2
    assert "Undone." in theirs(address).words


def test_a_merge_that_makes_no_sense_is_refused(visit, organisation, team_member):
    theirs = visit.as_(team_member)
    said = {"other": "/organisations/example-group/", "reason": "x", "sure": "yes"}
    page = theirs.post("/organisations/example-group/merge/", status=422, **said)
    assert "the same record already" in page.words


def test_members_do_not_merge(visit, organisation, lead):
    visit.as_(lead)("/organisations/example-group/merge/", status=403)
