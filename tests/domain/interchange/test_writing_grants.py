"""Awards leave as grants that the official schema accepts, and name no private person."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from counterpoint.domain.interchange.records import (
    Address,
    AwardRecord,
    Identifier,
    OrganisationRecord,
)
from counterpoint.domain.interchange.threesixty.validation import Standard
from counterpoint.domain.interchange.threesixty.writing import grant_of

SCHEMA = Path(__file__).parents[3] / "counterpoint/sources/schemas/360giving/grant.json"
FUND = OrganisationRecord(name="Example Fund", identifiers=(Identifier("GB-CHC", "1064500"),))
CHOIR = OrganisationRecord(
    name="Example Choir",
    external_id="example-choir",
    website="https://example.org",
    address=Address(postcode="CT9 1HX"),
)


def award(**more):
    said = {
        "title": "Songs",
        "amount": Decimal("1234.56"),
        "currency": "GBP",
        "funder": FUND,
        "recipient": CHOIR,
        "external_id": "360G-example-1",
        "awarded_on": date(2025, 4, 1),
        **more,
    }
    return AwardRecord(**said)


@pytest.fixture(scope="module")
def standard():
    return Standard(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"recipient": None},
        {"external_id": "17"},
        {"starts_on": date(2025, 5, 1), "ends_on": date(2026, 4, 30)},
        {"programme": "Small grants", "places": ("Thanet",)},
    ],
)
def test_the_schema_accepts_it(standard, more):
    assert list(standard.faults(grant_of(award(**more), "example"))) == []


def test_it_says_what_the_award_says():
    grant = grant_of(award(), "example")
    assert grant["amountAwarded"] == 1234.56
    assert grant["awardDate"] == "2025-04-01"
    assert grant["description"] == "Songs"
    assert grant["fundingOrganization"] == [
        {"id": "GB-CHC-1064500", "name": "Example Fund", "charityNumber": "1064500"}
    ]
    assert grant["recipientOrganization"] == [
        {
            "id": "360G-example:ORG:example-choir",
            "name": "Example Choir",
            "url": "https://example.org",
            "postalCode": "CT9 1HX",
        }
    ]


def test_an_identifier_of_its_own_is_kept_and_one_is_made_where_there_is_none():
    assert grant_of(award(), "example")["id"] == "360G-example-1"
    assert grant_of(award(external_id="17"), "example")["id"] == "360G-example-17"


def test_the_list_that_others_know_best_comes_first():
    numbers = (Identifier("GB-COH", "02324869"), Identifier("GB-SC", "SC012345"))
    both = OrganisationRecord(name="Both", identifiers=numbers)
    written = grant_of(award(recipient=both), "example")["recipientOrganization"][0]
    assert written["id"] == "GB-SC-SC012345"
    assert (written["charityNumber"], written["companyNumber"]) == ("SC012345", "02324869")


def test_a_private_person_is_a_word():
    grant = grant_of(award(recipient=None), "example")
    assert grant["recipientIndividual"]["name"] == "Individual"
    assert "recipientOrganization" not in grant


def test_an_award_without_a_day_cannot_be_a_grant():
    assert grant_of(award(awarded_on=None), "example") is None
