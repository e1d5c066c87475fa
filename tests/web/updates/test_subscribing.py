import json
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from counterpoint.apps.matching.actions import saved_searches
from counterpoint.apps.updates import tokens
from counterpoint.apps.updates.models import SignUp, Subscriber
from counterpoint.apps.updates.views.limiting import MOST_FROM_AN_ADDRESS
from tests.apps.updates.conftest import known, subscriber, token_in_mail  # noqa: F401  a fixture
from tests.factories import accounts, directory

pytestmark = pytest.mark.django_db
PAT = "pat@example.org"


def sign_up(visit, email=PAT, **fields):
    return visit.post("/updates/", email=email, **fields)


def preferences_of(held: Subscriber) -> str:
    return f"/updates/{tokens.to_preferences(held)}/"


class TestSigningUp:
    def test_a_visitor_signs_up_and_confirms(self, visit):
        page = sign_up(visit, kinds=["need"], frequency="daily", language="en-gb")
        assert page.heading == "Look in your mail"
        token = token_in_mail("confirm/")
        page = visit(f"/updates/confirm/{token}/")
        assert "Kind: Needs" in page.words
        page = visit.post(f"/updates/confirm/{token}/")
        assert page.heading == "Your updates"
        assert Subscriber.objects.get().frequency == "daily"

    def test_opening_the_link_confirms_nothing(self, visit):
        sign_up(visit)
        visit(f"/updates/confirm/{token_in_mail('confirm/')}/")
        assert not Subscriber.objects.exists()

    def test_the_answer_tells_nobody_whether_an_address_is_known(self, visit):
        subscriber(PAT, at=timezone.now())
        known_page, new_page = sign_up(visit), sign_up(visit, "new@example.org")
        assert known_page.words == new_page.words
        known_page, new_page = (
            visit.post("/updates/link/", **{"link-email": email})
            for email in (PAT, "nobody@example.org")
        )
        assert known_page.words == new_page.words
        assert [one.to for one in mail.outbox].count(["nobody@example.org"]) == 0

    def test_the_small_form_asks_for_the_address_alone_and_keeps_its_page(self, visit):
        assert "Sign up here to receive updates" in visit("/").words
        sign_up(visit, page="/")
        asked = SignUp.objects.get()
        assert (asked.frequency, asked.consent_page) == ("weekly", "/")
        assert "how often" not in asked.consent_text
        assert "everything that is new" in mail.outbox[-1].body

    def test_a_list_offers_its_own_kind(self, visit):
        directory.need()
        page = visit("/needs/")
        assert page.links["Choose topics, places and how often"] == "/updates/?kind=need"

    def test_a_wrong_address_is_said_beside_the_field(self, visit):
        assert sign_up(visit, "not an address").errors

    def test_an_unknown_place_is_said_and_not_dropped(self, visit, known):  # noqa: F811
        page = sign_up(visit, places="Atlantis")
        assert page.errors
        assert not SignUp.objects.exists()

    def test_too_many_addresses_from_one_place_are_refused(self, visit):
        for number in range(MOST_FROM_AN_ADDRESS):
            sign_up(visit, f"pat{number}@example.org")
        visit.post("/updates/", status=429, email="one@more.example")

    def test_a_link_that_ran_out_offers_a_new_one(self, visit):
        sign_up(visit)
        token = token_in_mail("confirm/")
        with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
            page = visit(f"/updates/confirm/{token}/")
            assert page.heading == "This link has run out"
            page = visit.post(f"/updates/confirm/{token}/")
            assert not Subscriber.objects.exists()
            visit.post(f"/updates/resend/{token}/")
            visit.post(f"/updates/confirm/{token_in_mail('confirm/')}/")
        assert Subscriber.objects.get().email == PAT

    def test_a_forged_link_leads_nowhere(self, visit):
        visit("/updates/confirm/nonsense/", status=404)
        visit("/updates/nonsense/", status=404)


class TestPreferences:
    @pytest.fixture
    def held(self, known):  # noqa: F811
        return subscriber(PAT, at=timezone.now(), choices=[("kind", "need")])

    def test_everything_can_be_changed(self, visit, held):
        page = visit.post(
            preferences_of(held),
            kinds=["offer"],
            places="Thanet",
            outcomes=["outcome.confidence"],
            words="We dance.",
            frequency="monthly",
            language="cy",
        )
        assert page.heading == "Your updates"
        held.refresh_from_db()
        assert (held.frequency, held.language, held.words) == ("monthly", "cy", "We dance.")
        assert set(held.choices.values_list("what", "code")) == {
            ("kind", "offer"),
            ("place", "E07000114"),
            ("concept", "outcome.confidence"),
        }

    def test_pause_and_go_on(self, visit, held):
        page = visit.post(preferences_of(held), do="pause")
        assert "Nothing is sent until you go on." in page.words
        visit.post(preferences_of(held), do="go-on")
        held.refresh_from_db()
        assert held.is_told

    def test_own_data_as_a_file(self, visit, held):
        answer = visit.client.get(preferences_of(held) + "my-data.json")
        told = json.loads(answer.content)
        assert told["email"] == PAT
        assert told["choices"] == [{"what": "kind", "code": "need"}]
        assert told["consent"]["page"] == "/updates/"
        assert "no-store" in answer["Cache-Control"]

    def test_erasing(self, visit, held):
        address = preferences_of(held)
        visit(address + "erase/")
        assert visit.post(address + "erase/").heading == "Sign up for updates"
        assert not Subscriber.objects.exists()
        visit(address, status=404)

    def test_a_link_that_ran_out_sends_a_new_one(self, visit, held):
        address = preferences_of(held)
        with time_machine.travel(timezone.now() + timedelta(days=61), tick=False):
            assert visit(address).heading == "This link has run out"
            visit.post(address, kinds=["offer"])
        assert set(held.choices.values_list("code", flat=True)) == {"need"}
        assert mail.outbox[-1].to == [PAT]

    def test_a_person_reaches_the_same_by_the_account(self, visit, held):
        person = accounts.person(email=PAT)
        page = visit.as_(person)("/updates/mine/")
        assert page.heading == "Your updates"
        told = json.loads(visit.client.get("/account/my-data/").content)
        assert told["updates"]["email"] == PAT

    def test_an_unproved_address_opens_nothing(self, visit, held):
        person = accounts.person(email=PAT)
        person.emailaddress_set.update(verified=False)
        assert visit.as_(person)("/updates/mine/").heading != "Your updates"

    def test_closing_the_account_ends_the_updates(self, visit, held):
        person = accounts.person(email=PAT)
        from counterpoint.apps.accounts.actions import close_account

        close_account(person=person, by=person, at=timezone.now())
        assert not Subscriber.objects.exists()


class TestFollowing:
    def test_a_visitor_follows_by_address(self, visit):
        need = directory.need()
        page = visit(need.get_absolute_url())
        address = page.links["Follow: be told what is new"]
        assert visit(address).heading == f"Follow {need}"
        visit.post(address, email=PAT, frequency="at_once")
        visit.post(f"/updates/confirm/{token_in_mail('confirm/')}/")
        assert Subscriber.objects.get().follows.get().key == f"need:{need.pk}"

    def test_a_person_follows_with_a_button(self, visit):
        person, house = accounts.person(email=PAT), directory.organisation()
        page = visit.as_(person).post(
            f"/updates/follow/organisation/{house.slug}/", frequency="daily"
        )
        assert page.heading == str(house)
        assert mail.outbox == []
        assert Subscriber.objects.get().follows.get().key == f"organisation:{house.pk}"

    def test_places_and_terms_are_followed_as_choices(self, visit, known):  # noqa: F811
        person = accounts.person(email=PAT)
        visit.as_(person)
        for kind, key in (("place", "E07000114"), ("concept", "activity.choir")):
            assert (
                "Follow: be told what is new"
                in visit(f"/{'places' if kind == 'place' else 'vocabulary'}/{key}/").links
            )
            visit.client.post(f"/updates/follow/{kind}/{key}/", {"frequency": "daily"})
        assert set(Subscriber.objects.get().choices.values_list("what", "code")) == {
            ("place", "E07000114"),
            ("concept", "activity.choir"),
        }

    def test_a_saved_search_is_followed_by_its_owner_alone(self, visit):
        owner, other = accounts.person(email=PAT), accounts.person()
        saved = saved_searches.save(
            name="Choirs", address="as=need&q=choir", by=owner, at=timezone.now()
        )
        address = f"/updates/follow/search/{saved.pk}/"
        visit(address, status=404)
        visit.as_(other)(address, status=404)
        visit.as_(owner)("/my-work/searches/")
        visit.post(address, frequency="daily")
        assert Subscriber.objects.get().follows.get().key == f"search:{saved.pk}"

    def test_what_is_not_public_cannot_be_followed(self, visit):
        draft = directory.need(is_published=False)
        visit(f"/updates/follow/need/{draft.reference}/", status=404)
        visit("/updates/follow/nothing/1/", status=404)


def test_a_followed_term_of_another_kind_is_kept_when_preferences_are_saved(visit, known):  # noqa: F811
    held = subscriber(PAT, at=timezone.now(), choices=[("concept", "activity.choir")])
    page = visit(preferences_of(held))
    ticked = [
        box.get("value")
        for box in page.tree.iter("input")
        if box.get("type") == "checkbox" and box.get("checked") is not None
    ]
    assert ticked == ["activity.choir"]
    visit.post(preferences_of(held), art_forms=ticked, frequency="weekly", language="en-gb")
    assert held.choices.get().code == "activity.choir"
