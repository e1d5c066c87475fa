from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from html5lib import parseFragment

from counterpoint.web.components import Card, Chip, Facet, Flag, Link, Option, ReasonLine, Tag
from counterpoint.web.templatetags import kit
from tests.pages import words_of

WEB = Path(__file__).parents[2] / "counterpoint" / "web"


def drawn(source: str, **context: Any) -> str:
    request = RequestFactory().get("/offers/", {"art": "dance", "page": "2"})
    return str(
        engines["django"].from_string("{% load kit %}" + source).render(context, request)
    )


def read(html: str) -> str:
    return words_of(parseFragment(html, namespaceHTMLElements=False))


HOSTILE = "<script>alert('x')</script>"


@pytest.mark.parametrize(
    "source",
    [
        "{% breadcrumbs words '/x' words %}",
        "{% button words %}",
        "{% button words url=words %}",
        "{% notice 'info' words %}{{ words }}{% endnotice %}",
        "{% empty_state words %}{{ words }}{% endempty_state %}",
        "{% disclosure words %}{{ words }}{% enddisclosure %}",
        "{% tag words words %}{% tag words %}",
        "{% flag words note=words %}",
        "{% stat words words words words %}",
        "{% progress words 1 2 words %}",
        "{% table words note=words %}{% endtable %}",
        "{% picture words source=link %}{% endpicture %}",
        "{% downloads links %}",
        "{% link_list links %}{% sort_links links words %}{% tabs links words %}",
        "{% named_link 'about' words %}{% named_link 'no-such-name' words %}",
        "{% chips chips words words %}",
        "{% record_card card %}",
    ],
)
def test_words_from_records_cannot_become_markup(source: str) -> None:
    link = Link(HOSTILE, HOSTILE, HOSTILE)
    card = Card(
        HOSTILE,
        HOSTILE,
        HOSTILE,
        summary=HOSTILE,
        facts=[HOSTILE],
        tags=[Tag(HOSTILE)],
        flags=[Flag(HOSTILE, note=HOSTILE)],
        reasons=[ReasonLine(HOSTILE, 0.1, HOSTILE, HOSTILE, HOSTILE, link)],
        source=link,
        actions=[link],
    )
    html = drawn(
        source,
        words=HOSTILE,
        link=link,
        links=[link],
        card=card,
        chips=[Chip(HOSTILE, HOSTILE, HOSTILE, HOSTILE)],
    )
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_reason_names_both_sides_the_bridge_the_weight_and_the_source() -> None:
    line = ReasonLine(
        "Outcome", 0.42, "loneliness", "make friends", "One idea.", Link("Why", "/w")
    )
    html = drawn("{% reasons lines %}", lines=[line])
    assert read(html) == "Outcome loneliness meets make friends One idea. Why weight 42"
    assert 'value="42"' in html


def test_a_reason_with_one_side_only_says_nothing_of_meeting() -> None:
    assert "meets" not in drawn(
        "{% reasons lines %}", lines=[ReasonLine("Place", 0.1, "Thanet")]
    )


def test_the_points_of_reasons_are_what_the_strength_is_out_of() -> None:
    assert read(drawn("{% strength 0.774 %}")) == "77 of 100"


def test_a_card_without_strength_draws_none() -> None:
    assert "<meter" not in drawn("{% record_card card %}", card=Card("Offer", "/o"))


def test_a_card_takes_the_level_of_its_heading() -> None:
    assert "<h2" in drawn("{% record_card card level=2 %}", card=Card("Offer", "/o"))


def test_a_chip_is_taken_off_by_a_link_that_says_which() -> None:
    html = drawn("{% chips chips 'Filters' %}", chips=[Chip("Dance", "?")])
    assert "Take off Dance" in read(html)
    assert "Take off" not in read(drawn("{% chips chips %}", chips=[Chip("Dance")]))


def test_no_chips_draw_nothing() -> None:
    assert not drawn("{% chips chips 'Filters' %}", chips=[]).strip()


def test_pages_keep_the_rest_of_the_address() -> None:
    html = drawn("{% pagination page %}", page=Paginator(range(45), 20).page(2))
    assert read(html) == "21 to 40 of 45 Previous Next"
    assert re.findall(r'href="([^"]+)"', html) == [
        "?art=dance&amp;page=1",
        "?art=dance&amp;page=3",
    ]


def test_one_page_offers_no_other() -> None:
    html = drawn("{% pagination page %}", page=Paginator(range(3), 20).page(1))
    assert read(html) == "1 to 3 of 3"


def test_breadcrumbs_end_where_the_visitor_is() -> None:
    html = drawn("{% breadcrumbs 'Home' '/' 'Offers' '/offers/' 'Tea dance' %}")
    assert html == drawn(
        "{% breadcrumbs trail %}",
        trail=[Link("Home", "/"), Link("Offers", "/offers/"), Link("Tea dance", "")],
    )
    assert '<span aria-current="page">Tea dance</span>' in html


def test_a_facet_marks_what_is_chosen_and_counts_the_rest() -> None:
    facet = Facet("Art", [Option("Dance", 4, "?a", "dance", True), Option("Music", 0)], "art")
    links, ticks = (
        drawn("{% facet_links f %}", f=facet),
        drawn("{% facet_choices f %}", f=facet),
    )
    assert links.count('aria-current="true"') == 1
    assert ticks.count(" checked") == 1
    assert read(links).endswith("Dance 4 Music 0")


def test_work_of_unknown_length_shows_that_it_goes_on() -> None:
    assert "<progress></progress>" in drawn("{% progress 'Reading' 0 %}")
    assert '<progress value="3" max="9"></progress>' in drawn("{% progress 'Reading' 3 9 %}")


def test_the_style_guide_and_the_reference_show_every_component() -> None:
    names = set(kit.register.tags)
    templates = "".join(p.read_text() for p in (WEB / "templates").rglob("*.html"))
    guide = (WEB.parents[1] / "docs" / "reference" / "page-kit.md").read_text()
    frame = {"site_navigation", "account_menu", "site_footer", "search_box"}
    assert not {name for name in names if not re.search(rf"{{% {name}\b", templates)}
    assert not {name for name in names - frame if not re.search(rf"{{% {name}\b", guide)}
