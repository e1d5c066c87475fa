"""Suggesting a correction and answering it, as pages."""

import pytest
from django.core import mail

from counterpoint.apps.directory.models import Correction
from counterpoint.apps.directory.views import limiting
from tests.factories import accounts, directory

pytestmark = pytest.mark.django_db
WRONG = {"suggestion": "The choir moved to Wednesdays."}


@pytest.fixture
def organisation(lead):
    return directory.organisation("Example Choir", by=lead)


def test_anybody_may_suggest_a_correction_of_anything(visit, organisation, lead):
    offer, need = directory.offer(organisation, by=lead), directory.need(organisation, by=lead)
    award = directory.award(funder=organisation, recipient=None)
    for record in (organisation, offer, need, award):
        address = f"{record.get_absolute_url()}correct/"
        assert "Suggest a correction" in visit(address).heading
        page = visit.post(address, email="reader@example.org", **WRONG)
        assert "has reached those who can answer it" in page.notices[0]
    assert Correction.objects.filter(email="reader@example.org", by=None).count() == 4


def test_an_empty_suggestion_is_not_sent(visit, organisation):
    assert visit.post("/organisations/example-choir/correct/", suggestion="").errors
    assert not Correction.objects.exists()


def test_whoever_is_signed_in_is_not_asked_for_an_address(visit, organisation, stranger):
    theirs = visit.as_(stranger)
    assert "e-mail" not in theirs("/organisations/example-choir/correct/").words
    theirs.post("/organisations/example-choir/correct/", **WRONG)
    assert Correction.objects.get().by == stranger


def test_drafts_of_others_take_no_corrections(visit, organisation, lead):
    draft = directory.offer(organisation, by=lead, is_published=False)
    visit(f"/offers/{draft.reference}/correct/", status=404)


def test_one_person_cannot_fill_an_owners_mailbox(visit, organisation, monkeypatch, stranger):
    monkeypatch.setattr(limiting, "MOST_FROM_A_PERSON", 2)
    theirs = visit.as_(stranger)
    for _ in range(2):
        theirs.post("/organisations/example-choir/correct/", **WRONG)
    page = theirs.post("/organisations/example-choir/correct/", status=429, **WRONG)
    assert "Please send the next one in an hour." in page.words
    assert Correction.objects.count() == 2


def test_nor_can_many_from_one_address(visit, organisation, monkeypatch):
    monkeypatch.setattr(limiting, "MOST_FROM_AN_ADDRESS", 1)
    visit.post("/organisations/example-choir/correct/", **WRONG)
    visit.post("/organisations/example-choir/correct/", status=429, **WRONG)


def test_a_member_answers_from_my_work(visit, organisation, lead):
    visit.post("/organisations/example-choir/correct/", email="reader@example.org", **WRONG)
    made = Correction.objects.get()
    mine = visit.as_(lead)
    assert mine("/my-work/").links["Example Choir"] == f"/corrections/{made.pk}/"
    address = f"/corrections/{made.pk}/"
    assert "moved to Wednesdays" in mine(address).words
    assert mine.post(address, decision="declined").errors
    mail.outbox.clear()
    page = mine.post(address, decision="made", answer="Thank you, done.")
    assert page.notices == ["Your answer is on its way."]
    assert mail.outbox[0].to == ["reader@example.org"]
    assert "Thank you, done." in mine(address).words


def test_others_cannot_read_what_was_suggested(visit, organisation, stranger):
    visit.post("/organisations/example-choir/correct/", **WRONG)
    visit.as_(stranger)(f"/corrections/{Correction.objects.get().pk}/", status=403)


def test_the_programme_team_sees_all_that_is_open(visit, team_member):
    unclaimed = directory.organisation("Unclaimed", by=None)
    visit.post("/organisations/unclaimed/correct/", **WRONG)
    page = visit.as_(team_member)("/my-work/")
    assert page.links[unclaimed.name] == f"/corrections/{Correction.objects.get().pk}/"


def test_claims_wait_in_my_work_for_those_who_lead(visit, organisation, lead):
    claimant = accounts.person()
    organisation.claims.create(person=claimant, evidence="x", made_at=organisation.created_at)
    assert "Claims to decide on" in visit.as_(lead)("/my-work/").words
    assert "Your claims that wait" in visit.as_(claimant)("/my-work/").words
