"""The pages of single records: what a reader is told, and what they are spared."""

from datetime import date, timedelta

import pytest

from counterpoint.apps.directory.actions import lives, merging, offers, organisations, terms
from counterpoint.apps.directory.models import (
    Identifier,
    Media,
    Offer,
    Organisation,
    Provenance,
    Venue,
)
from tests.factories import accounts, directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation(lead):
    return directory.organisation("Example Choir", by=lead)


def test_the_page_of_an_organisation_says_what_it_is_and_where(visit, organisation):
    places = directory.places()
    Organisation.objects.filter(pk=organisation.pk).update(
        place=places["Thanet"], website="https://www.example.org/choir", phone="01843 000000"
    )
    Identifier.objects.create(organisation=organisation, scheme="GB-CHC", value="1064500")
    page = visit("/organisations/example-choir/")
    assert page.heading == "Example Choir"
    assert "Arts or cultural organisation · Thanet" in page.words
    assert page.links["Thanet"] == "/places/E07000114/"
    assert page.links["example.org"] == "https://www.example.org/choir"
    assert "regid=1064500" in page.links["1064500"]
    assert "Charity Commission for England and Wales" in page.words


def test_a_number_in_a_register_without_pages_is_no_link(visit, organisation):
    Identifier.objects.create(organisation=organisation, scheme="GB-UKPRN", value="10000001")
    page = visit("/organisations/example-choir/")
    assert "10000001" in page.words
    assert "10000001" not in page.links


def test_awards_received_are_added_up_by_funder_and_never_across_currencies(
    visit, organisation
):
    fund = directory.organisation("Example Fund", roles=["funder"])
    other = directory.organisation("Other Fund", roles=["funder"])
    for funder, amount, currency in (
        (fund, "1000.50", "GBP"),
        (fund, "2000.00", "GBP"),
        (fund, "300.00", "EUR"),
        (other, "10.00", "GBP"),
    ):
        directory.award(
            funder=funder, recipient=organisation, amount=amount, currency=currency
        )
    page = visit("/organisations/example-choir/")
    for words in ("£3,010.50", "€300", "£3,000.50", "£10"):
        assert words in page.words
    assert page.links["All awards received"] == "/awards/?recipient=example-choir"


def test_one_page_shows_what_was_given_and_what_was_received(visit, organisation):
    fund = directory.organisation("Example Fund", roles=["funder"])
    directory.award(funder=fund, recipient=organisation, title="Given down")
    directory.award(funder=organisation, recipient=fund, title="Given back", amount="7.00")
    directory.award(funder=organisation, recipient=None, title="To a person", amount="5.00")
    page = visit("/organisations/example-choir/")
    assert "Given down" in page.words
    assert "Given back" in page.words
    assert "£12" in page.words
    assert "An individual" in page.words


def test_what_came_before_and_after_is_linked(visit, organisation, lead, at):
    board = directory.organisation("Example Board")
    lives.record_succession(
        predecessor=organisation,
        successor=board,
        how="replaced",
        on=date(2022, 7, 1),
        by=lead,
        at=at,
    )
    lives.record_name(
        organisation=organisation, name="Old Choir", valid_to=date(2001, 1, 1), by=lead, at=at
    )
    lives.close_organisation(organisation=organisation, on=date(2022, 6, 30), by=lead, at=at)
    page = visit("/organisations/example-choir/")
    assert page.links["Example Board"] == "/organisations/example-board/"
    assert "was replaced by, 1 July 2022" in page.words
    assert "former name: Old Choir (until 2001)" in page.words
    assert "Closed on 30 June 2022" in page.words
    board_page = visit("/organisations/example-board/")
    assert board_page.links["Example Choir"]
    assert "was replaced by this one, 1 July 2022" in board_page.words


def test_offers_and_needs_stand_on_the_page_and_drafts_do_not(visit, organisation, lead):
    directory.offer(organisation, title="Singing for all", by=lead)
    directory.need(organisation, title="A warm hall", by=lead)
    directory.offer(organisation, title="Not yet", by=lead, is_published=False)
    page = visit("/organisations/example-choir/")
    assert "Singing for all" in page.links
    assert "A warm hall" in page.links
    assert "Not yet" not in page.words


def test_each_fact_from_a_file_says_which(visit, organisation, at):
    Organisation.objects.filter(pk=organisation.pk).update(website="https://example.org")
    file = directory.source_file("Example list of choirs")
    Provenance.objects.create(
        record_type="organisation",
        record_id=organisation.pk,
        fields=["website", "name"],
        source_file=file,
        sheet="Sheet 1",
        row=7,
        at=at,
    )
    page = visit("/organisations/example-choir/")
    assert page.links["Example list of choirs"] == "#sources"
    assert "awards.csv, sheet Sheet 1, row 7" in page.words
    assert "website, name" in page.words
    assert "Open Government Licence v3.0" in page.words


def test_readers_learn_that_a_member_acted_and_members_learn_who(visit, organisation, lead):
    anonymous = visit("/organisations/example-choir/").words
    assert "A member published Example Choir" in anonymous
    assert "Lee Lead" not in anonymous
    assert (
        "Lee Lead published Example Choir"
        in visit.as_(lead)("/organisations/example-choir/").words
    )


def test_checked_by_a_person_is_not_the_same_as_changed(visit, lead):
    directory.organisation("Seen", by=lead)
    directory.organisation("Unseen", by=None)
    assert "Checked by a person 2 November 2026" in visit("/organisations/seen/").words
    unseen = visit("/organisations/unseen/").words
    assert "Checked by a person not yet" in unseen
    assert "Last changed 2 November 2026" in unseen


def test_a_record_that_nobody_answered_for_is_flagged(visit, organisation, at):
    Organisation.objects.filter(pk=organisation.pk).update(
        verified_at=at - timedelta(days=900),
        reminders_sent=3,
        reminded_at=at - timedelta(days=400),
    )
    assert (
        "Nobody has checked this since 16 May 2024"
        in visit("/organisations/example-choir/").words
    )


def test_a_freelancers_page_shows_what_they_chose(visit, lead):
    one = directory.freelancer(
        "Robin Example", by=lead, address="1 Home Street", postcode="CT9 1HX"
    )
    words = visit(one.get_absolute_url()).words
    assert "Freelancer" in words
    assert "Home Street" not in words
    assert "CT9" not in words
    assert lead.name not in words


def test_the_claim_link_says_whether_somebody_else_has_claimed_it(visit, organisation):
    directory.organisation("Unclaimed", by=None)
    assert "Claim it: I act for this organisation" in visit("/organisations/unclaimed/").links
    assert "I act for this organisation too" in visit("/organisations/example-choir/").links


def test_a_draft_does_not_exist_for_others(visit, lead, stranger):
    directory.organisation("Draft", by=lead, is_published=False)
    visit("/organisations/draft/", status=404)
    visit.as_(stranger)("/organisations/draft/", status=404)
    assert "This is a draft" in visit.as_(lead)("/organisations/draft/").words


def test_what_was_withdrawn_says_so(visit, organisation, lead, at):
    offer = directory.offer(organisation, title="Singing", by=lead)
    organisations.withdraw_organisation(organisation=organisation, by=lead, at=at)
    for address in ("/organisations/example-choir/", offer.get_absolute_url()):
        page = visit(address, status=410)
        assert "has been withdrawn" in page.words
        assert "2 November 2026" in page.words
    assert "This is withdrawn" in visit.as_(lead)("/organisations/example-choir/").words


def test_a_merged_record_leads_to_the_one_that_was_kept(client, organisation, at):
    absorbed = directory.organisation("Example Choir Ltd")
    merging.merge(kept=organisation, absorbed=absorbed, by=None, at=at)
    response = client.get("/organisations/example-choir-ltd/")
    assert (response.status_code, response.url) == (301, "/organisations/example-choir/")


def test_an_unknown_address_is_not_found(visit):
    for address in ("/organisations/x/", "/offers/x/", "/needs/x/", "/awards/1/"):
        visit(address, status=404)


def test_the_page_of_an_offer_speaks_both_languages(
    visit, small_vocabulary, organisation, lead, at
):
    places = directory.places()
    offer = directory.offer(
        organisation,
        by=lead,
        place=places["Thanet"],
        travel_km=20,
        is_online=True,
        price_amount=120,
        price_unit="session",
        price_note="plus travel",
        capacity_people=30,
        safeguarding_statement="All of us are DBS checked.",
        accessibility_statement="Step-free.",
    )
    offer.service_areas.set([places["Kent"]])
    Media.objects.create(
        offer=offer, title="A film", url="https://example.org/f", description="We sing."
    )
    venue = Venue.objects.create(
        organisation=organisation, name="The Hall", accessibility="A lift"
    )
    venue.offers.add(offer)
    page = visit(offer.get_absolute_url())
    for words in (
        "Offered by Example Choir",
        "As public services say it Less loneliness",
        "What happens, and how Choir",
        "20 km from there",
        "£120 a session",
        "All of us are DBS checked.",
        "A lift",
        "We sing.",
        "Nothing said about insurance",
    ):
        assert words in page.words
    assert page.links["Kent"] == "/places/E10000016/"
    assert page.links["Less loneliness"] == "/vocabulary/outcome.reduced-loneliness/"


def test_refused_and_undecided_terms_are_not_shown(
    visit, small_vocabulary, organisation, lead, at
):
    offer = directory.offer(organisation, by=lead)
    terms.decide(record=offer, refused=["outcome.reduced-loneliness"], by=lead, at=at)
    offers.edit_offer(offer=offer, details={"description": "Find your voice."}, by=lead, at=at)
    words = visit(offer.get_absolute_url()).words
    assert "Less loneliness" not in words
    assert "More confidence" not in words


def test_an_imported_offer_says_where_it_is_from_and_what_nobody_confirmed(
    visit, small_vocabulary, organisation
):
    offer = directory.offer(organisation, is_published=False)
    file = directory.source_file("Example offers")
    Offer.objects.filter(pk=offer.pk).update(stage="published", source_file=file, source_row=4)
    words = visit(offer.get_absolute_url()).words
    assert "Read by the system, confirmed by nobody Choir Less loneliness" in words
    assert "From Example offers: awards.csv, row 4" in words


def test_the_page_of_a_need_names_the_indicators_that_come_close(
    visit, small_vocabulary, lead
):
    need = directory.need(by=None, people=40, budget_amount=5000, wanted_by=date(2027, 4, 1))
    page = visit(need.get_absolute_url())
    for words in (
        "PHOF B19",
        "40 people",
        "£5,000",
        "1 April 2027",
        "Older adults",
        "Needed by",
    ):
        assert words in page.words


def test_the_page_of_an_award_to_a_person_names_nobody(visit, organisation):
    award = directory.award(funder=organisation, recipient=None, programme="Small grants")
    page = visit(award.get_absolute_url())
    assert "An award to an individual" in page.words
    assert "Small grants" in page.words
    assert page.links["Example Choir"] == "/organisations/example-choir/"


def test_what_was_invented_says_so(visit):
    made = directory.organisation("Example", is_published=True)
    Organisation.objects.filter(pk=made.pk).update(is_example=True)
    assert "Invented example" in visit("/organisations/example/").words
    assert "Invented example" in visit("/organisations/").words


def test_only_what_changed_is_sent_again(client, organisation, lead, at):
    address = "/organisations/example-choir/"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    directory.offer(organisation, by=lead)
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    client.force_login(lead)
    assert "ETag" not in client.get(address)


def test_pages_say_which_address_is_theirs(client, organisation):
    html = client.get("/organisations/example-choir/?from=mail").content.decode()
    assert (
        '<link rel="canonical" href="http://localhost:8000/organisations/example-choir/">'
        in html
    )


@pytest.mark.parametrize("many", [1, 6])
def test_a_page_asks_no_more_when_there_is_more_on_it(
    client, many, small_vocabulary, organisation, lead, at, django_assert_max_num_queries
):
    fund = directory.organisation("Fund", roles=["funder"])
    for number in range(many):
        offer = directory.offer(organisation, by=lead)
        directory.need(organisation, by=lead)
        directory.award(funder=fund, recipient=organisation)
        directory.award(funder=organisation, recipient=fund)
        Identifier.objects.create(
            organisation=organisation, scheme="GB-CHC", value=str(number)
        )
        directory.member(organisation, accounts.person())
        lives.record_name(organisation=organisation, name=f"Choir {number}", by=lead, at=at)
    need = organisation.needs.first()
    award = organisation.awards.first()
    for record in (organisation, offer, need, award):
        with django_assert_max_num_queries(12):
            assert client.get(record.get_absolute_url()).status_code == 200
    client.force_login(lead)
    with django_assert_max_num_queries(16):
        client.get(organisation.get_absolute_url())
