"""An organisation, or a freelancer, in steps."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.forms.fields import RegisterNumber, UkPostcode, WebAddress
from counterpoint.apps.directory.forms.records import LONGEST_WORDS, PlacedForm, RecordForm
from counterpoint.apps.directory.models import Organisation, OrganisationRole
from counterpoint.apps.directory.queries.placing import placed
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.interchange.records import Identifier
from counterpoint.domain.interchange.values.identifiers import (
    read_charity_number,
    read_company_number,
)

CHARITY_LISTS = ("GB-CHC", "GB-SC", "GB-NIC")
COMPANIES = "GB-COH"


class About(RecordForm):
    """Who they are, in their own words."""

    class Meta:
        model = Organisation
        fields = ("name", "is_one_person", "description", "community_practice")
        help_texts = {
            "name": _("As people know you. A freelancer chooses: own name or a working name."),
        }

    required = ("name",)
    needed_later = ("description",)
    roles = forms.MultipleChoiceField(
        label=_("What kind of organisation"),
        help_text=_("All that fit. Freelancers need not choose."),
        choices=OrganisationRole.Role.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_one_person = forms.BooleanField(
        label=_("I work on my own"),
        help_text=_(
            "No company number and no address needed; your page shows what you fill in."
        ),
        required=False,
    )
    description = forms.CharField(
        label=Organisation._meta.get_field("description").verbose_name,
        help_text=_(
            "Your own words stay as they are; commissioners' terms are proposed beside."
        ),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    community_practice = forms.CharField(
        label=Organisation._meta.get_field("community_practice").verbose_name,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field_order = ("seen_at", "name", "is_one_person", "roles", "description")

    def __init__(self, data: Any = None, *, record: Organisation | None = None, **more: Any):
        roles = list(record.roles.values_list("role", flat=True)) if record else []
        super().__init__(data, record=record, **{"roles": roles, **more})
        self.fields["roles"].is_needed_later = True  # type: ignore[attr-defined]
        if record is not None and record.is_public:
            self.fields["keeps_former_name"] = forms.BooleanField(
                label=_("If the name changes, keep the old one as a former name"),
                initial=True,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("roles") and not cleaned.get("is_one_person"):
            self.add_error(
                "roles", _("Choose at least one kind, or say that you work on your own.")
            )
        return cleaned

    @property
    def keeps_former_name(self) -> bool:
        return bool(self.cleaned_data.get("keeps_former_name", True))


class Contact(PlacedForm):
    """Where they are and how to reach them; everything is optional."""

    class Meta:
        model = Organisation
        fields = (
            "place_words",
            "address",
            "postcode",
            "website",
            "email",
            "phone",
            "legal_form",
            "opened_on",
        )
        labels = {"legal_form": _("Legal form"), "opened_on": _("Founded on")}
        help_texts = {
            "place_words": _("A town, district or county."),
            "email": _(
                "Shown on your page. Leave it empty to be reached by the website alone."
            ),
        }
        widgets = {"opened_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    website = WebAddress(label=_("Website"), required=False)
    postcode = UkPostcode(label=_("Postcode"), required=False)
    charity_number = RegisterNumber(
        label=_("Charity number"),
        reads=read_charity_number,
        help_text=_("England and Wales, Scotland (SC ...) or Northern Ireland (NIC ...)."),
    )
    company_number = RegisterNumber(label=_("Company number"), reads=read_company_number)

    # A person's home is nobody's business, and a person is in no register of companies.
    NOT_FOR_ONE_PERSON = (
        "address",
        "postcode",
        "legal_form",
        "charity_number",
        "company_number",
    )

    def __init__(self, data: Any = None, *, record: Organisation, **more: Any) -> None:
        self.numbers = dict(record.identifiers.values_list("scheme", "value"))
        held = {
            "charity_number": next(
                (self.numbers[one] for one in CHARITY_LISTS if one in self.numbers), ""
            ),
            "company_number": self.numbers.get(COMPANIES, ""),
        }
        super().__init__(data, record=record, **held, **more)
        if record.is_one_person:
            for name in self.NOT_FOR_ONE_PERSON:
                del self.fields[name]
            return
        forms_of_law = Concept.objects.filter(kind=Concept.Kind.LEGAL_FORM, retired_at=None)
        self.fields["legal_form"].queryset = forms_of_law  # type: ignore[attr-defined]

    def details(self) -> dict[str, Any]:
        said = super().details()
        if said.get("postcode") and "postcode" in self.changed_data:
            point = placed(said["postcode"]).point
            if point is not None:
                said |= {"latitude": point.latitude, "longitude": point.longitude}
        return said

    def identifiers(self) -> list[Identifier]:
        """An empty field takes away a number that was there."""
        if "charity_number" not in self.fields:
            return []
        charity = self.cleaned_data["charity_number"]
        company = self.cleaned_data["company_number"] or Identifier(COMPANIES, "")
        gone = [
            Identifier(scheme, "")
            for scheme in CHARITY_LISTS
            if scheme in self.numbers and (charity is None or charity.scheme != scheme)
        ]
        return [*gone, *([charity] if charity else []), company]
