"""Two records side by side, and what speaks for and against their being one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.presenters.cards import role_names
from counterpoint.apps.imports.models import DoubtfulMatch

# By the codes of domain.interchange.likeness.
EVIDENCE: dict[str, str | Promise] = {
    "same-number": gettext_lazy("They share a register number."),
    "different-numbers": gettext_lazy("They have different numbers in one register."),
    "same-name": gettext_lazy("The names are the same."),
    "same-common-name": gettext_lazy(
        "The names are the same, but the name is an everyday word that several may have chosen."
    ),
    "like-name": gettext_lazy("The names are spelt almost alike."),
    "longer-name": gettext_lazy("One name is the beginning of the other."),
    "other-name": gettext_lazy("One is known under this name beside its own."),
    "same-postcode": gettext_lazy("They have the same postcode."),
    "same-district": gettext_lazy("They are in the same district."),
    "different-district": gettext_lazy("They are in different districts."),
    "no-places": gettext_lazy("Of neither it is known where it is."),
    "place-unknown": gettext_lazy("Of one of them it is not known where it is."),
}


@dataclass(frozen=True)
class Row:
    label: str
    here: str
    new: str

    @property
    def is_same(self) -> bool:
        return bool(self.here) and self.here == self.new


@dataclass(frozen=True)
class Doubt:
    pk: int
    score: float
    file_name: str
    here: Organisation
    new: Organisation
    why: tuple[str, ...]
    rows: tuple[Row, ...]
    form: Any


def doubt_shown(doubt: DoubtfulMatch, form: Any) -> Doubt:
    return Doubt(
        pk=doubt.pk,
        score=doubt.score,
        file_name=doubt.run.file_name,
        here=doubt.candidate,
        new=doubt.newcomer,
        why=tuple(str(EVIDENCE[code]) for code in doubt.evidence if code in EVIDENCE),
        rows=tuple(_compared(doubt.candidate, doubt.newcomer)),
        form=form,
    )


def _compared(here: Organisation, new: Organisation) -> Iterator[Row]:
    """What neither says is left out."""
    left, right = _said(here), _said(new)
    for label, value in left.items():
        if value or right[label]:
            yield Row(label, value, right[label])


def _said(one: Organisation) -> dict[str, str]:
    return {
        _("Other names"): ", ".join(other.name for other in one.other_names.all()),
        _("Kind"): ", ".join(role_names(sorted(held.role for held in one.roles.all()))),
        _("Register numbers"): ", ".join(str(number) for number in one.identifiers.all()),
        _("Place"): str(one.place or one.place_words),
        _("Address"): ", ".join(part for part in (one.address, one.postcode) if part),
        _("Website"): one.website,
        _("About"): one.description[:200],
        _("Awards received"): str(one.award_count or ""),  # type: ignore[attr-defined]  # annotated
    }
