"""What a visitor asked of a list, read from the address. Nothing is refused: what makes no sense
is left out, and words that lead nowhere are explained."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import OrganisationRole
from counterpoint.apps.directory.queries.placing import placed
from counterpoint.apps.directory.queries.wanted import Wanted, terms_meant

LONGEST = 100
ROLES = frozenset(OrganisationRole.Role.values)


def asked(query: QueryDict) -> Wanted:
    place_words, about = _text(query, "place"), _text(query, "about")
    place = placed(place_words) if place_words else None
    terms = terms_meant(about) if about else ()
    not_understood = {}
    if about and not terms:
        not_understood["about"] = _(
            "“{words}” is no term here that anything could be filed under, so nothing is listed."
        ).format(words=about)
    return Wanted(
        text=_text(query, "words"),
        roles=tuple(role for role in query.getlist("role") if role in ROLES),
        place=place,
        about=about,
        terms=terms,
        has_offers=bool(query.get("offers")),
        funder=_text(query, "funder"),
        recipient=_text(query, "recipient"),
        year=_year(query.get("year", "")),
        sort=_text(query, "sort"),
        not_understood=not_understood,
    )


def _text(query: QueryDict, name: str) -> str:
    # A zero byte is refused by PostgreSQL.
    return query.get(name, "").replace("\x00", "").strip()[:LONGEST]


def _year(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) == 4 and text > "1000" else None
