"""A need in steps; each can be saved half done."""

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.forms.records import LONGEST_WORDS, PlacedForm, RecordForm
from counterpoint.apps.directory.models import Need


class Words(RecordForm):
    class Meta:
        model = Need
        fields = ("title", "statement")
        help_texts = {
            "title": _("For instance: fewer lonely people over 65 in Thanet."),
            "statement": _(
                "What should change, for whom, and what you know already. Write it as you would "
                "say it to a colleague: outcomes, groups and setting are proposed from it."
            ),
        }

    required = ("title",)
    needed_later = ("statement",)
    statement = forms.CharField(
        label=Need._meta.get_field("statement").verbose_name,
        help_text=Meta.help_texts["statement"],
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class Particulars(PlacedForm):
    class Meta:
        model = Need
        fields = ("place_words", "people", "budget_amount", "wanted_by")
        help_texts = {
            "place_words": _("A town, district, county, region or health board."),
            "people": _("Roughly, over the whole of it."),
            "budget_amount": _("In pounds. It helps those who could not do it for that sum."),
            "wanted_by": _("When it should have begun."),
        }
        widgets = {"wanted_by": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
