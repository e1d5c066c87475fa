"""Files are known by what is in them: headings, wherever they stand and however they are written."""

import pytest

from counterpoint.domain.interchange.headings import (
    find_headings,
    headings_at,
    likely_headings,
)
from counterpoint.domain.interchange.mapping import (
    ColumnMapping,
    lacking,
    mapping_by_headings,
    recognised,
)
from counterpoint.domain.interchange.readers.reader import Surroundings
from counterpoint.domain.interchange.recognition import Unrecognised
from counterpoint.domain.interchange.records import RecordKind
from tests.domain.interchange.files import codes, read, recognition

AROUND = Surroundings()


def rows(*lines):
    return list(enumerate(lines, start=1))


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["id", "title", "description", "place"], RecordKind.OFFER),
        (["id", "title", "description", "place", "organisation"], RecordKind.OFFER),
        (["ID", " Offer title ", "Details", "Where"], RecordKind.OFFER),
        (["id", "need", "place"], RecordKind.NEED),
        (["Reference", "Need statement", "Borough"], RecordKind.NEED),
        (["name", "charity number", "postcode"], RecordKind.ORGANISATION),
        (["Organisation name", "Website"], RecordKind.ORGANISATION),
        (["id", "name", "charity number", "description", "website"], RecordKind.ORGANISATION),
        (["id", "name", "description", "website", "price"], RecordKind.OFFER),
        (["title", "description", "website"], RecordKind.OFFER),
        (["Recipient", "Amount awarded", "Funder", "Date awarded"], RecordKind.AWARD),
        (["Sefydliad", "Teitl", "Disgrifiad", "Lle"], RecordKind.OFFER),
    ],
)
def test_plain_lists_need_no_mapping(headings, kind):
    found = recognised(headings)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize("headings", [["a", "b"], ["name", "colour"], ["date", "visits"], []])
def test_other_lists_are_not_guessed_at(headings):
    assert recognised(headings) is None


def test_a_wish_decides_between_kinds():
    headings = ["name", "description", "place"]
    assert recognised(headings, RecordKind.OFFER).columns["title"] == "name"
    assert recognised(headings, RecordKind.ORGANISATION).columns["name"] == "name"


def test_what_is_lacking_is_named():
    columns = mapping_by_headings(["amount"], RecordKind.AWARD)
    assert lacking(RecordKind.AWARD, columns) == ["Recipient"]


def test_headings_are_found_below_front_pages_and_blank_rows():
    sheet = [
        (1, ["A list of offers", "", ""]),
        (2, ["Made in 2026", "", ""]),
        (5, ["id", "title", "description", "place"]),
        (6, ["1", "Singing", "We sing", "Leeds"]),
    ]
    found, offers, _findings = read(sheet)
    assert found.headings.last_row == 5
    assert [offer.title for offer in offers] == ["Singing"]


def test_merged_headings_in_two_rows_are_read_together():
    sheet = rows(
        ["Recipient", "", "Amount"],
        ["Org:Name", "Org:Charity Number", "Awarded"],
        ["Example Theatre", "1136419", "500"],
    )
    found = headings_at(sheet, 0, depth=2)
    assert found.keys == (
        "recipient org:name",
        "recipient org:charity number",
        "amount awarded",
    )
    again, awards, _findings = read(sheet)
    assert again.reader.code == "360giving-sheet" or awards == []


def test_headings_that_occur_twice_and_none_at_all_are_told_apart():
    found = headings_at(rows(["Name", "", "name", "Name "]), 0)
    assert found.keys == ("name", "column 2", "name (2)", "name (3)")


def test_trailing_empty_headings_are_nothing():
    assert headings_at(rows(["a", "b", "", ""]), 0).keys == ("a", "b")


def test_for_unknown_lists_the_row_with_most_texts_is_the_likeliest():
    sheet = rows(["A title", ""], ["Visits", "Month", "Site"], [5, "May", "North"])
    assert likely_headings(sheet).last_row == 2
    assert likely_headings(rows([1, 2], [3, 4])) is None


def test_rows_that_look_like_data_are_no_headings():
    assert find_headings(rows([1.0, 2.0, "x", "y"]), lambda keys: True) is None


@pytest.mark.parametrize(
    "headings",
    [
        ["Code", "tag", "Category", "Regular expression"],
        ["Section", "Group", "Sub-group", "Title", "Notes"],
        ["Code", "Title", "Description"],
    ],
)
def test_lists_that_only_describe_others_are_companions(headings):
    found = recognition().of_sheet(rows(headings, ["A", "b", "c", "d", "e"]), AROUND)
    assert isinstance(found, Unrecognised)
    assert found.is_companion


def test_unknown_columns_can_be_read_by_what_a_person_says():
    sheet = rows(["Gruppe", "Was", "Wo"], ["Example Choir", "Singing", "Leeds"])
    unknown = recognition().of_sheet(sheet, AROUND)
    assert isinstance(unknown, Unrecognised)
    assert unknown.headings.keys == ("gruppe", "was", "wo")
    said = ColumnMapping(
        RecordKind.OFFER, {"title": "was", "place": "wo", "organisation": "gruppe"}
    )
    _found, offers, _findings = read(sheet, mapping=said)
    assert (offers[0].title, offers[0].place, offers[0].organisation.name) == (
        "Singing", "Leeds", "Example Choir",
    )  # fmt: skip


def test_a_mapping_that_does_not_fit_says_so():
    said = ColumnMapping(RecordKind.OFFER, {"title": "was"})
    found = recognition().of_sheet(
        rows(["title", "description"], ["a", "b"]), AROUND, mapping=said
    )
    assert isinstance(found, Unrecognised)
    assert "mapping" in found.why


def test_a_published_list_that_is_not_what_was_asked_for_is_not_taken():
    sheet = rows(
        ["gss", "slug", "tier_id", "name", "homepage_url"],
        ["E07000114", "thanet", 2, "Thanet", ""],
    )
    found, _records, _findings = read(sheet, wanted=RecordKind.ORGANISATION)
    assert found.reader.code == "govuk-local-authorities"
    assert isinstance(
        recognition().of_sheet(sheet, AROUND, wanted=RecordKind.NEED), Unrecognised
    )


def test_plain_awards_need_a_funder_from_somewhere():
    sheet = rows(
        ["Recipient", "Amount", "Date"], ["Example Theatre Ltd", "£1,200", "1 May 2020"]
    )
    _found, awards, findings = read(sheet)
    assert (awards, codes(findings)) == ([], ["missing"])
    _found, awards, _findings = read(sheet, Surroundings(publisher="Example Council"))
    assert awards[0].funder.name == "Example Council"


def test_an_export_of_ours_can_be_read_again():
    sheet = rows(
        ["id", "name", "kind", "charity number", "identifiers", "other name", "founded on", "page"],
        ["x", "Example Choir", "cultural; voluntary", "1136419", "GB-CHC-1136419; GB-COH-2324869",
         "The Choir; Example Singers", "1990-09-11", "https://example.org/x"],
    )  # fmt: skip
    _found, organisations, findings = read(sheet)
    one = organisations[0]
    assert one.kind == "cultural;voluntary"
    assert [number.org_id for number in one.identifiers] == [
        "GB-CHC-1136419",
        "GB-COH-02324869",
    ]
    assert one.other_names == ("The Choir", "Example Singers")
    assert not findings


def test_an_award_to_an_individual_comes_back_as_one():
    sheet = rows(
        ["id", "title", "amount", "recipient", "to an individual", "funder"],
        ["1", "New work", "500", "", "yes", "Example Council"],
        ["2", "A tour", "700", "Example Theatre", "no", "Example Council"],
    )
    _found, awards, _findings = read(sheet)
    assert [award.is_to_an_individual for award in awards] == [True, False]
