"""The readiness check as a page and as a table."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.community.forms import ANSWER
from counterpoint.apps.publications.models import Guide
from counterpoint.domain.readiness.checks import Item, Result, Standing
from counterpoint.web.components import Link


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Question:
    """An item with its three answers."""

    item: Item
    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Gap:
    item: Item
    is_begun: bool
    guides: tuple[Link, ...]


def questions(asked: Sequence[Item], standing: Mapping[str, Standing]) -> list[Question]:
    labels = {
        Standing.YES: _("In place"),
        Standing.PARTLY: _("Begun"),
        Standing.NO: _("Not yet"),
    }
    return [
        Question(
            item,
            f"{ANSWER}{item.code}",
            tuple(
                Choice(one.value, label, standing.get(item.code) is one)
                for one, label in labels.items()
            ),
        )
        for item in asked
    ]


def gaps(found: Result, guides: Iterable[Guide]) -> list[Gap]:
    held = {guide.slug: Link(guide.title, guide.get_absolute_url()) for guide in guides}
    return [
        Gap(
            item,
            item in found.begun,
            tuple(held[slug] for slug in item.guides if slug in held),
        )
        for item in found.gaps
    ]


def summary(found: Result) -> str:
    count = len(found.in_place)
    asked = count + len(found.gaps) + len(found.unanswered)
    words = ngettext(
        "%(count)s of %(asked)s thing that is likely to be asked for is in place.",
        "%(count)s of %(asked)s things that are likely to be asked for are in place.",
        asked,
    )
    return words % {"count": count, "asked": asked}


def as_csv(questions: Iterable[Question], guides: Mapping[str, Guide]) -> str:
    """One row an item, for a spreadsheet; the byte-order mark tells Excel that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["what", "how far", "why", "enough for a small contract", "first step", "read"]
    )
    for one in questions:
        chosen = next((choice.label for choice in one.choices if choice.is_chosen), "")
        item = one.item
        read = [
            f"{settings.ADDRESS}{guides[slug].get_absolute_url()}"
            for slug in item.guides
            if slug in guides
        ]
        writer.writerow([item.title, chosen, item.why, item.enough, item.step, " ".join(read)])
    return "\ufeff" + out.getvalue()
