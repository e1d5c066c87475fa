"""Whole classes of trade are refused or asked about, and people taking part never are."""

import csv

import pytest

from counterpoint.domain.vocabulary.reading import Reading
from tests.domain.vocabulary.building import REPOSITORY, real_lexicon

DEMONSTRATION = REPOSITORY / "counterpoint" / "sources" / "demonstration"

REFUSED = (
    "Rehearsal room to let, 40 square metres, sprung floor, £90 a day plus VAT",
    "We service and repair grand pianos for concert halls, free quotes",
    "Mixing and mastering for singer-songwriters, quick turnaround",
    "Bespoke framing with museum glass, trade prices for galleries",
    "Support band wanted for our spring tour, small fee per night",
    "Circus-themed team building afternoon for companies, up to 80 delegates",
    "Supply and fit of theatre seating, 320 seats, with ten-year warranty",
    "Digital archive recovery: old reels and damaged cassettes transferred, £25 a reel",
    "Role-players needed for OSCE exams at the medical school",
    "Vocal booth for a home studio, 42dB isolation, buyer collects",
    "Vintage Depression-era glassware, full dinner service",
    "Cyber resilience review of the council's servers",
    "Structural survey of the footbridge at the heritage railway",
    "Fine art shipping and crating, customs paperwork",
    "Public liability insurance for dance teachers, instant cover",
    "Memory upgrade for the media suite: 20 workstations",
    "A concerto to mark the 150th anniversary of the philharmonic society",
)
ASKED = (
    "Three-volume memoir, typesetting and ISBN",
    "Frailty survey of parchment bindings in the county record office",
    "Stencils and calligraphy brushes for resale",
    "A sitcom about a community choir",
)
PEOPLE_TAKE_PART = (
    "A weekly rehearsal in a studio for hire, for people with Parkinson's, £3 a week",
    "Make a mosaic for the square: residents cut tiles and drink tea",
    "Recording studio sessions for teenagers excluded from school, who mix their own tracks",
    "We are tendering for arts activities for carers, lot 2 adults, TUPE does not apply",
    "Men's shed: repairing furniture together, tools supplied",
    "Singing group at £60 per session plus VAT, for up to 20 residents in care homes",
    "Ceilidh once a month for older people who live alone, live band and caller",
    "Clowns on paediatric wards, fee £220 a visit, fully insured, DBS checked",
    "Brass band academy: free loan of a cornet, every child in year four",
    "Weekly life drawing, models and easels supplied, £6 on the door",
    "Retired engineers restore a loom at the mill museum and argue, tea at three",
    "Youth amateur dramatics. Weekly fee, auditions for leads, everyone else dances",
    "Widowers' breakfast among the display cases, and a mammoth tooth to handle",
    "Instrument repair workshop run by veterans with PTSD",
    "Wedding dresses remade as quilts by women who left violent homes",
)


def read(text: str) -> Reading:
    return real_lexicon().read(text)


@pytest.mark.parametrize("text", REFUSED)
def test_trade_is_refused(text):
    assert read(text).is_refused


@pytest.mark.parametrize("text", ASKED)
def test_what_may_be_trade_is_asked_about(text):
    assert read(text).questions
    assert not read(text).is_refused


@pytest.mark.parametrize("text", PEOPLE_TAKE_PART)
def test_nobody_who_brings_people_together_is_refused(text):
    assert [refusal.words for refusal in read(text).refusals] == []


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("example_offers.csv", ("title", "description")),
        ("example_needs.csv", ("need",)),
    ],
)
def test_no_need_or_offer_of_the_demonstration_is_refused(name, columns):
    with (DEMONSTRATION / name).open(encoding="utf-8", newline="") as file:
        texts = [". ".join(row[column] for column in columns) for row in csv.DictReader(file)]
    assert texts
    assert [text for text in texts if read(text).is_refused] == []
