from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError

from counterpoint.apps.directory.actions import lifecycle, media, offers, venues
from counterpoint.apps.directory.actions.saving import ChangedMeanwhile, NotComplete
from counterpoint.apps.directory.models import Offer
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.history.models import Change, Entry
from counterpoint.domain.refusals import Forbidden
from tests.factories import directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(lead):
    return directory.offer(directory.organisation(by=lead), by=lead, is_published=False)


@pytest.fixture
def offer(lead):
    return directory.offer(directory.organisation(by=lead), by=lead)


def test_an_offer_begins_as_a_draft_with_a_reference_to_read_out(draft):
    assert draft.stage == Stage.DRAFT
    assert len(draft.reference) == 8
    assert not set(draft.reference) & set("AEIOU01")


def test_a_stranger_writes_no_offer_for_others(draft, stranger, at):
    with pytest.raises(Forbidden):
        offers.create_offer(organisation=draft.organisation, details={}, by=stranger, at=at)


def test_a_person_writes_no_offer_for_nobody(stranger, at):
    with pytest.raises(Forbidden):
        offers.create_offer(organisation=None, details={}, by=stranger, at=at)


def test_a_draft_may_be_saved_with_nothing_in_it(draft, lead, at):
    offers.edit_offer(offer=draft, details={"title": "", "description": ""}, by=lead, at=at)
    assert Offer.objects.get(pk=draft.pk).description == ""


def test_a_draft_without_words_is_not_published(draft, lead, at):
    offers.edit_offer(offer=draft, details={"description": ""}, by=lead, at=at)
    with pytest.raises(NotComplete):
        offers.publish_offer(offer=draft, by=lead, at=at)
    assert Offer.objects.get(pk=draft.pk).stage == Stage.DRAFT


def test_what_is_published_cannot_lose_its_words(offer, lead, at):
    with pytest.raises(NotComplete):
        offers.edit_offer(offer=offer, details={"description": ""}, by=lead, at=at)
    assert Offer.objects.get(pk=offer.pk).description


def test_an_edit_tells_search_and_history(offer, lead, at):
    Change.objects.all().delete()
    details = {"price_amount": Decimal("120.00"), "price_unit": "session"}
    assert offers.edit_offer(offer=offer, details=details, by=lead, at=at) == [
        "price_amount",
        "price_unit",
    ]
    assert Entry.objects.about(offer).first().kind == "offer.edited"
    assert Change.objects.get().record_type == "offer"


def test_areas_and_venues_are_changed_with_the_rest(offer, lead, at):
    places = directory.places()
    venue = venues.add_venue(
        organisation=offer.organisation, details={"name": "The Hall"}, by=lead, at=at
    )
    changed = offers.edit_offer(
        offer=offer, details={}, areas=[places["Kent"]], venues=[venue], by=lead, at=at
    )
    assert changed == ["service_areas", "venues"]
    assert list(offer.service_areas.all()) == [places["Kent"]]
    assert not offers.edit_offer(
        offer=offer, details={}, areas=[places["Kent"]], by=lead, at=at
    )


def test_an_older_version_does_not_overwrite_a_newer_one(offer, lead, at):
    seen = offer.updated_at
    offers.edit_offer(
        offer=offer, details={"title": "One"}, seen_at=seen, by=lead, at=at + timedelta(1)
    )
    with pytest.raises(ChangedMeanwhile):
        offers.edit_offer(offer=offer, details={"title": "Two"}, seen_at=seen, by=lead, at=at)
    assert offer.title == "One"


def test_a_negative_price_is_refused_by_the_database(offer, lead, at):
    with pytest.raises(IntegrityError):
        offers.edit_offer(offer=offer, details={"price_amount": Decimal(-1)}, by=lead, at=at)


def test_withdrawing_says_when_and_why(offer, lead, at):
    offers.withdraw_offer(offer=offer, reason="The hall closed", by=lead, at=at)
    assert (offer.stage, offer.withdrawn_at) == (Stage.WITHDRAWN, at)
    assert Entry.objects.about(offer).first().detail == {"reason": "The hall closed"}


def test_a_draft_can_be_thrown_away_but_not_forgotten(draft, lead, at):
    pk = draft.pk
    lifecycle.discard_draft(record=draft, by=lead, at=at)
    assert not Offer.objects.filter(pk=pk).exists()
    assert Entry.objects.filter(kind="offer.discarded", subject_id=str(pk)).exists()


def test_what_was_published_cannot_be_thrown_away(offer, lead, at):
    with pytest.raises(lifecycle.NotADraft):
        lifecycle.discard_draft(record=offer, by=lead, at=at)


def test_media_need_words_for_those_who_cannot_see_or_hear_them(offer, lead, at):
    shown = {"title": "A film", "url": "https://example.org/film", "by": lead, "at": at}
    with pytest.raises(media.WordsMissing):
        media.add_media(offer=offer, description=" ", **shown)
    added = media.add_media(offer=offer, description="People sing in a hall.", **shown)
    assert Entry.objects.about(offer).first().kind == "offer.media_added"
    media.remove_media(media=added, by=lead, at=at)
    assert not offer.media.exists()


def test_an_offer_shows_so_much_and_no_more(offer, lead, at):
    shown = {"url": "https://example.org/", "description": "x", "by": lead, "at": at}
    for number in range(media.MOST_MEDIA):
        media.add_media(offer=offer, title=f"Film {number}", **shown)
    with pytest.raises(media.EnoughMedia):
        media.add_media(offer=offer, title="One too many", **shown)


def test_a_venue_in_use_is_not_removed(offer, lead, at):
    hall = venues.add_venue(
        organisation=offer.organisation, details={"name": "Hall"}, offer=offer, by=lead, at=at
    )
    with pytest.raises(venues.VenueInUse):
        venues.remove_venue(venue=hall, by=lead, at=at)
    offer.venues.clear()
    venues.remove_venue(venue=hall, by=lead, at=at)
    assert not offer.organisation.venues.exists()


def test_a_venue_has_a_name(offer, lead, at):
    with pytest.raises(venues.VenueNameMissing):
        venues.add_venue(organisation=offer.organisation, details={}, by=lead, at=at)
    hall = venues.add_venue(
        organisation=offer.organisation, details={"name": "Hall"}, offer=offer, by=lead, at=at
    )
    with pytest.raises(venues.VenueNameMissing):
        venues.edit_venue(venue=hall, details={"name": ""}, by=lead, at=at)


def test_search_hears_of_a_venue_that_changed(offer, lead, at):
    hall = venues.add_venue(
        organisation=offer.organisation, details={"name": "Hall"}, offer=offer, by=lead, at=at
    )
    Change.objects.all().delete()
    assert venues.edit_venue(venue=hall, details={"name": "Big Hall"}, by=lead, at=at) == [
        "name"
    ]
    assert Change.objects.get().record_id == offer.pk


def test_words_for_a_place_lead_to_it_unless_they_could_mean_several(offer, lead, at):
    places = directory.places()
    offers.edit_offer(offer=offer, details={"place_words": "Thanet"}, by=lead, at=at)
    assert (offer.place, offer.latitude) == (places["Thanet"], 51.36)
    offers.edit_offer(offer=offer, details={"place_words": "Newport"}, by=lead, at=at)
    assert (offer.place, offer.latitude, offer.place_words) == (None, None, "Newport")
