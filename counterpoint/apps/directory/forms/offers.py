"""An offer in steps; each can be saved half done."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.forms.fields import PlaceList, UkPostcode, WebAddress
from counterpoint.apps.directory.forms.records import (
    LONGEST_STATEMENT,
    LONGEST_WORDS,
    ModelForm,
    PlacedForm,
    RecordForm,
)
from counterpoint.apps.directory.models import Media, Offer, Organisation, Venue


class Words(RecordForm):
    class Meta:
        model = Offer
        fields = ("title", "description")
        help_texts = {
            "title": _("One line, as you would put it on a poster."),
            "description": _(
                "What happens, with whom, how often, and what people take away from it. Write "
                "as you speak: the words of commissioners are proposed in a later step."
            ),
        }

    required = ("title",)
    needed_later = ("description",)
    description = forms.CharField(
        label=Offer._meta.get_field("description").verbose_name,
        help_text=Meta.help_texts["description"],
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class Reach(PlacedForm):
    """Where it happens and how far it goes."""

    class Meta:
        model = Offer
        fields = ("place_words", "travel_km", "is_online")
        help_texts = {
            "place_words": _("A town, district, county or postcode."),
            "travel_km": _("Leave it empty if people come to you."),
        }

    areas = PlaceList(
        label=_("Areas you work in"),
        help_text=_("Districts, counties, regions or health boards, one a line."),
        required=False,
    )
    venues = forms.ModelMultipleChoiceField(
        label=_("Venues"),
        queryset=Venue.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data: Any = None, *, record: Offer, **more: Any) -> None:
        chosen = {
            "areas": list(record.service_areas.all()),
            "venues": [venue.pk for venue in record.venues.all()],
        }
        super().__init__(data, record=record, **chosen, **more)
        known = Venue.objects.filter(organisation=record.organisation)
        if known.exists():
            self.fields["venues"].queryset = known  # type: ignore[attr-defined]
        else:
            del self.fields["venues"]


class Size(RecordForm):
    """How many, and for how much."""

    class Meta:
        model = Offer
        fields = (
            "capacity_people",
            "capacity_note",
            "price_amount",
            "price_unit",
            "price_note",
        )
        labels = {
            "capacity_note": _("more about group size"),
            "price_unit": _("the price is for"),
            "price_note": _("more about the price"),
        }
        help_texts = {
            "capacity_note": _("For instance: small groups of six on wards."),
            "price_amount": _(
                "In pounds. A guide price is enough; leave it empty if it depends."
            ),
            "price_note": _("For instance: includes materials, travel on top."),
        }


class Assurance(RecordForm):
    """What a commissioner has to know before asking anybody in."""

    class Meta:
        model = Offer
        fields = ("safeguarding_statement", "insurance_statement", "accessibility_statement")

    safeguarding_statement = forms.CharField(
        label=Offer._meta.get_field("safeguarding_statement").verbose_name,
        help_text=_(
            "Policy, named lead, DBS checks, training. Without it, matches carry a flag."
        ),
        max_length=LONGEST_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    insurance_statement = forms.CharField(
        label=Offer._meta.get_field("insurance_statement").verbose_name,
        help_text=_("Public liability and, if you have it, professional indemnity: how much?"),
        max_length=LONGEST_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    accessibility_statement = forms.CharField(
        label=Offer._meta.get_field("accessibility_statement").verbose_name,
        help_text=_("Steps, lifts, hearing loop, interpreters, quiet space, large print ..."),
        max_length=LONGEST_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class NewMedia(ModelForm):
    class Meta:
        model = Media
        fields = ("title", "url", "description", "credit")
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}

    url = WebAddress(
        label=_("Address"),
        help_text=_("Where it can be seen or heard. Nothing is copied from there."),
    )


class NewVenue(ModelForm):
    class Meta:
        model = Venue
        fields = ("name", "address", "postcode", "accessibility")
        widgets = {"accessibility": forms.Textarea(attrs={"rows": 3})}

    postcode = UkPostcode(label=_("Postcode"), required=False)


class For(forms.Form):
    """Which of the writer's organisations it is for."""

    organisation = forms.ModelChoiceField(
        label=_("For which organisation"),
        queryset=Organisation.objects.none(),
        to_field_name="slug",
        empty_label=None,
    )

    def __init__(self, data: Any = None, *, organisations: Any, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
