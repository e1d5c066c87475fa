"""A file and what its sender knows about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.imports.models import SavedMapping
from counterpoint.apps.imports.models.mappings import KINDS

MEGABYTE = 1_000_000
AUTO = "auto"
# Wishes as `actions.running.start` knows them.
WISHES = ("kind", "publisher", "licence", "source", "url", "mapping")


class NewImport(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        max_length=255,
        error_messages={"required": gettext_lazy("Choose a file.")},
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What the rows are"),
        choices=[(AUTO, gettext_lazy("Find out from the file")), *KINDS],
        initial=AUTO,
        widget=forms.RadioSelect,
    )
    is_trial = forms.BooleanField(
        label=gettext_lazy("Only try it"),
        help_text=gettext_lazy(
            "The whole file is read and you get the whole report, and nothing is stored."
        ),
        required=False,
    )
    publisher = forms.CharField(
        label=gettext_lazy("Who publishes it"), max_length=200, required=False
    )
    licence = forms.CharField(
        label=gettext_lazy("Under which licence"),
        help_text=gettext_lazy("For instance: Open Government Licence v3.0."),
        max_length=200,
        required=False,
    )
    source = forms.CharField(
        label=gettext_lazy("Name of the list"),
        help_text=gettext_lazy(
            "The same for every edition of it: a newer file then corrects the older one."
        ),
        max_length=200,
        required=False,
    )
    url = forms.URLField(
        label=gettext_lazy("Where it is published"),
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    mapping = forms.ChoiceField(
        label=gettext_lazy("Which column is what"),
        help_text=gettext_lazy("Only for lists that are not recognised by themselves."),
        required=False,
    )
    # A file that was sent with the page before, and what it was called.
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    file_name = forms.CharField(required=False, widget=forms.HiddenInput, max_length=255)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = not self.data.get("ticket")
        saved = [(name, name) for name in SavedMapping.objects.values_list("name", flat=True)]
        if saved:
            choices = [("", _("As the headings say")), *saved]
            self.fields["mapping"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["mapping"]
        self.fields["file"].help_text = _(
            "CSV, Excel, OpenDocument or JSON, up to {size} MB, as it was published: "
            "leave titles, empty rows and odd columns as they are."
        ).format(size=settings.LARGEST_UPLOAD_BYTES // MEGABYTE)

    def clean_file(self) -> UploadedFile[Any] | None:
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > settings.LARGEST_UPLOAD_BYTES:
            raise ValidationError(
                _(
                    "This file has {size} MB; at most {most} MB can be sent here. Split it, or "
                    "have it imported on the server with “counterpoint import”."
                ).format(
                    size=-(-(file.size or 0) // MEGABYTE),
                    most=settings.LARGEST_UPLOAD_BYTES // MEGABYTE,
                )
            )
        return file

    @property
    def says_whose(self) -> bool:
        return any(self[name].value() for name in ("publisher", "licence", "source", "url"))

    @property
    def wishes(self) -> dict[str, str]:
        """What was left open is no wish: the same file without it is the same import."""
        said = self.cleaned_data
        return {name: said[name] for name in WISHES if said.get(name) not in (None, "", AUTO)}
