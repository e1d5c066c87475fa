"""The price page: a sheet in its address, with and without sending the form."""

import csv
from io import StringIO

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.apps.commissioning.forms.price import settled, sheet
from counterpoint.domain.commissioning.price import Part
from tests.visiting import Page, Visit

CHOIR = {
    "direct": ["40*150*Singing leader", "80*18.50*Hall"],
    "coproduction": ["6*180*Planning days"],
    "evaluation": ["1*900*Report"],
    "access": ["10*145.25*Interpreter"],
    "year": "16,000",
    "days_here": "55",
    "days_in_all": "220",
    "people": "100",
    "ceiling": "35000",
}


def sent(part: str, *rows: tuple[str, str, str]) -> dict[str, list[str]]:
    units, rates, words = zip(*rows, strict=True)
    return {
        f"{part}-units": list(units),
        f"{part}-rate": list(rates),
        f"{part}-words": list(words),
    }


def values(page: Page, name: str) -> list[str]:
    return [x.get("value", "") for x in page.tree.iter("input") if x.get("name") == name]


def test_an_empty_sheet_says_how_to_begin(visit: Visit) -> None:
    page = visit("/price/")
    assert "Nothing is counted yet" in page.words
    assert not page.errors


def test_a_sheet_comes_to_its_full_cost(visit: Visit) -> None:
    page = visit("/price/", **CHOIR)
    for words in ("£14,912.50", "£4,000", "Here 25.0% of the year.", "£149.13"):
        assert words in page.words
    assert "The price covers the full cost and every part is counted." in page.words


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"price": "36000"}, "The price is £1,000 over the ceiling."),
        ({"price": "11930"}, "The price covers 80.0% of the full cost. £2,982.50 is left"),
        ({"ceiling": "10000", "price": "10000"}, "The ceiling is lower than the full cost"),
        ({"access": []}, "Nothing is counted for access."),
        ({"coproduction": []}, "No time for co-production is counted."),
        ({"year": ""}, "No share of overheads is counted."),
    ],
)
def test_the_page_warns(visit: Visit, more: dict[str, object], told: str) -> None:
    assert told in visit("/price/", **{**CHOIR, **more}).words


def test_sending_the_form_leads_to_a_short_address(client: Client) -> None:
    form = {"sent": "1", "price": "", **sent("direct", ("2", "50", "Hall"), ("", "", ""))}
    answer = client.get("/price/", form)
    assert answer["Location"] == "/price/?direct=2%2A50%2AHall"


def test_a_line_is_added_by_a_button_and_what_was_written_stays(visit: Visit) -> None:
    form = {"sent": "1", "add": "direct", **sent("direct", ("2", "50", "Hall"))}
    page = visit("/price/", **form)
    assert values(page, "direct-words") == ["Hall", ""]


def test_a_line_is_removed_by_its_button(visit: Visit) -> None:
    rows = sent("direct", ("2", "50", "Hall"), ("", "", ""), ("1", "9", "Tea"))
    page = visit("/price/", **{"sent": "1", "remove": "direct-2", **rows})
    assert values(page, "direct-words") == ["Hall"]
    page = visit("/price/", **{"sent": "1", "remove": "direct-0", **rows})
    assert values(page, "direct-words") == ["Tea"]


def test_a_figure_that_is_none_is_told_at_its_box_and_the_rest_is_counted(
    visit: Visit,
) -> None:
    page = visit("/price/", direct=["2*fifty*Hall", "1*20*Tea"], price="a lot")
    assert "Price that you would ask, £: Write a figure" in page.errors[0]
    assert "Direct costs, Hall: Write a figure" in page.errors[1]
    assert "fifty" in values(page, "direct-rate")
    assert "£20" in page.words


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"direct": "2**Hall"}, "Say what one of it costs."),
        ({"direct": "2*-5*Hall"}, "Write nothing below zero."),
        ({"direct": "2*1e30*Hall"}, "more than this page counts with"),
        ({"direct": "NaN*5*Hall"}, "Write a figure"),
        ({"people": "2.5"}, "Write a whole number of people"),
        ({"people": "0"}, "Write a whole number of people"),
        ({"year": "9", "days_here": "9", "days_in_all": "8"}, "That is more days"),
    ],
)
def test_each_problem_has_its_sentence(visit: Visit, query: dict[str, str], told: str) -> None:
    assert told in visit("/price/", **query).errors[0]


def test_the_table_is_downloaded_with_the_same_sums(client: Client) -> None:
    answer = client.get("/price.csv", {**CHOIR, "direct": ["40*150*=cmd()", "80*18.50*Hall"]})
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == ["part", "what", "units", "rate", "amount", "currency"]
    assert rows[1][1] == "'=cmd()"
    assert rows[-2:] == [
        ["Full cost", "", "", "", "14912.50", "GBP"],
        ["Price asked", "", "", "", "14912.50", "GBP"],
    ]


def test_words_of_a_line_may_hold_the_sign_that_parts_it(visit: Visit) -> None:
    page = visit("/price/", **{"sent": "1", **sent("direct", ("2", "50", "Hall * stage"))})
    assert values(page, "direct-words") == ["Hall * stage"]


cells = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=4))
def test_an_address_says_what_its_form_said(rows: list[tuple[str, str, str]]) -> None:
    form = QueryDict(mutable=True)
    form["sent"] = "1"
    for name, column in sent("direct", *rows).items():
        form.setlist(name, column)
    short = settled(form)
    assert short is not None
    read = sheet(short).lines_of(Part.DIRECT)
    words = [" ".join(one[2].split()) for one in rows if any(part.strip() for part in one)]
    assert [" ".join(line.words.split()) for line in read if line.words] == [
        word for word in words if word
    ]
    assert settled(short) is None
