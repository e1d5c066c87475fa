"""What the forms of organisations, offers and needs have in common."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models.publishing import Published
from counterpoint.apps.directory.queries.placing import (
    NOWHERE,
    Placed,
    choice_words,
    placed,
)

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:  # generic only for the type checker
    ModelForm = forms.ModelForm

LONGEST_WORDS = 5_000
LONGEST_STATEMENT = 2_000


class RecordForm(ModelForm):
    """Some fields of a record. It saves nothing, and a draft may leave any of them empty.

    It is never given the record itself: what was typed must not mix with what is stored, so that
    both can be shown side by side when somebody else has saved meanwhile.
    """

    seen_at = forms.CharField(widget=forms.HiddenInput, required=False)
    # Which of them this form cannot do without, and which it can only until it is published.
    required: tuple[str, ...] = ()
    needed_later: tuple[str, ...] = ()

    def __init__(
        self, data: Any = None, *, record: Published | None = None, **initial: Any
    ) -> None:
        if record is not None:
            initial = {**self.said_by(record), **initial}
            initial["seen_at"] = record.updated_at.isoformat()
        super().__init__(data, initial=initial)
        for name in self._meta.fields or ():
            self.fields[name].required = name in self.required
            # Read by the page kit, which would call the field optional.
            self.fields[name].is_needed_later = name in self.needed_later  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.label = capfirst(field.label) if field.label else field.label

    @classmethod
    def said_by(cls, record: Published) -> dict[str, Any]:
        return {name: getattr(record, name) for name in cls._meta.fields or ()}

    @property
    def version_seen(self) -> datetime | None:
        return parse_datetime(self.cleaned_data.get("seen_at") or "")

    def details(self) -> dict[str, Any]:
        """The fields of the record as this form says them; one that was not asked for stays."""
        names = self._meta.fields or ()
        return {name: self.cleaned_data[name] for name in names if name in self.fields}


class PlacedForm(RecordForm):
    """A form with the words for a place, which are kept as typed and looked up beside."""

    place_choice = forms.ChoiceField(
        label=_("Which one do you mean?"), widget=forms.RadioSelect, required=False
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.placed = self._placed()
        if self.placed is not None and self.placed.is_ambiguous:
            self.fields["place_choice"].choices = [  # type: ignore[attr-defined]
                (choice.code, choice_words(choice)) for choice in self.placed.choices
            ]
        else:
            del self.fields["place_choice"]

    @classmethod
    def said_by(cls, record: Any) -> dict[str, Any]:
        """A place that came from a file has a name, if no words of its own."""
        words = record.place_words or (record.place.name if record.place else "")
        return {**super().said_by(record), "place_words": words}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.placed is not None and self.placed.is_ambiguous:
            self.add_error("place_words", self.placed.says)
        return cleaned

    def details(self) -> dict[str, Any]:
        said = super().details()
        if self.placed is None:
            # Nothing new was said about where, so what was found before still holds.
            del said["place_words"]
            return said
        point = self.placed.point
        return {
            **said,
            "place": self.placed.place,
            "latitude": point.latitude if point else None,
            "longitude": point.longitude if point else None,
        }

    def _placed(self) -> Placed | None:
        if not self.is_bound:
            return None
        words = self.data.get("place_words", "").strip()
        if words == str(self.initial.get("place_words", "")).strip():
            return None
        return placed(words, self.data.get("place_choice", "")) if words else NOWHERE
