"""Forms for a programme and for each thing that is known of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.forms.fields import AnOrganisation, WebAddress
from counterpoint.apps.directory.queries.placing import placed
from counterpoint.apps.programmes import words
from counterpoint.apps.programmes.actions.parts import NEED_A_SOURCE, PARTS
from counterpoint.apps.programmes.models import Programme
from counterpoint.domain.programmes.when import read_when
from counterpoint.domain.refusals import Invalid

MOST_LINES = 40
SOURCE = _("Where one can read it")


class PartialDate(forms.CharField):
    def __init__(self, **more: Any) -> None:
        help_text = _("2015, 2015-09 or 2015-09-04: as much as is known.")
        super().__init__(
            **{"max_length": 10, "required": False, "help_text": help_text, **more}
        )

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        try:
            return str(read_when(text)) if text else ""
        except Invalid as refused:
            raise forms.ValidationError(str(refused)) from None


class Lines(forms.CharField):
    """Names, one a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_LINES or any(len(line) > 120 for line in lines):
            raise forms.ValidationError(_("At most 40 lines of 120 letters each."))
        return lines


class ProgrammeForm(forms.ModelForm[Programme]):
    place_words = forms.CharField(label=_("Where"), max_length=200, required=False)
    starts = PartialDate(label=_("Begins"))
    ends = PartialDate(label=_("Ends"))
    source_url = WebAddress(label=SOURCE, required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Programme
        fields = ["name", "place_words", "starts", "ends", "aims", "method", "source_url"]

    def clean_place_words(self) -> str:
        text: str = self.cleaned_data["place_words"]
        where = placed(text) if text else None
        self.cleaned_data["place"] = where.place if where else None
        if where and where.place is None:
            raise forms.ValidationError(where.says or _("No place has that name."))
        return text

    def details(self) -> dict[str, Any]:
        names = ("name", "starts", "ends", "aims", "method", "source_url", "place")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class NewProgramme(ProgrammeForm):
    """The template: all of a programme in one sitting; each part can be written out later."""

    lead = AnOrganisation(
        label=_("Lead organisation"),
        help_text=_(
            "Its name here, or the address of its page. Its editors write the programme."
        ),
        max_length=500,
    )
    strands = Lines(label=_("Strands, one a line"), required=False)
    pilots = Lines(label=_("Commissioner pilots, one a line"), required=False)
    localities = Lines(label=_("Locality projects, one a line"), required=False)
    field_order = ["name", "lead", "starts", "ends", "aims", "strands", "pilots", "localities"]

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["strands"].initial = "\n".join(map(str, words.STRANDS))


DATES = {"on": _("When"), "since": _("Since"), "until": _("Until"), "said_on": _("When said")}


def part_form(what: str) -> type[forms.ModelForm[Any]]:
    """Every field of the record but the ones that the page itself knows."""
    model = PARTS[what]
    skipped = {"id", "programme", "organisation"}
    names = [one.name for one in model._meta.fields if one.name not in skipped]
    names.sort(key=lambda name: name == "source_url")
    # Only the years, months and days that this record has.
    fields: dict[str, Any] = {
        name: PartialDate(label=DATES[name]) for name in names if name in DATES
    }
    fields["source_url"] = WebAddress(label=SOURCE, required=what in NEED_A_SOURCE)
    base = type("PartForm", (forms.ModelForm,), fields)
    made: type[forms.ModelForm[Any]] = forms.modelform_factory(model, form=base, fields=names)
    return made
