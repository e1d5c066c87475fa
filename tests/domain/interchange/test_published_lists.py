"""Each published list that the product knows, on a few of its rows."""

from datetime import date
from decimal import Decimal

import pytest

from counterpoint.domain.interchange.faults import (
    CLOSED,
    MISSING,
    NAME_WITHHELD,
    NO_MONEY,
    NOT_A_DATE,
    NOT_A_POSTCODE,
    NOT_AN_AMOUNT,
    TOTAL_DIFFERS,
)
from counterpoint.domain.interchange.people.withholding import SOMEBODY
from counterpoint.domain.interchange.readers.ace_recovery_fund import SaidTotal, said_totals
from counterpoint.domain.interchange.readers.reader import Surroundings
from counterpoint.domain.interchange.records import Identifier
from tests.domain.interchange.files import codes, read, table

INVENTED_PERSONS = (
    "Jane Example",
    "Kwame Sample-Jones",
    "Mary Ann Specimen",
    "Petra Example",
    "Ada M Sample",
)


def test_the_national_portfolio_is_one_award_a_row_over_its_whole_period():
    found, awards, findings = read(table("ace_national_portfolio.csv"))
    assert found.reader.code == "ace-national-portfolio"
    assert len(awards) == 17
    assert sum(award.amount for award in awards) == 34_491_668
    first = awards[0]
    assert first.recipient.name == "1927"
    assert first.recipient.other_names == ("1927 Productions Limited",)
    assert first.recipient.address.area == "Thanet"
    assert (first.starts_on, first.ends_on) == (date(2018, 4, 1), date(2022, 3, 31))
    assert first.awarded_on is None
    assert not findings


def test_rows_with_one_name_are_separate_grants():
    _found, awards, _findings = read(table("ace_national_portfolio.csv"))
    tyne = [
        award for award in awards if award.recipient.name == "Tyne & Wear Archives & Museums"
    ]
    assert len(tyne) == 3
    assert len({(award.known_by, award.amount) for award in tyne}) == 3


def test_yearly_sums_that_miss_the_total_are_remarked_on():
    rows = table("ace_national_portfolio.csv")
    changed = [(number, [*cells]) for number, cells in rows]
    changed[1][1][12] = 1.0
    _found, _awards, findings = read(changed)
    assert codes(findings) == [TOTAL_DIFFERS.code]


def test_the_recovery_fund_takes_its_strand_from_the_sheet():
    around = Surroundings(sheet="CRF 1 Capital Kickstart")
    found, awards, _findings = read(table("ace_recovery_fund_kickstart.csv"), around)
    assert found.reader.code == "ace-recovery-fund"
    assert {award.programme for award in awards} == {
        "Culture Recovery Fund: CRF 1 Capital Kickstart"
    }
    bolton = next(award for award in awards if award.recipient.name == "Bolton Council")
    assert bolton.recipient.kind == "commissioner"
    assert bolton.amount == 400_000


def test_a_headline_sheet_says_what_the_others_must_add_up_to():
    rows = [
        ["", "", ""],
        ["Headline data:", "", "Friday 2 April 2021"],
        ["CRF 1", "", ""],
        ["Total awarded organisations", 7.0, ""],
        ["Total amount awarded ", 667031.0, ""],
        ["ONS Region*", "Awards", "Amount"],
        ["London", 2.0, 100000.0],
        ["CRF 2", "", ""],
        ["Total awarded organisations", 10.0, ""],
        ["Total amount awarded ", 959168.0, ""],
    ]
    assert said_totals(rows) == [
        SaidTotal("CRF 1", 7, Decimal("667031.00")),
        SaidTotal("CRF 2", 10, Decimal("959168.00")),
    ]


def test_project_grants_are_found_below_their_title_rows():
    found, awards, findings = read(table("ace_project_grants.csv"))
    assert found.reader.code == "ace-project-grants"
    assert found.headings.last_row == 3
    assert [award.recipient.name for award in awards if award.recipient][:2] == [
        "Ryde Arts",
        "Noctium Theatre",
    ]
    assert awards[0].awarded_on == date(2018, 4, 10)
    assert [finding for finding in findings if finding.fault is NO_MONEY]
    refused = [finding for finding in findings if finding.is_refusal]
    assert [(finding.row, finding.column, finding.value) for finding in refused] == [
        (13, "award amount", "about 5k")
    ]
    assert refused[0].fault is NOT_AN_AMOUNT
    assert "1234.50" in refused[0].advice


@pytest.mark.parametrize("name", ["ace_project_grants.csv", "ace_grants_for_the_arts.csv"])
def test_no_person_is_named_in_an_award(name):
    _found, awards, findings = read(table(name))
    withheld = [finding for finding in findings if finding.fault is NAME_WITHHELD]
    assert len(withheld) == sum(award.is_to_an_individual for award in awards) > 1
    for award in awards:
        published = f"{award.title} {award.description} {award.recipient}"
        for person in INVENTED_PERSONS:
            assert person not in published
    for finding in withheld:
        assert not finding.value


def test_a_title_that_names_the_person_is_told_without():
    _found, awards, _findings = read(table("ace_project_grants.csv"))
    titles = [award.title for award in awards if award.is_to_an_individual]
    assert f"{SOMEBODY}: a year of drawing" in titles
    assert "Ordinary Light (working title)" in titles


def test_a_day_that_cannot_be_read_is_left_out_and_the_award_kept():
    _found, awards, findings = read(table("ace_project_grants.csv"))
    assert NOT_A_DATE.code in codes(findings)
    assert len([award for award in awards if award.awarded_on is None]) == 1


def test_grants_for_the_arts_is_the_same_list_under_its_older_name():
    found, awards, _findings = read(table("ace_grants_for_the_arts.csv"))
    assert found.reader.code == "ace-grants-for-the-arts"
    assert {award.programme for award in awards} == {"Grants for the arts"}
    assert "123456" in {award.title for award in awards}


def test_councils_come_as_commissioners_with_their_area():
    found, councils, findings = read(table("govuk_local_authorities.csv"))
    assert found.reader.code == "govuk-local-authorities"
    assert not findings
    thanet = next(council for council in councils if "Thanet" in council.name)
    assert thanet.kind == "commissioner"
    assert thanet.identifiers == (Identifier("GB-GSS", "E07000114"),)


def test_libraries_that_have_closed_are_left_out_and_said():
    found, libraries, findings = read(table("libraries_england.csv"))
    assert found.reader.code == "libraries-england"
    assert (len(libraries), codes(findings).count(CLOSED.code)) == (9, 2)
    first = libraries[0]
    assert first.operator.identifiers == (Identifier("GB-GSS", "E08000016"),)
    assert first.address.postcode == "S70 2TA"
    assert first.opening_hours.startswith("Monday: Closed; Tuesday: All Day (with closure)")
    assert "museum" in first.shares_with
    assert first.website == ""


def test_museums_say_when_they_closed_and_where_they_are():
    found, museums, _findings = read(table("mapping_museums.tsv"))
    assert found.reader.code == "mapping-museums"
    by_name = {museum.name: museum for museum in museums}
    assert by_name["Titanic Belfast"].closed_on is None
    assert by_name["Battle Of Flowers Museum"].closed_on == date(2012, 12, 31)
    assert by_name["The Woodland Heritage Museum"].closed_on == date(2017, 12, 31)
    assert by_name["The Woodland Heritage Museum"].address.area == "Wiltshire"
    assert by_name["Jet Age Museum"].description.startswith(
        "A museum of war and conflict, airforce. Accredited."
    )


def test_charities_keep_their_row_when_the_postcode_is_a_town():
    found, charities, findings = read(table("ukcat_charities.csv"))
    assert found.reader.code == "ukcat-charities"
    by_name = {charity.name: charity for charity in charities}
    assert by_name["ENGINUITY"].address.postcode == ""
    assert by_name["ENGINUITY"].identifiers[1] == Identifier("GB-COH", "02324869")
    assert by_name["FREEDOM FROM TORTURE"].address.postcode == "N7 7JW"
    assert by_name["THE LIVERPOOL INSTITUTE FOR PERFORMING ARTS"].kind == "cultural"
    refused = [finding for finding in findings if finding.is_refusal]
    assert [(finding.fault, finding.column) for finding in refused] == [(MISSING, "name")]
    assert NOT_A_POSTCODE.code in codes(findings)
    assert CLOSED.code in codes(findings)
    assert {number.scheme for charity in charities for number in charity.identifiers} >= {
        "GB-CHC",
        "GB-SC",
        "GB-NIC",
    }
