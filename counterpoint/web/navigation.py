"""What the header and footer offer, and to whom.

`web` knows the names of addresses, never the views behind them: a name that no installed part
answers to is left out, so that a part can be taken away without breaking a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from counterpoint.web.components import Link

Person = Any
"""Whoever is asking. Anything with `is_authenticated`; None stands for a visitor."""


def everybody(_person: Person) -> bool:
    return True


def signed_in(person: Person) -> bool:
    return bool(getattr(person, "is_authenticated", False))


def visitors(person: Person) -> bool:
    return not signed_in(person)


@dataclass(frozen=True)
class Destination:
    label: str | Promise
    url_name: str
    active_prefix: str = ""
    is_for: Callable[[Person], bool] = everybody


@dataclass(frozen=True)
class Group:
    """Destinations behind one word of the header, which opens without scripts."""

    label: str | Promise
    destinations: tuple[Destination, ...]


@dataclass(frozen=True)
class GroupShown:
    label: str
    links: list[Link]
    is_current: bool


HEADER: tuple[Destination | Group, ...] = (
    Destination(_("Find"), "find", "/find"),
    Destination(_("Calls"), "calls", "/calls"),
    Group(
        _("Directory"),
        (
            Destination(_("Organisations"), "organisations", "/organisations"),
            Destination(_("Offers"), "offers", "/offers"),
            Destination(_("Needs"), "needs", "/needs"),
            Destination(_("Places"), "places", "/places"),
            Destination(_("Agreements"), "agreements", "/agreements"),
        ),
    ),
    Destination(_("Programmes"), "programmes", "/programmes"),
    Group(
        _("Knowledge"),
        (
            Destination(_("Evidence"), "evidence", "/evidence"),
            Destination(_("Guidance"), "guidance", "/guidance"),
            Destination(_("Measures"), "measures", "/measures"),
            Destination(_("Networks"), "networks", "/networks"),
        ),
    ),
    Destination(_("Words"), "vocabulary", "/vocabulary"),
)

MY_WORK = Destination(_("My work"), "my-work", "/my-work", signed_in)
ACCOUNT = (
    Destination(_("Account"), "account", "/account/", signed_in),
    Destination(_("Sign in"), "account_login", "/account/login", visitors),
    Destination(_("Join"), "account_signup", "/account/signup", visitors),
)
_offered: list[Destination] = []


def offer_in_account_menu(destination: Destination) -> None:
    """For pages that few people have: their app brings the rule that says who."""
    _offered.append(destination)


def account_menu() -> tuple[Destination, ...]:
    return (MY_WORK, *_offered, *ACCOUNT)


FOOTER = (
    Destination(_("Sign up for updates"), "updates", "/updates"),
    Destination(_("About"), "about", "/about"),
    Destination(_("Which way to buy"), "buying-route", "/route"),
    Destination(_("Full-cost price"), "price", "/price"),
    Destination(_("Value"), "value", "/value"),
    Destination(_("Are we ready?"), "readiness", "/ready"),
    Destination(_("Data sources"), "data-sources", "/data-sources"),
    Destination(_("Accessibility"), "accessibility", "/accessibility"),
    Destination(_("Privacy"), "privacy", "/privacy"),
)


def address_of(url_name: str, *args: object) -> str | None:
    try:
        return reverse(url_name, args=args)
    except NoReverseMatch:
        return None


def links(destinations: Iterable[Destination], person: Person, path: str) -> list[Link]:
    """The destinations this person is offered, the one that holds `path` marked as current."""
    found = []
    for destination in destinations:
        url = address_of(destination.url_name) if destination.is_for(person) else None
        if url is not None:
            found.append(
                Link(str(destination.label), url, is_current=_holds(destination, path))
            )
    return found


def header(person: Person, path: str) -> list[Link | GroupShown]:
    """As the header shows it: a group of which nothing is installed is left out."""
    found: list[Link | GroupShown] = []
    for one in HEADER:
        if isinstance(one, Destination):
            found += links([one], person, path)
            continue
        inside = links(one.destinations, person, path)
        if inside:
            is_current = any(link.is_current for link in inside)
            found.append(GroupShown(str(one.label), inside, is_current))
    return found


def _holds(destination: Destination, path: str) -> bool:
    prefix = destination.active_prefix
    return bool(prefix) and (path == prefix or path.startswith(prefix.rstrip("/") + "/"))
