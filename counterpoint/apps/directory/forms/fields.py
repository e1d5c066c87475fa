"""Fields that resolve words to records of ours."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.queries.naming import organisations_called
from counterpoint.apps.directory.queries.placing import Placed, choice_words, placed
from counterpoint.apps.places.models import Place
from counterpoint.domain.interchange.findings import ValueRefused
from counterpoint.domain.interchange.records import Identifier
from counterpoint.domain.interchange.values.postcodes import read_postcode


class PlaceList(forms.CharField):
    """Places, one a line, as people write them."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return "\n".join(_told_apart(value))

    def clean(self, value: Any) -> list[Place]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        found: dict[int, Place] = {}
        unknown: list[str] = []
        for line in lines:
            where = placed(line)
            if where.place is None:
                unknown.append(_question(where))
            else:
                found[where.place.pk] = where.place
        if unknown:
            raise forms.ValidationError(unknown)
        return list(found.values())


def _question(where: Placed) -> str:
    """Names with what holds them can be typed as they stand, and lead to one place."""
    names = "; ".join(choice_words(choice) for choice in where.choices)
    return f"{where.says} {names}".strip()


def _told_apart(places: Iterable[Place]) -> list[str]:
    """Names, or the code of a place whose name alone would lead to another one."""
    return [
        place.name if placed(place.name).place == place else place.code for place in places
    ]


class WebAddress(forms.URLField):
    def __init__(self, **more: Any) -> None:
        super().__init__(assume_scheme="https", max_length=500, **more)


class RegisterNumber(forms.CharField):
    """A number in a register, read as the register writes it."""

    def __init__(self, *, reads: Callable[[object], Identifier | None], **more: Any) -> None:
        super().__init__(required=False, max_length=40, **more)
        self.reads = reads

    def clean(self, value: Any) -> Identifier | None:
        number: Identifier | None = _read(self.reads, super().clean(value))
        return number


class UkPostcode(forms.CharField):
    def clean(self, value: Any) -> str:
        return str(_read(read_postcode, super().clean(value)))


class AnOrganisation(forms.CharField):
    """By the address of its page, or by its name when only one has it."""

    def clean(self, value: Any) -> Organisation | None:
        words = super().clean(value).strip()
        if not words:
            return None
        found = organisations_called(words)
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("No organisation here has that name or address."))
        addresses = ", ".join(one.get_absolute_url() for one in found)
        raise forms.ValidationError(
            _("Several have that name. Give the address of one: {addresses}").format(
                addresses=addresses
            )
        )


def _read(reads: Callable[[object], Any], value: str) -> Any:
    try:
        return reads(value)
    except ValueRefused as refused:
        words = {"value": refused.value, "column": "", **refused.more}
        fault = refused.fault
        raise forms.ValidationError(
            [_(fault.reason).format_map(words), _(fault.advice).format_map(words)]
        ) from None
