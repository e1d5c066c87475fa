"""Which column is which field."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.imports.models import SavedMapping
from counterpoint.domain.interchange.fields import FIELDS
from counterpoint.domain.interchange.mapping import mapping_by_headings
from counterpoint.domain.interchange.records import RecordKind

PREFIX = "column-"


class Columns(forms.Form):
    """`headings` goes from the key of each column to its heading as the file writes it."""

    def __init__(
        self,
        *args: Any,
        kind: RecordKind,
        headings: Mapping[str, str],
        chosen: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        known = mapping_by_headings(list(headings), kind) if chosen is None else chosen
        choices = [("", _("Not in this file")), *headings.items()]
        for field in FIELDS[kind]:
            self.fields[f"{PREFIX}{field.code}"] = forms.ChoiceField(
                label=_(field.label),
                choices=choices,
                initial=known.get(field.code, ""),
                required=field.is_required,
                error_messages={
                    "required": _("A row cannot be used without it: choose its column.")
                },
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        taken: set[str] = set()
        for name, key in list(self.columns.items()):
            if key in taken:
                told = _("This column was chosen for another field above.")
                self.add_error(f"{PREFIX}{name}", told)
            taken.add(key)
        return said

    @property
    def columns(self) -> dict[str, str]:
        """From fields to the keys of columns, without the fields that have none."""
        return {
            name.removeprefix(PREFIX): key
            for name, key in self.cleaned_data.items()
            if name.startswith(PREFIX) and key
        }


class NamedColumns(Columns):
    """The same with a name to save it under."""

    name = forms.CharField(
        label=gettext_lazy("Save it under the name"),
        help_text=gettext_lazy(
            "Files with the same headings are then read this way by themselves."
        ),
        max_length=120,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([*(name for name in self.fields if name != "name"), "name"])

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if SavedMapping.objects.filter(name=name).exists():
            raise ValidationError(
                _("There is one of this name. Choose another name, or change that one.")
            )
        return name


def likely_kind(keys: Sequence[str]) -> RecordKind:
    """The kind of which most fields are found in the headings."""
    return max(FIELDS, key=lambda kind: len(mapping_by_headings(keys, kind)))
