from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.apps.directory.presenters.cards import SIGNS_IN_SUMMARY, summary
from counterpoint.apps.directory.presenters.marking import Part, marked
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.directory.presenters.organisation_page import _years
from counterpoint.apps.directory.presenters.registers import register_link
from counterpoint.apps.directory.presenters.streams import cell


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        ("1500", "GBP", "£1,500"),
        ("1500.50", "GBP", "£1,500.50"),
        ("1500.00", "EUR", "€1,500"),
        ("0", "GBP", "£0"),
        ("1622487715.00", "GBP", "£1,622,487,715"),
        ("300", "CHF", "300 CHF"),
    ],
)
def test_money_is_written_as_people_write_it(amount, currency, words):
    assert money(Decimal(amount), currency) == words


def test_the_words_that_led_to_a_term_are_marked():
    assert marked("A choir, not a choirmaster. Choir!", ["choir"]) == [
        Part("A "),
        Part("choir", is_marked=True),
        Part(", not a choirmaster. "),
        Part("Choir", is_marked=True),
        Part("!"),
    ]


def test_of_overlapping_words_the_longest_is_marked():
    parts = marked("a community choir", ["choir", "community choir"])
    assert [part.text for part in parts if part.is_marked] == ["community choir"]


@given(st.text(), st.lists(st.text(max_size=8), max_size=5))
def test_marking_never_changes_the_text(text, words):
    assert "".join(part.text for part in marked(text, words)) == text


def test_a_summary_ends_with_a_whole_word():
    long = "word, " * 100
    assert len(summary(long)) <= SIGNS_IN_SUMMARY + 1
    assert summary(long).endswith("word…")
    assert summary("short") == "short"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2001, 1, 1), date(2013, 3, 31), "2001–2013"),
        (date(2001, 1, 1), date(2001, 3, 31), "2001"),
        (None, date(2013, 3, 31), "until 2013"),
        (date(2001, 1, 1), None, "from 2001"),
        (None, None, ""),
    ],
)
def test_years_are_said_in_words(start, end, words):
    assert _years(start, end) == words


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 1843 000000", "'+44 1843 000000"),
        ("-", "'-"),
        ("@everyone", "'@everyone"),
        ("\t=1", "'\t=1"),
        (-1.5, "-1.5"),
        (Decimal("-2.00"), "-2.00"),
        (True, "yes"),
        (False, "no"),
        (None, ""),
        (["a", "b"], "a; b"),
        (["=a"], "'=a"),
        ("A choir", "A choir"),
    ],
)
def test_a_cell_is_text_or_a_number_and_never_a_formula(value, written):
    assert cell(value) == written


def test_a_number_in_an_unknown_list_is_shown_without_a_link():
    assert register_link("XX-YYY", "12") == ("XX-YYY", register_link("XX-YYY", "12")[1])
    assert register_link("XX-YYY", "12")[1].url == ""
    assert register_link("GB-COH", "01234567")[1].url.endswith("/company/01234567")
