"""Writing an organisation, an offer and a need: in steps, half done, together, in one's own words."""

from datetime import timedelta

import pytest

from counterpoint.apps.directory.actions import offers
from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.directory.models.concepts import Origin
from counterpoint.apps.directory.models.publishing import Stage
from tests.factories import accounts, directory

pytestmark = pytest.mark.django_db
OWN_WORDS = "A weekly choir where people make friends. Grandparents are welcome."


@pytest.fixture
def organisation(lead):
    return directory.organisation("Example Choir", by=lead)


@pytest.fixture
def mine(visit, lead):
    return visit.as_(lead)


def test_an_offer_from_first_words_to_publication(mine, small_vocabulary, organisation):
    places = directory.places()
    page = mine.post(
        "/offers/new/",
        organisation="example-choir",
        title="A weekly choir",
        description=OWN_WORDS,
        then="next",
    )
    offer = Offer.objects.get()
    edit = f"/offers/{offer.reference}/edit"
    assert page.response.request["PATH_INFO"] == f"{edit}/reach/"

    page = mine.post(
        f"{edit}/reach/",
        place_words="Thanet",
        areas="Kent\nWales",
        travel_km="30",
        is_online="on",
        then="next",
    )
    page = mine.post(
        f"{edit}/size/",
        capacity_people="30",
        price_amount="120",
        price_unit="session",
        then="next",
    )
    page = mine.post(
        f"{edit}/assurance/", safeguarding_statement="All DBS checked.", then="next"
    )
    assert page.heading == "Show it"
    page = mine.post(
        f"/offers/{offer.reference}/media/",
        title="A film",
        url="example.org/film",
        description="People sing.",
    )
    assert page.links["A film"] == "https://example.org/film"

    page = mine(f"/offers/{offer.reference}/terms/")
    marks = ["".join(mark.itertext()) for mark in page.tree.iter("mark")]
    assert marks == ["choir", "choir", "make friends", "Grandparents"]
    for words in (
        "Less loneliness",
        "Older adults",
        "“make friends”",
        "3 proposals wait for you",
    ):
        assert words.replace("“", "").replace("”", "") in page.words

    page = mine.post(f"/offers/{offer.reference}/publish/")
    assert "Some of the proposed terms still wait for your decision." in page.notices[0]
    page = mine.post(
        f"/offers/{offer.reference}/terms/",
        **{
            "term:activity.choir": "accept",
            "term:outcome.reduced-loneliness": "accept",
            "term:population.older-adults": "refuse",
            "then": "preview",
        },
    )
    assert "This is how readers will see it." in page.words
    page = mine.post(f"/offers/{offer.reference}/publish/")
    offer.refresh_from_db()
    assert offer.is_public
    assert (offer.place, offer.travel_km) == (places["Thanet"], 30)
    assert (offer.latitude, offer.longitude) == (51.36, 1.36)
    assert {area.name for area in offer.service_areas.all()} == {"Kent", "Wales"}
    assert page.heading == "A weekly choir"
    assert "Less loneliness" in page.words
    assert "Older adults" not in page.words


def test_a_draft_is_kept_half_done_and_found_again(mine, organisation):
    page = mine.post(
        "/offers/new/", organisation="example-choir", title="Only a title", then="stop"
    )
    assert page.heading == "My work"
    reference = Offer.objects.get().reference
    assert page.links["Only a title"] == f"/offers/{reference}/edit/words/"
    page = mine.post(
        f"/offers/{reference}/edit/size/", capacity_note="small groups", then="stop"
    )
    assert page.notices == ["Saved as a draft."]


def test_who_acts_for_nobody_is_told_how_to_begin(visit, stranger):
    page = visit.as_(stranger)("/offers/new/")
    assert page.links["List an organisation or yourself"] == "/organisations/new/"


def test_an_offer_is_only_written_for_ones_own(mine, organisation):
    directory.organisation("Somebody Else", by=accounts.person())
    page = mine.post("/offers/new/", organisation="somebody-else", title="x")
    assert page.errors
    assert not Offer.objects.exists()


def test_a_visitor_is_asked_to_sign_in(client):
    for address in ("/my-work/", "/offers/new/", "/organisations/new/", "/needs/new/"):
        assert client.get(address).url.startswith("/account")


def test_strangers_see_no_draft_and_edit_nothing(visit, stranger, organisation, lead):
    draft = directory.offer(organisation, by=lead, is_published=False)
    public = directory.offer(organisation, by=lead)
    theirs = visit.as_(stranger)
    theirs(f"/offers/{draft.reference}/edit/words/", status=404)
    theirs(f"/offers/{public.reference}/edit/words/", status=403)
    theirs(f"/offers/{public.reference}/terms/", status=403)
    theirs.post(f"/offers/{public.reference}/publish/", status=403)


def test_an_unknown_step_is_not_found(mine, organisation, lead):
    offer = directory.offer(organisation, by=lead)
    mine(f"/offers/{offer.reference}/edit/nonsense/", status=404)
    mine("/offers/XXXXXXXX/edit/words/", status=404)


def test_what_two_people_write_at_once_is_shown_side_by_side(mine, organisation, lead, at):
    offer = directory.offer(organisation, by=lead)
    address = f"/offers/{offer.reference}/edit/words/"
    seen = offer.updated_at.isoformat()
    offers.edit_offer(
        offer=offer, details={"title": "Theirs"}, by=lead, at=at + timedelta(minutes=5)
    )
    page = mine.post(
        address, title="Mine", description=offer.description, seen_at=seen, status=409
    )
    assert page.heading == "Two people wrote at once"
    assert "Mine" in page.words
    assert "Theirs" in page.words
    fields = {x.get("name"): x.get("value") for x in page.tree.iter("input")}
    assert fields["title"] == "Mine"
    assert Offer.objects.get().title == "Theirs"
    mine.post(
        address,
        title=fields["title"],
        description=offer.description,
        seen_at=fields["seen_at"],
    )
    assert Offer.objects.get().title == "Mine"


def test_the_same_statements_need_not_be_typed_twice(mine, organisation, lead):
    first = directory.offer(
        organisation, title="First", by=lead, safeguarding_statement="All DBS checked."
    )
    second = directory.offer(organisation, title="Second", by=lead, is_published=False)
    address = f"/offers/{second.reference}/edit/assurance/"
    page = mine(address)
    assert page.links["Use the same words"] == f"?like={first.reference}"
    assert "All DBS checked." in mine(address, like=first.reference).words
    second.refresh_from_db()
    assert not second.safeguarding_statement


def test_an_ambiguous_place_is_asked_about_and_an_unknown_one_is_kept(
    mine, organisation, lead
):
    directory.places()
    offer = directory.offer(organisation, by=lead, is_published=False)
    address = f"/offers/{offer.reference}/edit/reach/"
    page = mine.post(address, place_words="Newport")
    assert "more than one Newport" in page.errors[0]
    mine.post(address, place_words="Newport", place_choice="town.newport")
    offer.refresh_from_db()
    assert (offer.place_words, offer.place.code) == ("Newport", "town.newport")
    page = mine.post(address, place_words="Behind the moon")
    offer.refresh_from_db()
    assert (offer.place_words, offer.place) == ("Behind the moon", None)
    assert "We do not know a place called" in " ".join(page.notices)


def test_areas_that_are_not_known_are_named(mine, organisation, lead):
    directory.places()
    offer = directory.offer(organisation, by=lead, is_published=False)
    page = mine.post(f"/offers/{offer.reference}/edit/reach/", areas="Kent\nAtlantis\nNewport")
    assert "Atlantis" in " ".join(page.errors)
    assert "Newport, Isle of Wight" in " ".join(page.errors)
    assert not offer.service_areas.exists()


def test_a_place_from_a_file_is_not_lost_when_the_form_is_saved(mine, organisation, lead):
    places = directory.places()
    offer = directory.offer(
        organisation, by=lead, place=places["Thanet"], latitude=1.0, longitude=2.0
    )
    address = f"/offers/{offer.reference}/edit/reach/"
    assert 'value="Thanet"' in mine(address).response.content.decode()
    mine.post(address, place_words="Thanet", travel_km="5")
    offer.refresh_from_db()
    assert (offer.place, offer.latitude, offer.travel_km) == (places["Thanet"], 1.0, 5)


def test_a_term_can_be_looked_up_and_added_without_losing_decisions(
    mine, small_vocabulary, organisation, lead
):
    offer = directory.offer(organisation, by=lead, is_published=False)
    address = f"/offers/{offer.reference}/terms/"
    page = mine(address, term="voice")
    assert "More confidence" in page.words
    mine.post(address, add="outcome.confidence", **{"term:activity.choir": "accept"})
    origins = {tag.concept.code: tag.origin for tag in offer.tags.select_related("concept")}
    assert origins == {
        "activity.choir": Origin.ACCEPTED,
        "outcome.reduced-loneliness": Origin.PROPOSED,
        "outcome.confidence": Origin.ADDED,
    }
    assert "No term is called “xyz”" in mine(address, term="xyz").words


def test_all_that_is_left_can_be_accepted_at_once(mine, small_vocabulary, organisation, lead):
    offer = directory.offer(organisation, by=lead, is_published=False)
    mine.post(
        f"/offers/{offer.reference}/terms/", rest="accept", **{"term:activity.choir": "refuse"}
    )
    origins = {tag.concept.code: tag.origin for tag in offer.tags.select_related("concept")}
    assert origins["activity.choir"] == Origin.REFUSED
    assert origins["outcome.reduced-loneliness"] == Origin.ACCEPTED


def test_words_that_mean_something_else_are_pointed_out(mine, small_vocabulary, lead):
    council = directory.organisation("Council", roles=["commissioner"], by=lead)
    need = directory.need(
        council,
        statement="We want to commission a new sculpture.",
        by=lead,
        is_published=False,
    )
    page = mine(f"/needs/{need.reference}/terms/")
    assert "This reads as paying an artist for new work." in page.words


def test_a_need_from_first_words_to_publication(mine, small_vocabulary, lead):
    directory.organisation("Council", roles=["commissioner"], by=lead)
    directory.places()
    mine.post(
        "/needs/new/",
        organisation="council",
        title="Fewer lonely people",
        statement="Reduce loneliness among people over 65.",
    )
    need = Need.objects.get()
    mine.post(
        f"/needs/{need.reference}/edit/particulars/",
        place_words="Thanet",
        people="40",
        budget_amount="5000",
        wanted_by="2027-04-01",
    )
    mine.post(f"/needs/{need.reference}/terms/", rest="accept")
    page = mine.post(f"/needs/{need.reference}/publish/")
    assert page.heading == "Fewer lonely people"
    assert "£5,000" in page.words


def test_what_is_still_missing_is_said(mine, organisation, lead):
    draft = directory.offer(organisation, description="", by=lead, is_published=False)
    page = mine.post(f"/offers/{draft.reference}/publish/")
    assert "Still missing: in your own words." in page.notices[0]
    assert page.heading == "Your words"


def test_what_is_published_cannot_be_emptied(mine, organisation, lead):
    offer = directory.offer(organisation, by=lead)
    page = mine.post(f"/offers/{offer.reference}/edit/words/", title="A", description="")
    assert page.errors
    assert Offer.objects.get().description


def test_a_person_can_vouch_for_withdraw_and_throw_away(mine, organisation, lead):
    offer = directory.offer(organisation, by=None)
    page = mine.post(f"/offers/{offer.reference}/verify/")
    assert "a person checked it today" in page.notices[0]
    assert "Withdraw “A weekly choir”?" in mine(f"/offers/{offer.reference}/withdraw/").heading
    mine.post(f"/offers/{offer.reference}/withdraw/", reason="Over")
    offer.refresh_from_db()
    assert offer.stage == Stage.WITHDRAWN
    draft = directory.offer(organisation, by=lead, is_published=False)
    mine.post(f"/offers/{draft.reference}/discard/")
    assert not Offer.objects.filter(pk=draft.pk).exists()


def test_media_and_venues_are_added_and_removed(mine, organisation, lead):
    offer = directory.offer(organisation, by=lead)
    page = mine.post(f"/offers/{offer.reference}/venues/", name="The Hall", postcode="not one")
    assert page.errors
    mine.post(f"/offers/{offer.reference}/venues/", name="The Hall", postcode="ct9 1hx")
    assert offer.venues.get().postcode == "CT9 1HX"
    assert "The Hall" in mine(f"/offers/{offer.reference}/edit/reach/").words
    media = f"/offers/{offer.reference}/media/"
    mine.post(media, title="Film", url="https://example.org/", description="We sing")
    page = mine.post(media, title="Film 2", url="https://example.org/", description=" ")
    assert page.errors
    mine.post(media, remove=str(offer.media.get().pk))
    assert not offer.media.exists()


def test_an_organisation_is_listed_by_whoever_works_there(visit, small_vocabulary, stranger):
    directory.places()
    mine = visit.as_(stranger)
    assert mine.post("/organisations/new/", name="New Choir").errors
    mine.post(
        "/organisations/new/", name="New Choir", roles="cultural", description="A choir."
    )
    made = Organisation.objects.get()
    page = mine.post(
        f"/organisations/{made.slug}/edit/contact/",
        place_words="Thanet",
        postcode="CT9 1HX",
        website="newchoir.example",
        charity_number="1064500",
        company_number="2324869",
    )
    assert page.heading == "Your words, and how public services say it"
    mine.post(f"/organisations/{made.slug}/terms/", rest="accept")
    assert "A choir." in mine(f"/organisations/{made.slug}/preview/").words
    page = mine.post(f"/organisations/{made.slug}/publish/")
    made.refresh_from_db()
    assert made.is_public
    assert made.website == "https://newchoir.example"
    assert {str(one) for one in made.identifiers.all()} == {
        "GB-CHC-1064500",
        "GB-COH-02324869",
    }
    assert page.heading == "New Choir"


def test_a_freelancer_is_asked_for_no_number_and_no_address(visit, stranger):
    mine = visit.as_(stranger)
    mine.post("/organisations/new/", name="Robin", is_one_person="on", description="I sing.")
    page = mine("/organisations/robin/edit/contact/")
    assert "Charity number" not in page.words
    assert "Postcode" not in page.words
    mine.post("/organisations/robin/edit/contact/", website="https://robin.example")
    mine.post("/organisations/robin/publish/")
    assert Organisation.objects.get().is_public


def test_who_is_there_already_is_offered_to_be_claimed(visit, stranger):
    directory.organisation("Example Choir Ltd", by=None)
    mine = visit.as_(stranger)
    said = {"name": "The Example Choir", "roles": "cultural"}
    page = mine.post("/organisations/new/", **said)
    assert page.links["Example Choir Ltd"] == "/organisations/example-choir-ltd/"
    assert page.links["I act for this one"] == "/organisations/example-choir-ltd/claim/"
    assert Organisation.objects.count() == 1
    mine.post("/organisations/new/", if_known="another", **said)
    assert Organisation.objects.count() == 2


def test_a_number_that_another_record_has_is_explained(mine, organisation, lead, at):
    other = directory.organisation("Other", by=None)
    other.identifiers.create(scheme="GB-CHC", value="1064500")
    page = mine.post("/organisations/example-choir/edit/contact/", charity_number="1064500")
    assert "already has this register number" in page.errors[0]
    assert mine.post("/organisations/example-choir/edit/contact/", charity_number="12").errors


def test_numbers_are_read_back_and_taken_away(mine, organisation):
    address = "/organisations/example-choir/edit/contact/"
    mine.post(address, charity_number="SC012345", company_number="")
    assert str(organisation.identifiers.get()) == "GB-SC-SC012345"
    assert 'value="SC012345"' in mine(address).response.content.decode()
    mine.post(address, charity_number="1064500")
    assert str(organisation.identifiers.get()) == "GB-CHC-1064500"
    mine.post(address, charity_number="")
    assert not organisation.identifiers.exists()


def test_a_new_name_keeps_the_old_one_unless_it_was_a_slip(mine, organisation):
    address = "/organisations/example-choir/edit/about/"
    said = {"roles": "cultural", "description": organisation.description}
    mine.post(address, name="Exemplary Choir", keeps_former_name="on", **said)
    assert organisation.other_names.get().name == "Example Choir"
    mine.post(address, name="Exemplary Choirs", **said)
    assert organisation.other_names.count() == 1


def test_my_work_shows_what_waits_and_what_is_begun(
    mine, small_vocabulary, organisation, lead, team_member, at, visit
):
    empty = visit.as_(accounts.person())("/my-work/")
    assert "You act for no organisation yet" in empty.words
    offer = directory.offer(
        organisation, by=lead, at=at - timedelta(days=900), title="Old offer"
    )
    offers.edit_offer(offer=offer, details={"description": "Find your voice."}, by=lead, at=at)
    directory.need(organisation, by=lead, is_published=False, title="Begun")
    page = visit.as_(lead)("/my-work/")
    assert page.links["Old offer"] == f"/offers/{offer.reference}/terms/"
    assert "last checked" in page.words
    assert "Begun" in page.links
    assert page.links["Example Choir"] == "/organisations/example-choir/"


@pytest.mark.parametrize("many", [1, 5])
def test_my_work_asks_no_more_when_there_is_more(
    client, many, lead, django_assert_max_num_queries
):
    for number in range(many):
        made = directory.organisation(f"Choir {number}", by=lead)
        directory.offer(made, by=lead, is_published=False)
        directory.need(made, by=lead)
    client.force_login(lead)
    with django_assert_max_num_queries(22):
        assert client.get("/my-work/").status_code == 200
