"""Pages as a visitor gets them, each one checked by `tests/pages.py` on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from django.http import HttpResponse
from django.test import Client

from tests.pages import check_page, words_of


@dataclass(frozen=True)
class Page:
    response: HttpResponse
    tree: Element

    @property
    def heading(self) -> str:
        return words_of(next(self.tree.iter("h1")))

    @property
    def words(self) -> str:
        """Everything that can be read in the main part."""
        return words_of(next(self.tree.iter("main")))

    @property
    def links(self) -> dict[str, str]:
        """Words of each link to its address; the first of equal words counts."""
        found: dict[str, str] = {}
        for link in self.tree.iter("a"):
            found.setdefault(words_of(link), link.get("href", ""))
        return found

    @property
    def notices(self) -> list[str]:
        return [words_of(x) for x in self.tree.iter("div") if x.get("class") == "notice"]

    @property
    def errors(self) -> list[str]:
        """The lines of the error summary."""
        for box in self.tree.iter("div"):
            if box.get("class") == "error-summary":
                return [words_of(line) for line in box.iter("li")]
        return []


class Visit:
    """`visit("/find/")` is the page; `visit.post(...)` the page that a sent form leads to."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def __call__(self, address: str, *, status: int = 200, **query: Any) -> Page:
        return self._page(self.client.get(address, query or None, follow=True), status)

    def post(self, address: str, *, status: int = 200, **fields: Any) -> Page:
        return self._page(self.client.post(address, fields, follow=True), status)

    def as_(self, person: Any) -> Visit:
        self.client.force_login(person)
        return self

    def _page(self, response: Any, status: int) -> Page:
        assert response.status_code == status, response.content.decode()[:2000]
        return Page(response, check_page(response.content.decode()))
