"""Answers, postcodes, numbers of registers, names and addresses on the web."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.interchange.findings import ValueRefused
from counterpoint.domain.interchange.records import Identifier
from counterpoint.domain.interchange.rows import heading_key, one_line, plain_text
from counterpoint.domain.interchange.values.answers import read_yes_or_no
from counterpoint.domain.interchange.values.identifiers import (
    read_area_code,
    read_charity_number,
    read_company_number,
    read_org_id,
)
from counterpoint.domain.interchange.values.names import name_key
from counterpoint.domain.interchange.values.postcodes import read_position, read_postcode
from counterpoint.domain.interchange.values.web_addresses import read_web_address


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Y", True),
        ("YES", True),
        ("yes", True),
        ("N", False),
        ("no", False),
        ("", None),
        (True, True),
    ],
)
def test_yes_and_no_in_all_their_forms(written, meant):
    assert read_yes_or_no(written) is meant


def test_neither_yes_nor_no_is_refused():
    with pytest.raises(ValueRefused):
        read_yes_or_no("perhaps")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("N7 7JW  ", "N7 7JW"),
        ("ct9 1aa", "CT9 1AA"),
        ("EC1A1BB", "EC1A 1BB"),
        ("WF14 OQL", "WF14 0QL"),  # the letter O for a nought, in a published file
        ("", ""),
        ("n/a", ""),
    ],
)
def test_a_postcode_is_put_in_order(written, meant):
    assert read_postcode(written) == meant


@pytest.mark.parametrize("written", ["POOLE", "LIVERPOO", "Kent", "CT9", "NN1 5LRL", "76100"])
def test_a_town_in_the_postcode_column_is_refused(written):
    with pytest.raises(ValueRefused):
        read_postcode(written)


def test_a_position_needs_both_numbers_and_lies_on_the_earth():
    assert read_position("53.55", "-1.48") == (53.55, -1.48)
    assert read_position("", "-1.48") is None
    for north, east in (("91", "0"), ("0", "0"), ("north", "1")):
        with pytest.raises(ValueRefused):
            read_position(north, east)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1136419", Identifier("GB-CHC", "1136419")),
        ("SC012345", Identifier("GB-SC", "SC012345")),
        ("NIC100123", Identifier("GB-NIC", "100123")),
        (327114.0, Identifier("GB-CHC", "327114")),
        ("0", None),
        ("", None),
    ],
)
def test_charity_numbers_are_told_apart_by_their_own_form(written, meant):
    assert read_charity_number(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2324869.0", "02324869"),
        ("02805007", "02805007"),
        ("RC000759", "RC000759"),
        ("SC12345", "SC012345"),
    ],
)
def test_company_numbers_get_back_the_noughts_that_workbooks_eat(written, meant):
    assert read_company_number(written) == Identifier("GB-COH", meant)


def test_numbers_typed_to_get_past_a_form_are_no_numbers():
    assert read_company_number("12345678") is None
    assert read_charity_number("0") is None
    with pytest.raises(ValueRefused):
        read_charity_number("715")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("GB-CHC-1136419", Identifier("GB-CHC", "1136419")),
        ("GB-CHC-SC012345", Identifier("GB-SC", "SC012345")),
        ("GB-COH-2324869", Identifier("GB-COH", "02324869")),
        ("GB-COH-RC000759", Identifier("GB-COH", "RC000759")),
        ("360G-wolfson:org-13177", Identifier("360G", "wolfson:org-13177")),
        ("GB-EDU-100000", Identifier("GB-EDU", "100000")),
    ],
)
def test_one_organisation_has_one_spelling_of_its_identifier(written, meant):
    assert read_org_id(written) == meant


@pytest.mark.parametrize("written", ["GB-SB-ACNI", "1136419", "GB-CHC-715"])
def test_identifiers_from_unknown_lists_are_refused(written):
    with pytest.raises(ValueRefused):
        read_org_id(written)


def test_area_codes_have_one_form():
    assert read_area_code("E08000016") == "E08000016"
    assert read_area_code("Barnsley") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Royal Opera House", "ROYAL OPERA HOUSE LIMITED"),
        ("Arts & Health South West", "Arts and Health South West"),
        ("Entrust Care Partnership C.I.C", "Entrust Care Partnership CIC"),
        ("Theatr na n'Óg", "Theatr na n’Og"),
        ("Wing Women Ltd trading as Curious School", "Wing Women"),
        ("Example Arts Community Interest Company", "Example Arts"),
    ],
)
def test_two_writers_of_a_name_agree(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dance East", "Dance West"), ("Project 1", "Project 2"), ("Ltd", "CIC")],
)
def test_different_names_stay_different(one, other):
    assert name_key(one) != name_key(other)


@given(st.text(max_size=80))
def test_a_key_is_the_key_of_itself(name):
    key = name_key(name)
    assert name_key(key) == key or not key


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.example.org", "https://www.example.org"),
        ("http://example.org/a?b=1", "http://example.org/a?b=1"),
        ("http:/example.org", "http://example.org"),
        ("-", ""),
        ("somebody@example.org", ""),
    ],
)
def test_addresses_on_the_web_get_their_scheme_and_mail_is_left_out(written, meant):
    assert read_web_address(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "example",
        "www.a.org,www.b.org",
        "http://example.org or facebook",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_address_is_refused(written):
    with pytest.raises(ValueRefused):
        read_web_address(written)


def test_cells_become_text_as_people_read_it():
    assert plain_text(1927.0) == "1927"
    assert plain_text("  a\r\nb_x000D_\u200b ") == "a\nb"
    assert plain_text("'=SUM(A1)") == "=SUM(A1)"
    assert one_line(" two \n words ") == "two words"
    assert plain_text(None) == ""


def test_headings_lose_what_varies_between_editions():
    assert heading_key("Portfolio funding  15/16 - £\n") == "portfolio funding 15/16 - £"
    assert heading_key("Muse_ID*") == "muse id"
