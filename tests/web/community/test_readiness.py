"""The readiness check: in proportion, shared by its address, and without a mark."""

import csv
import io

import pytest

from counterpoint.apps.community import queries
from counterpoint.apps.publications import written
from tests.factories.publications import load_guides
from tests.factories.words import load_small_vocabulary
from tests.factories.written_guides import guide_fields

pytestmark = pytest.mark.django_db
SMALL = "/ready/?amount=4000&who=freelancer"
LARGE = "/ready/?amount=40000&who=organisation&at_risk=on&details=on"


def test_it_begins_with_the_contract(visit):
    page = visit("/ready/")
    assert page.heading == "Are we ready?"
    assert "What is likely to be asked for" not in page.words
    assert "Person-centred" in page.words


def test_a_freelancer_with_a_small_contract_is_asked_for_little(visit):
    small, large = visit(SMALL).words, visit(LARGE).words
    assert "Public liability insurance" in small
    assert "Accounts for the last year" not in small
    assert "Accounts for the last year" in large
    assert "Agreements with the partners you need" in large


def test_gaps_come_with_a_step_and_with_guides(visit, tmp_path_factory):
    load_small_vocabulary(tmp_path_factory.mktemp("vocabulary"))
    load_guides(
        guide_fields(slug="full-cost-recovery", title="Price it whole", audience="arts")
    )
    page = visit(f"{SMALL}&have_public-liability=no&have_registered=yes")
    assert "1 of 2 things that are likely to be asked for are in place." in page.words
    assert "Look up the sum insured" in page.words
    page = visit("/ready/?amount=9000&who=freelancer&have_full-cost=no")
    assert page.links["Price it whole"] == "/guidance/full-cost-recovery/"


def test_everything_in_place_is_said(visit):
    page = visit(f"{SMALL}&have_public-liability=yes&have_registered=yes")
    assert "Everything that is likely to be asked for is in place." in page.words


@pytest.mark.parametrize("amount", ["", "lots", "-1", "1e30"])
def test_a_size_that_is_none_is_said_at_the_field(visit, amount):
    page = visit(f"/ready/?amount={amount}&who=freelancer")
    assert page.errors
    assert "What is likely to be asked for" not in page.words


def test_the_answers_leave_as_a_table(client):
    body = client.get(
        f"{SMALL.replace('/ready/', '/ready.csv')}&have_registered=partly"
    ).content
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
    assert [row["how far"] for row in rows] == ["Begun", ""]


def test_the_checklist_leads_to_guides_that_there_are():
    slugs = {path.stem for path in written.GUIDES.glob("*.yaml")}
    wanted = {slug for item in queries.checklist().items for slug in item.guides}
    assert wanted <= slugs
    assert len(queries.checklist().principles) == 8
