"""The page of partnerships: what is asked, who brings what, what stays uncovered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.commissioning.presenters.tools import tool_tabs
from counterpoint.apps.directory.models import Need
from counterpoint.apps.directory.presenters.money import money
from counterpoint.apps.matching.presenters import chips
from counterpoint.apps.matching.presenters.address import Address
from counterpoint.apps.matching.presenters.examples import EXAMPLES
from counterpoint.apps.matching.presenters.partnership_forms import FORMS, SOURCE
from counterpoint.apps.matching.queries.partnering import (
    Brought,
    Built,
    Provider,
    Requirement,
    Wanted,
)
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.apps.vocabulary.words import VOICES as KIND_VOICES
from counterpoint.domain.commissioning.partnerships import (
    CAPACITY,
    MOST_PARTNERS,
    Partner,
    Partnership,
)
from counterpoint.domain.vocabulary.concepts import Verdict
from counterpoint.web.components import Chip, Link, Voice

KIND_NAMES = dict(Concept.Kind.choices)
VOICES: Mapping[str, Voice] = {kind.value: voice for kind, voice in KIND_VOICES.items()}
HOWS: Mapping[str, str | Promise] = {
    "same": gettext_lazy("says so"),
    "narrower": gettext_lazy("a part of it"),
    "serves": gettext_lazy("is used for it"),
    "inside": gettext_lazy("works there"),
    "near": gettext_lazy("travels there"),
    "online": gettext_lazy("online"),
}


@dataclass(frozen=True)
class Cell:
    """What one partner brings for one requirement; empty if nothing."""

    how: str | Promise = ""
    name: str = ""
    url: str = ""


@dataclass(frozen=True)
class Row:
    name: str
    kind: str
    cells: tuple[Cell, ...]
    is_covered: bool


@dataclass(frozen=True)
class PartnerShown:
    name: str
    url: str
    adds: str
    capacity: str
    price: str
    leave_url: str
    keep_url: str
    is_kept: bool


@dataclass(frozen=True)
class Shown:
    number: int
    title: str
    partners: tuple[PartnerShown, ...]
    rows: tuple[Row, ...]
    covered: int
    asked: int
    uncovered: tuple[str, ...]
    capacity: str
    price: str
    ties: tuple[str, ...]


def empty_page(
    path: str, wanted: Wanted, needs: list[Need], query: QueryDict
) -> dict[str, Any]:
    address = Address(path, query)
    return {
        **_frame(path, wanted, query),
        "examples": [
            Link(str(words), address.putting("q", str(words))) for words in EXAMPLES["need"]
        ],
        "needs": [
            Link(need.title, address.putting("need", need.reference), note=_by(need))
            for need in needs
        ],
    }


def _by(need: Need) -> str:
    return need.organisation.name if need.organisation else ""


def page(
    path: str, wanted: Wanted, built: Built, need: Need | None, query: QueryDict
) -> dict[str, Any]:
    address = Address(path, query)
    understanding = built.understanding
    shown = [
        _shown(n, one, built, wanted, address) for n, one in enumerate(built.partnerships, 1)
    ]
    return {
        **_frame(path, wanted, query),
        "need": need,
        "built": built,
        "refusals": [one for one in understanding.refusals if one.verdict is Verdict.REFUSE],
        "is_refused": understanding.is_refused,
        "anyway_url": address.putting("anyway", "1"),
        "chips": list(_asked_for(built, address)),
        "place_questions": chips.place_questions(understanding, address),
        "named": list(_named(wanted, built, address)),
        "groups": shown,
        "candidates": len(built.providers),
        "unbroken": _nobody_brings(built),
        "find_url": f"{reverse('find')}?{urlencode({'as': 'need', 'q': wanted.question.text[:300]})}",
    }


def _frame(path: str, wanted: Wanted, query: QueryDict) -> dict[str, Any]:
    question = wanted.question
    return {
        "tools": tool_tabs(path),
        "question": question,
        "text": "" if query.get("need") else question.text,
        "most": wanted.most_partners,
        "mosts": range(1, MOST_PARTNERS + 1),
        "budget": "" if question.money is None else f"{question.money:,f}",
        "place_typed": query.get("place", ""),
        "carried": [
            (name, value)
            for name in ("need", "add", "off", "keep", "leave", "anyway")
            for value in query.getlist(name)
        ],
        "forms": FORMS,
        "forms_source": SOURCE,
    }


def _asked_for(built: Built, address: Address) -> Iterator[Chip]:
    """Every requirement that the groups are held against, each of which can be taken off."""
    for one in built.requirements:
        words = ", ".join(one.words[:2])
        yield Chip(
            one.name,
            address.adding("off", one.code),
            _kind_name(one.kind),
            words,
            VOICES.get(one.kind, ""),
        )


def _kind_name(kind: str) -> str:
    return str(_("Place") if kind == "place" else KIND_NAMES[kind])


def _named(wanted: Wanted, built: Built, address: Address) -> Iterator[Chip]:
    """Who was said to take part or not, each of which can be taken back."""
    for key in sorted(wanted.kept):
        if key in built.providers:
            name = built.providers[key].name
            yield Chip(name, address.without("keep", key), _("must take part"), voice="warm")
    for provider in built.left_out:
        yield Chip(provider.name, address.without("leave", provider.key), _("left out"))


def _nobody_brings(built: Built) -> list[str]:
    """Requirements for which no provider of the directory was found at all."""
    brought = {code for one in built.providers.values() for code in one.brings}
    return [one.name for one in built.requirements if one.code not in brought]


def _shown(
    number: int, group: Partnership, built: Built, wanted: Wanted, address: Address
) -> Shown:
    members = sorted(group.partners, key=lambda one: (-len(group.brought_by(one)), one.key))
    providers = [built.providers[one.key] for one in members]
    names = {one.code: one.name for one in built.requirements} | {
        CAPACITY: _capacity_words(wanted)
    }
    rows = tuple(_row(one, members, built) for one in built.requirements)
    asked = len(built.requirements) + bool(wanted.question.people)
    return Shown(
        number=number,
        title=_joined([one.name for one in providers]),
        partners=tuple(
            _partner(one, group, built.providers[one.key], names, wanted, address)
            for one in members
        ),
        rows=rows,
        covered=asked - len(group.uncovered),
        asked=asked,
        uncovered=tuple(names[code] for code in group.uncovered),
        capacity=_capacity(group, members),
        price=_price(group),
        ties=tuple(_ties(group, built)),
    )


def _capacity_words(wanted: Wanted) -> str:
    return _("room for %(people)s people") % {"people": f"{wanted.question.people or 0:,}"}


def _row(requirement: Requirement, members: list[Partner], built: Built) -> Row:
    cells = tuple(
        _cell(built.providers[one.key].brings.get(requirement.code)) for one in members
    )
    kind = _kind_name(requirement.kind)
    return Row(requirement.name, kind, cells, any(cell.how for cell in cells))


def _cell(brought: Brought | None) -> Cell:
    if brought is None:
        return Cell()
    words = ", ".join(f"“{one}”" for one in brought.words[:2])
    url = brought.record.get_absolute_url()  # type: ignore[attr-defined]  # offers and organisations
    return Cell(HOWS[brought.how], words or brought.name, url)


def _partner(
    partner: Partner,
    group: Partnership,
    provider: Provider,
    names: Mapping[str, str],
    wanted: Wanted,
    address: Address,
) -> PartnerShown:
    adds = sorted(names[code] for code in group.brought_by(partner) if code in names)
    record = provider.organisation or provider.offer
    return PartnerShown(
        name=provider.name,
        url=record.get_absolute_url() if record else "",
        adds=_joined(adds) if adds else _("more room"),
        capacity="" if partner.capacity is None else f"{partner.capacity:,}",
        price="" if partner.price is None else money(partner.price, "GBP"),
        leave_url=address.adding("leave", partner.key),
        keep_url=address.adding("keep", partner.key),
        is_kept=partner.key in wanted.kept,
    )


def _capacity(group: Partnership, members: list[Partner]) -> str:
    unknown = sum(one.capacity is None for one in members)
    if unknown == len(members):
        return _("not said")
    if unknown:
        return _("%(people)s or more") % {"people": f"{group.capacity:,}"}
    return f"{group.capacity:,}"


def _price(group: Partnership) -> str:
    if group.unpriced == len(group.partners):
        return _("not said")
    price = money(group.known_price, "GBP")
    return _("%(price)s or more") % {"price": price} if group.unpriced else price


def _ties(group: Partnership, built: Built) -> Iterator[str]:
    for pair in group.tied_pairs:
        names = sorted(built.providers[key].name for key in pair)
        for tie in built.ties[pair]:
            yield _("%(names)s: both were funded by %(funder)s, %(programme)s") % {
                "names": _joined(names),
                "funder": tie.funder,
                "programme": tie.programme,
            }


def _joined(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
