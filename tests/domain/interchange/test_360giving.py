"""Grants that follow the 360Giving standard more or less. All of them are invented."""

from datetime import date
from decimal import Decimal

import pytest

from counterpoint.domain.interchange.findings import Finding
from counterpoint.domain.interchange.people.withholding import SOMEBODY
from counterpoint.domain.interchange.readers.reader import Surroundings
from counterpoint.domain.interchange.recognition import Recognised
from counterpoint.domain.interchange.records import AwardRecord, Identifier
from counterpoint.domain.interchange.rows import Row
from counterpoint.domain.interchange.threesixty.titles import Unflattening
from tests.domain.interchange.files import codes, grants, read, recognition, table


def read_list(entries: list[object]) -> tuple[list[AwardRecord], list[Finding]]:
    keys = frozenset(key for entry in entries if isinstance(entry, dict) for key in entry)
    found = recognition().of_list(keys, Surroundings())
    assert isinstance(found, Recognised)
    awards, findings = [], []
    for number, entry in enumerate(entries, start=1):
        record, remarks = found.reader.read(Row(number, entry))  # type: ignore[arg-type]
        findings += remarks
        if record is not None:
            awards.append(record)
    return awards, findings


def of(findings: list[Finding], code: str) -> list[Finding]:
    return [finding for finding in findings if finding.fault.code == code]


def test_y_for_yes_is_read_and_remarked_on():
    awards, findings = read_list(grants("grants_yes_and_no.json"))
    remarks = of(findings, "read-as-yes-or-no")
    assert len(remarks) == 9
    assert {remark.more["read"] for remark in remarks} == {"Yes", "No"}
    assert len(awards) == 8
    assert sum(award.amount for award in awards) == Decimal("95929.50")


def test_a_sum_in_words_refuses_its_row_only():
    _awards, findings = read_list(grants("grants_yes_and_no.json"))
    refused = [finding for finding in findings if finding.is_refusal]
    assert [(finding.row, finding.column, finding.value) for finding in refused] == [
        (8, "amountAwarded", "lots")
    ]


def test_instants_become_days_as_london_has_them():
    awards, _findings = read_list(grants("grants_yes_and_no.json"))
    assert awards[0].awarded_on == date(2015, 6, 10)
    assert awards[1].awarded_on == date(2015, 7, 1)
    assert (awards[0].starts_on, awards[0].ends_on) == (date(2015, 7, 1), date(2016, 6, 30))


def test_what_the_standard_does_not_allow_is_said_in_its_own_words():
    _awards, findings = read_list(grants("grants_yes_and_no.json"))
    problems = {finding.more["problem"] for finding in of(findings, "against-the-standard")}
    assert "description is required" in problems
    assert any("uri" in problem for problem in problems)
    assert of(findings, "amount-as-text")[0].more["read"] == "20000.00"


def test_a_grant_to_a_person_has_no_recipient_and_no_name():
    awards, findings = read_list(grants("grants_yes_and_no.json"))
    to_person = [award for award in awards if award.is_to_an_individual]
    assert [award.title for award in to_person] == [f"Grant to {SOMEBODY}"]
    assert len(of(findings, "name-withheld")) == 1


def test_day_first_dates_and_stray_names_of_fields_are_understood():
    awards, findings = read_list(grants("grants_day_first.json"))
    assert awards[0].awarded_on == date(2014, 6, 5)
    assert awards[0].recipient.identifiers == (Identifier("360G", "exwolf:org-1"),)
    assert len(of(findings, "date-not-iso")) == 8
    assert len(of(findings, "read-as-yes-or-no")) == 4
    assert len(of(findings, "no-money")) == 1


@pytest.mark.parametrize("entry", ["a text", 7, None, ["a", "list"]])
def test_an_entry_that_is_no_object_is_refused(entry):
    awards, findings = read_list([*grants("grants_day_first.json"), entry])
    assert len(awards) == 4
    assert findings[-1].fault.code == "not-a-record"
    assert findings[-1].row == 5


def test_a_spreadsheet_with_the_titles_of_the_standard_is_the_same():
    found, awards, findings = read(table("grants_sheet_repeated_identifiers.csv"))
    assert found.reader.code == "360giving-sheet"
    assert [
        str(finding.row) + finding.fault.code for finding in findings if finding.is_refusal
    ] == [
        "11missing",
        "12missing",
    ]
    assert len(awards) == 9
    assert awards[0].places == ("Vale of Glamorgan",)
    assert awards[0].funder.identifiers == (Identifier("GB-COH", "RC000759"),)
    assert awards[8].amount == Decimal("1250.00") or awards[-1].amount == Decimal("1250.00")


def test_findings_name_the_heading_that_the_file_has():
    found, _awards, findings = read(table("grants_sheet_repeated_identifiers.csv"))
    columns = {found.reader.heading(finding.column) for finding in findings}
    assert {"amount awarded", "recipient org:name", "recipient org:postal code"} <= columns


def test_a_recipient_without_any_number_may_be_a_person():
    _found, awards, _findings = read(table("grants_sheet_repeated_identifiers.csv"))
    hidden = [award for award in awards if award.is_to_an_individual]
    assert [award.description for award in hidden] == [f"A residency for {SOMEBODY}"]
    choir = [
        award for award in awards if award.recipient and "Meibion" in award.recipient.name
    ]
    assert len(choir) == 2


def test_a_programme_for_individuals_hides_even_names_that_read_otherwise():
    _found, awards, findings = read(table("grants_sheet_without_recipient_ids.csv"))
    assert [award.is_to_an_individual for award in awards] == [False, False, False, True, True]
    assert all("Something Special" not in award.title for award in awards)
    assert len(of(findings, "publisher-prefix")) == 5
    assert len(of(findings, "unknown-prefix")) == 1


def test_field_names_as_headings_work_like_titles():
    rows = [
        (
            1,
            [
                "id",
                "title",
                "amountAwarded",
                "recipientOrganization/0/name",
                "fundingOrganization/0/name",
            ],
        ),
        (2, ["360G-1", "A tour", "500", "Example Theatre", "Example funder"]),
    ]
    found, awards, _findings = read(rows)
    assert found.reader.code == "360giving-sheet"
    assert awards[0].recipient.name == "Example Theatre"
    assert awards[0].amount == 500


def test_every_title_of_the_standard_leads_to_its_field():
    paths = recognition().paths
    assert paths["identifier"] == ("id",)
    assert paths["currency"] == ("currency",)
    assert paths["recipient org:postal code"] == ("recipientOrganization", 0, "postalCode")
    assert paths["planned dates:duration (months)"] == ("plannedDates", 0, "duration")
    assert paths["recipient ind:name"] == ("recipientIndividual", "name")


def test_a_row_is_unfolded_to_the_depth_that_its_headings_ask_for():
    keys = [
        "recipient org:name",
        "recipient org:location:name",
        "amount awarded",
        "recipient ind:name",
    ]
    unfolded = Unflattening(keys, recognition().paths).grant(
        {keys[0]: "Example", keys[1]: "Leeds", keys[2]: "1", keys[3]: ""}
    )
    assert unfolded == {
        "amountAwarded": "1",
        "recipientOrganization": [{"name": "Example", "location": [{"name": "Leeds"}]}],
    }


def test_reading_one_grant_does_not_change_the_next():
    entries = grants("grants_yes_and_no.json")[:1]
    once, _findings = read_list(entries)
    again, _findings = read_list(grants("grants_yes_and_no.json")[:1])
    assert once == again


def test_codes_are_unique():
    _awards, findings = read_list(grants("grants_day_first.json"))
    assert set(codes(findings)) <= {
        "read-as-yes-or-no", "date-not-iso", "no-money", "against-the-standard"
    }  # fmt: skip
