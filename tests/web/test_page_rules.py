"""The page check itself: each rule finds what it is there for, and leaves a good page alone."""

from __future__ import annotations

import pytest

from tests.pages import check_page

GOOD = """<!DOCTYPE html><html lang="en-gb"><head><title>Offers · Counterpoint</title></head>
<body><nav aria-label="Main"><a href="/">Home</a></nav><main><h1>Offers</h1><h2>New</h2>
<form action="" method="get"><label for="q">Words</label><input id="q" name="q"></form>
<figure><svg role="img" aria-label="A map"></svg><table><caption>Awards</caption>
<tr><th scope="col">Year</th></tr></table></figure>BODY</main></body></html>"""


def test_a_good_page_passes() -> None:
    check_page(GOOD.replace("BODY", ""))


@pytest.mark.parametrize(
    ("put", "told"),
    [
        ("<h1>Again</h1>", "one h1"),
        ("<h4>Deep</h4>", "follows h2"),
        ('<p id="q">Twice</p>', "id “q” is there 2 times"),
        ('<p style="color:red">Red</p>', "style of its own"),
        ("<style>p {color: red}</style>", "style of its own"),
        ("<script>alert(1)</script>", "a script has a body"),
        ('<p onclick="x()">Click</p>', "has onclick"),
        ('<a href="javascript:x()">Click</a>', "runs a script"),
        ('<img src="https://elsewhere.example/a.png" alt="">', "is loaded from"),
        ('<img src="/a.png">', "has no alt"),
        ("<input name='loose'>", "has no label"),
        ("<fieldset><p>x</p></fieldset>", "has no legend"),
        ('<a href="/x"></a>', "has no words"),
        ('<a href="">Here</a>', "leads nowhere"),
        ('<a href="#gone">Here</a>', "which is not there"),
        ('<p aria-describedby="gone">Here</p>', "which is not there"),
        ('<form method="post" action="/x"></form>', "0 forgery tokens"),
        ("<form></form>", "has no action"),
        ("<table><tr><td>1</td></tr></table>", "has no caption"),
        ("<table><caption>A</caption><tr><th>1</th></tr></table>", "has no scope"),
        ('<svg role="img"></svg>', "neither hidden nor named"),
        ('<figure><svg role="img" aria-label="A"></svg></figure>', "has no table"),
        ("<main></main>", "one main"),
        ('<nav aria-label="Main"></nav>', "2 navs are called"),
        ("<p><div></div></p>", "Not valid HTML"),
        ("<p>&nosuch;</p>", "Not valid HTML"),
    ],
)
def test_a_breach_is_found(put: str, told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        check_page(GOOD.replace("BODY", put))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Offers · Counterpoint", "· Counterpoint", "one title"),
        (' lang="en-gb"', "", "no lang"),
    ],
)
def test_a_page_without_title_or_language_is_found(old: str, new: str, told: str) -> None:
    with pytest.raises(AssertionError, match=told):
        check_page(GOOD.replace("BODY", "").replace(old, new))
