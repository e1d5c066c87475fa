"""Answers while there is no index: the same question put to a few hundred rows of the database.

Slow and incomplete, and the page says so; but a visitor is not sent away because a file is missing.
"""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from counterpoint.apps.matching.queries.documents import facts, rows
from counterpoint.apps.matching.queries.documents.making import Maker
from counterpoint.apps.matching.queries.understanding import Understanding
from counterpoint.domain.matching.engine import Found, SearchDocument, SearchQuery
from counterpoint.integrations.engines.answering import Reading
from counterpoint.integrations.engines.manifest import Manifest
from counterpoint.integrations.engines.plain_store import PlainReader

MOST_ROWS = 150
MOST_BESIDE = 50
MOST_WORDS = 8
SHORTEST_WORD = 4


class PlainAnswer:
    def __init__(self, documents: list[SearchDocument]) -> None:
        reader = PlainReader(dict(enumerate(documents)))
        self._reading = Reading(Manifest("plain", ""), reader, ())

    def search(self, query: SearchQuery) -> Found:
        return self._reading.answer(query)


def plain_answer(understanding: Understanding) -> PlainAnswer:
    maker = Maker()
    codes = [term.code for term in understanding.statement.terms if not term.is_hint]
    words = _words(understanding.statement.text)
    documents = [
        *_offers(maker, codes, words),
        *_needs(maker, codes, words),
        *_calls(maker, words),
        *_organisations(maker, codes, words),
        *_awards(maker, words),
    ]
    return PlainAnswer(documents)


def _offers(maker: Maker, codes: list[str], words: list[str]) -> list[SearchDocument]:
    asked = _said(words, "title", "description") | Q(tags__concept__code__in=codes)
    found = _newest(rows.offers(), asked, "-updated_at", MOST_ROWS)
    return [maker.document(facts.of_offer(offer, maker)) for offer in found]


def _needs(maker: Maker, codes: list[str], words: list[str]) -> list[SearchDocument]:
    asked = _said(words, "title", "statement") | Q(tags__concept__code__in=codes)
    found = _newest(rows.needs(), asked, "-updated_at", MOST_ROWS)
    return [maker.document(facts.of_need(need, maker)) for need in found]


def _calls(maker: Maker, words: list[str]) -> list[SearchDocument]:
    found = _newest(rows.calls(), _said(words, "title", "purpose"), "closes_at", MOST_BESIDE)
    return [maker.document(facts.of_call(call, maker)) for call in found]


def _organisations(maker: Maker, codes: list[str], words: list[str]) -> list[SearchDocument]:
    asked = _said(words, "name", "description") | Q(tags__concept__code__in=codes)
    found = _newest(rows.organisations(), asked, "-updated_at", MOST_BESIDE)
    return [maker.document(facts.of_organisation(one, maker, [], facts.NONE)) for one in found]


def _awards(maker: Maker, words: list[str]) -> list[SearchDocument]:
    found = _newest(rows.awards(), _said(words, "title"), "-awarded_on", MOST_BESIDE)
    return [maker.document(facts.of_award(award, maker)) for award in found]


def _newest(found: QuerySet[Any], asked: Q, order: str, most: int) -> list[Any]:
    """Those that share something with the question; when none does, simply the newest."""
    numbers = set(found.filter(asked).order_by(order).values_list("pk", flat=True)[: most * 2])
    if len(numbers) < most:
        numbers |= set(
            found.order_by(order).values_list("pk", flat=True)[: most - len(numbers)]
        )
    return list(found.filter(pk__in=sorted(numbers)[:most]))


def _said(words: list[str], *fields: str) -> Q:
    asked = [Q(**{f"{name}__icontains": word}) for word in words for name in fields]
    return reduce(or_, asked, Q(pk__in=[]))


def _words(text: str) -> list[str]:
    """The longest words say most, as long as nothing is known of how rare they are."""
    words = {word.strip(".,;:!?()\"'").casefold() for word in text.split()}
    long = [word for word in words if len(word) >= SHORTEST_WORD]
    return sorted(long, key=lambda word: (-len(word), word))[:MOST_WORDS]
