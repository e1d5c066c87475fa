"""A need for which partners are looked for, read from an address.

`need` is the reference of a published need, whose words stand in for `q`. `keep` and `leave` are
providers who must, or must not, be in a partnership.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from django.http import QueryDict

from counterpoint.apps.directory.models import Need
from counterpoint.apps.matching.forms.asking import asked
from counterpoint.apps.matching.queries.partnering import USUAL_PARTNERS, Wanted
from counterpoint.domain.commissioning.partnerships import MOST_PARTNERS
from counterpoint.domain.matching.statement import Side

PROVIDER = re.compile(r"(organisation|offer):[0-9]{1,18}")
REFERENCE = re.compile(r"[\w-]{1,60}")
MOST_NAMED = 20


def reference(query: QueryDict) -> str:
    """Of the need that is asked for, if there is one."""
    written = query.get("need", "")
    return written if REFERENCE.fullmatch(written) else ""


def wanted(query: QueryDict, need: Need | None, codes: Iterable[str]) -> Wanted:
    """`codes` are the terms that people vouched for on the need."""
    question = replace(asked(query).question, side=Side.NEED, filters={}, kind="")
    if need is not None:
        question = replace(
            question,
            text=f"{need.title}. {need.statement}",
            place_words=question.place_words or _where(need),
            people=question.people or need.people,
            added=tuple(dict.fromkeys((*codes, *question.added))),
        )
    kept = _providers(query, "keep")
    return Wanted(question, _most(query), kept, _providers(query, "leave") - kept)


def _where(need: Need) -> str:
    return need.place.code if need.place else need.place_words


def _most(query: QueryDict) -> int:
    written = query.get("most", "")
    if written.isascii() and written.isdigit() and 1 <= int(written[:3]) <= MOST_PARTNERS:
        return int(written)
    return USUAL_PARTNERS


def _providers(query: QueryDict, name: str) -> frozenset[str]:
    named = [one for one in query.getlist(name) if PROVIDER.fullmatch(one)]
    return frozenset(named[:MOST_NAMED])
