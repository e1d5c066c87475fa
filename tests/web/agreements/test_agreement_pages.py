"""The pages of agreements, without scripts: drafted, signed, run, varied, rolled up."""

from datetime import date
from decimal import Decimal

import pytest

from counterpoint.apps.agreements.actions import running, signing
from counterpoint.apps.agreements.models import Agreement
from tests.factories import agreements, calls, directory
from tests.factories.directory import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return directory.organisation("Example Council", roles=("commissioner",))


@pytest.fixture
def choir():
    return directory.organisation("Example Choir")


def test_drafted_signed_and_paid_through_its_pages(visit, council, choir):
    officers = [calls.editor(council) for _n in range(2)]
    singer = calls.editor(choir)
    visit.as_(officers[0])
    page = visit.post(
        "/agreements/new/",
        funder="Example Council",
        provider="Example Choir",
        title="Song",
        kind="grant",
        amount="35000",
        begins="2027-01-04",
        ends="2027-12-31",
        terms="Weekly.",
    )
    made = Agreement.objects.get()
    here = made.get_absolute_url()
    visit.post(f"{here}add/outcome/", text="People are less lonely.")
    visit.post(f"{here}add/payment/", what="First", amount="20000", due_on="2027-02-01")
    page = visit.post(
        f"{here}add/payment/", what="Too much", amount="15000.01", due_on="2027-03-01"
    )
    assert "more than the agreement is worth" in " ".join(page.errors)
    page = visit.post(f"{here}returns/propose/")
    assert "0.6 hours for each £1,000" in page.words
    visit.post(f"{here}do/offer/")
    visit.post(f"{here}sign/funder/", role="Head of culture")
    visit.as_(singer)
    page = visit.post(f"{here}sign/provider/", role="Leader")
    assert "Running" in page.words
    payment = made.payments.get()
    for officer in officers:
        visit.as_(officer).post(f"{here}payments/{payment.pk}/approve/")
    page = visit.post(f"{here}payments/{payment.pk}/paid/")
    assert payment.what in page.words
    payment.refresh_from_db()
    assert payment.paid_on is not None
    visit.post(f"{here}do/publish/")
    visit.client.logout()
    page = visit(here)
    assert "People are less lonely." in page.words
    assert "Payments" not in page.words
    assert "Head of culture" not in page.words
    assert "Song" in visit("/agreements/", q="choir").words


def test_a_return_a_variation_and_figures(visit, council, choir):
    officer, singer = calls.editor(council), calls.editor(choir)
    made = agreements.draft(council, choir)
    duty = agreements.add(made, "duty", title="Return", due_on=date(2027, 6, 1))
    people = agreements.add(made, "indicator", name="People", unit="people", adds_up=True)
    agreements.signed(made)
    here = made.get_absolute_url()
    visit.as_(singer)
    visit.post(f"{here}returns/{duty.pk}/send/", said="Forty came.")
    page = visit.post(f"{here}report/", indicator=people.pk, period="2027", value="40")
    assert "Together: 40" in page.words
    visit.as_(officer)
    page = visit.post(f"{here}returns/{duty.pk}/settle/", answer="back")
    assert "Write what you return" in " ".join(page.notices)
    visit.post(f"{here}returns/{duty.pk}/settle/", answer="accept")
    page = visit.post(
        f"{here}vary/",
        title="Longer song",
        amount="20000",
        begins="2027-01-04",
        ends="2028-01-31",
        terms="Weekly, open to all.",
        reason="It began late.",
    )
    assert "Variation 1" in page.words
    visit.post(f"{here}variations/1/sign/funder/", role="Head")
    visit.as_(singer)
    page = visit.post(f"{here}variations/1/sign/provider/", role="Leader")
    assert page.heading == "Longer song"
    assert "In force since" in page.words


def test_a_network_rolls_up_on_the_page_of_the_prime(visit, council, choir):
    made = agreements.draft(council, choir)
    people = agreements.add(made, "indicator", name="People", unit="people", adds_up=True)
    mean = agreements.add(made, "indicator", name="Mean", unit="of 10", adds_up=False)
    agreements.signed(made)
    singer = calls.editor(choir)
    directory.organisation("Example Band")
    here = made.get_absolute_url()
    visit.as_(singer)
    visit.post(
        f"{here}sub-grants/new/",
        provider="Example Band",
        title="Drums",
        kind="grant",
        amount="5000",
        begins="2027-01-04",
        ends="2027-12-31",
        terms="As above.",
    )
    below = Agreement.objects.get(prime=made)
    agreements.add(below, "outcome", text="People are less lonely.")
    agreements.signed(below)
    for one, value in ((made, 40), (below, 60)):
        for indicator in (people, mean):
            running.report(
                agreement=one,
                indicator=indicator,
                period="2027",
                value=Decimal(value),
                by=None,
                at=AT,
            )
    page = visit(here)
    assert "Together: 100" in page.words
    assert "Not added" in page.words
    assert "Example Band" in page.words
    signing.publish(agreement=made, by=None, at=AT)
    visit.client.logout()
    assert "Drums" not in visit(here).words


def test_lists_and_file(visit, client, council, choir, django_assert_max_num_queries):
    for number in range(6):
        made = agreements.signed(agreements.draft(council, choir, title=f"Song {number}"))
        signing.publish(agreement=made, by=None, at=AT)
    with django_assert_max_num_queries(3):
        visit("/agreements/")
    assert b"Song 5" in b"".join(client.get("/agreements.csv").streaming_content)
    visit.as_(calls.editor(choir))
    assert "Song 3" in visit("/agreements/mine/").words
