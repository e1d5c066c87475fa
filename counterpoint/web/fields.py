"""A form field taken apart for the page: label, hint, errors, control and counter.

Identifiers follow Django's own for hints and errors (`<id>_helptext`, `<id>_error`), so that its
`aria-describedby` points at the right places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BoundField, CheckboxInput, Textarea
from django.utils.safestring import SafeString

from counterpoint.web.components import Link


@dataclass(frozen=True)
class FieldParts:
    bound: BoundField
    label: str = ""
    hint: str = ""

    @property
    def words(self) -> str:
        return self.label or str(self.bound.label)

    @property
    def hint_words(self) -> str:
        return self.hint or str(self.bound.help_text or "")

    @property
    def errors(self) -> list[str]:
        return [str(error) for error in self.bound.errors]

    @property
    def id(self) -> str:
        return str(self.bound.auto_id)

    @property
    def is_group(self) -> bool:
        return bool(self.bound.use_fieldset)

    @property
    def is_tick_box(self) -> bool:
        return isinstance(self.bound.field.widget, CheckboxInput)

    @property
    def is_optional(self) -> bool:
        """A draft may leave out what its publication will need; that is not called optional."""
        is_needed_later = getattr(self.bound.field, "is_needed_later", False)
        return not (self.bound.field.required or is_needed_later or self.is_tick_box)

    @property
    def longest(self) -> int | None:
        """The most characters a long text may have; short ones need no counter."""
        longest = getattr(self.bound.field, "max_length", None)
        return longest if isinstance(self.bound.field.widget, Textarea) else None

    @property
    def described_by(self) -> str:
        parts = (
            ("helptext", self.hint_words),
            ("count", self.longest),
            ("error", self.errors),
        )
        return " ".join(f"{self.id}_{name}" for name, is_there in parts if is_there)

    @property
    def control(self) -> SafeString:
        attrs: dict[str, Any] = {}
        if self.described_by and not self.is_group:
            attrs["aria-describedby"] = self.described_by
        if self.longest:
            # A browser cuts a long paste off without a word; the counter and the server say it.
            attrs["maxlength"] = False
        return self.bound.as_widget(attrs=attrs)


def summarised_errors(form: BaseForm) -> Iterator[Link]:
    """Each error of a form as a link to the control it is about."""
    for error in form.non_field_errors():
        yield Link(str(error), "")
    for bound in form:
        for error in bound.errors:
            yield Link(
                f"{str(bound.label).rstrip(':?')}: {error}", f"#{_first_control(bound)}"
            )


def _first_control(bound: BoundField) -> str:
    return str(
        bound.id_for_label or (f"{bound.auto_id}_0" if bound.use_fieldset else bound.auto_id)
    )
