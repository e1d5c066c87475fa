"""What must hold of every page, whichever part makes it.

`check_page` is used by the `visit` fixture, so a page fetched by any test is also checked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

# html5lib is stricter than HTML about two things that are allowed: a boolean attribute without a
# value is fine, and it does not know elements and attributes newer than itself.
TOLERATED = {"expected-closing-tag-but-got-eof"}

UNLABELLED_TYPES = {"hidden", "submit", "button", "reset", "image"}
RUN_IN = {
    "a",
    "span",
    "q",
    "em",
    "strong",
    "b",
    "i",
    "code",
    "time",
    "abbr",
    "small",
    "sup",
    "sub",
}
PICTURES = ("svg", "canvas")


def check_page(html: str) -> Element:
    """The parsed page, once every rule has been looked at; all breaches are told together."""
    page = parse_strictly(html)
    breaches = [breach for rule in RULES for breach in rule(page)]
    assert not breaches, "This page breaks the rules of tests/pages.py:\n- " + "\n- ".join(
        breaches
    )
    return page


def parse_strictly(html: str) -> Element:
    parser = html5lib.HTMLParser(
        tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False
    )
    page: Element = parser.parse(html)
    faults = [
        f"line {line}: {code} {about}"
        for (line, _column), code, about in parser.errors
        if code not in TOLERATED
    ]
    assert not faults, "Not valid HTML:\n- " + "\n- ".join(faults)
    return page


def words_of(element: Element) -> str:
    """What can be read in it, on one line; cells and lines are apart as they are on a page."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        apart = "" if inner.tag in RUN_IN else " "
        yield apart
        if isinstance(inner.tag, str):
            yield from _texts(inner)
        yield apart + (inner.tail or "")


def _name(element: Element) -> str:
    identity = element.get("id") or element.get("name") or element.get("class") or ""
    return f"<{_local(element.tag)} {identity}>".replace(" >", ">")


def _all(page: Element, *tags: str) -> Iterator[Element]:
    return (x for x in page.iter() if isinstance(x.tag, str) and _local(x.tag) in tags)


def _local(tag: str) -> str:
    """Drawings have a namespace, the rest of a page has none."""
    return tag.rpartition("}")[2]


def one_title(page: Element) -> Iterator[str]:
    titles = [words_of(x) for x in page.findall("./head/title")]
    if len(titles) != 1 or not titles[0].split("·")[0].strip():
        yield f"it needs one title with words of its own, and has {titles}"


def a_language(page: Element) -> Iterator[str]:
    if not page.get("lang"):
        yield "html has no lang"


def one_first_heading(page: Element) -> Iterator[str]:
    headings = [words_of(x) for x in _all(page, "h1")]
    if len(headings) != 1 or not headings[0]:
        yield f"it needs one h1 with words, and has {headings}"


def headings_in_order(page: Element) -> Iterator[str]:
    level = 0
    for heading in _all(page, "h1", "h2", "h3", "h4", "h5", "h6"):
        here = int(heading.tag[1])
        if here > level + 1:
            yield f"h{here} “{words_of(heading)}” follows h{level}"
        level = here


def unique_ids(page: Element) -> Iterator[str]:
    counted = Counter(x.get("id") for x in page.iter() if x.get("id") is not None)
    for identity, times in counted.items():
        if times > 1 or not identity or not identity.strip():
            yield f"id “{identity}” is there {times} times"


def references_that_exist(page: Element) -> Iterator[str]:
    known = {x.get("id") for x in page.iter()}
    for element in page.iter():
        for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
            for wanted in (element.get(attribute) or "").split():
                if wanted not in known:
                    yield f"{_name(element)} {attribute} names “{wanted}”, which is not there"


def links_within_the_page(page: Element) -> Iterator[str]:
    known = {x.get("id") for x in page.iter()}
    for link in _all(page, "a"):
        address = link.get("href") or ""
        if address.startswith("#") and address[1:] not in known:
            yield f"link “{words_of(link)}” leads to {address}, which is not there"


def no_style_of_its_own(page: Element) -> Iterator[str]:
    """The Content-Security-Policy would refuse it, as it would the scripts below."""
    for element in page.iter():
        if element.get("style") is not None:
            yield f"{_name(element)} has a style of its own"
    if any(True for _ in _all(page, "style")):
        yield "<style> has a style of its own"


def no_script_of_its_own(page: Element) -> Iterator[str]:
    scripts = [x for x in _all(page, "script") if x.get("type") != "application/json"]
    if any(not script.get("src") for script in scripts):
        yield "a script has a body"
    for element in page.iter():
        for attribute, value in element.attrib.items():
            if re.fullmatch(r"on[a-z]+|hx-on.*", str(attribute)):
                yield f"{_name(element)} has {attribute}"
            if value.strip().lower().startswith("javascript:"):
                yield f"{_name(element)} runs a script from {attribute}"


def nothing_from_elsewhere(page: Element) -> Iterator[str]:
    for element in _all(page, "script", "link", "img", "source", "iframe", "video", "audio"):
        address = element.get("src") or element.get("href") or ""
        is_loaded = element.tag != "link" or element.get("rel") in (
            "stylesheet",
            "icon",
            "preload",
        )
        if is_loaded and re.match(r"(https?:)?//", address):
            yield f"{_name(element)} is loaded from {address}"


def labelled_controls(page: Element) -> Iterator[str]:
    labels = {x.get("for") for x in _all(page, "label") if words_of(x)}
    wrapped = {
        id(inner) for label in _all(page, "label") if words_of(label) for inner in label.iter()
    }
    for control in _all(page, "input", "select", "textarea", "meter", "progress"):
        if control.get("type") in UNLABELLED_TYPES or control.get("aria-hidden") == "true":
            continue
        named = control.get("aria-label") or control.get("aria-labelledby")
        if not (named or control.get("id") in labels or id(control) in wrapped):
            yield f"{_name(control)} has no label"


def groups_with_a_legend(page: Element) -> Iterator[str]:
    for group in _all(page, "fieldset"):
        legend = group.find("legend")
        if legend is None or not words_of(legend):
            yield f"{_name(group)} has no legend"


def pictures_with_words(page: Element) -> Iterator[str]:
    for picture in _all(page, "img"):
        if picture.get("alt") is None:
            yield f"image {picture.get('src')} has no alt"
    for drawing in _all(page, *PICTURES):
        named = drawing.get("aria-labelledby") or drawing.get("aria-label")
        if drawing.get("aria-hidden") != "true" and not (
            drawing.get("role") == "img" and named
        ):
            yield f"{_name(drawing)} is neither hidden nor named"


def pictures_with_a_table(page: Element) -> Iterator[str]:
    """axe finds nothing wrong with a drawing that has no text; whoever cannot see it does."""
    for figure in _all(page, "figure"):
        if any(True for _ in _all(figure, *PICTURES)) and figure.find(".//table") is None:
            yield f"{_name(figure)} has no table beside its drawing"


def links_and_buttons_with_words(page: Element) -> Iterator[str]:
    for element in _all(page, "a", "button", "summary"):
        alternatives = " ".join(x.get("alt") or "" for x in _all(element, "img"))
        if not (words_of(element) or element.get("aria-label") or alternatives.strip()):
            yield f"{_name(element)} to {element.get('href')} has no words"
        if element.tag == "a" and element.get("href") == "":
            yield f"link “{words_of(element)}” leads nowhere"


def forms_that_say_where_to(page: Element) -> Iterator[str]:
    for form in _all(page, "form"):
        if form.get("action") is None:
            yield f"{_name(form)} has no action"
        tokens = [x for x in _all(form, "input") if x.get("name") == "csrfmiddlewaretoken"]
        is_post = (form.get("method") or "get").lower() == "post"
        if is_post and len(tokens) != 1:
            yield f"{_name(form)} is sent with {len(tokens)} forgery tokens"
        if not is_post and tokens:
            yield f"{_name(form)} puts its forgery token into the address"


def tables_with_headings(page: Element) -> Iterator[str]:
    for table in _all(page, "table"):
        if table.find("caption") is None:
            yield f"{_name(table)} has no caption"
        for heading in _all(table, "th"):
            if heading.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                yield f"heading “{words_of(heading)}” of a table has no scope"


def landmarks(page: Element) -> Iterator[str]:
    if len(list(_all(page, "main"))) != 1:
        yield "it needs one main"
    names = [x.get("aria-label") for x in _all(page, "nav")]
    for name, times in Counter(names).items():
        if times > 1 and len(names) > 1:
            yield f"{times} navs are called “{name}”"


RULES: tuple[Callable[[Any], Iterator[str]], ...] = (
    one_title,
    a_language,
    one_first_heading,
    headings_in_order,
    unique_ids,
    references_that_exist,
    links_within_the_page,
    no_style_of_its_own,
    no_script_of_its_own,
    nothing_from_elsewhere,
    labelled_controls,
    groups_with_a_legend,
    pictures_with_words,
    pictures_with_a_table,
    links_and_buttons_with_words,
    forms_that_say_where_to,
    tables_with_headings,
    landmarks,
)
