"""What somebody wants to be told, as a form."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.forms.fields import PlaceList
from counterpoint.apps.history.news import news_kinds
from counterpoint.apps.places.models import Place
from counterpoint.apps.updates.models import FREQUENCIES, Choice, Subscriber
from counterpoint.apps.vocabulary.models import Concept

What = Choice.What
KINDS_OF_TERMS = {
    "outcomes": (Concept.Kind.OUTCOME, _("Outcomes")),
    "populations": (Concept.Kind.POPULATION, _("For whom")),
    "art_forms": (Concept.Kind.ART_FORM, _("Art forms and ways of working")),
}


class Preferences(forms.Form):
    kinds = forms.MultipleChoiceField(
        label=_("What kinds of news"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = forms.CharField(
        label=_("What you do or look for, in your own words"),
        help_text=_("News that means the same comes too, even if it uses none of your words."),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    places = PlaceList(
        label=_("Where"),
        help_text=_("Towns, districts, counties or health boards, one a line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    outcomes = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    populations = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple
    )
    art_forms = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    frequency = forms.ChoiceField(
        label=_("How often"), choices=FREQUENCIES, initial="weekly", widget=forms.RadioSelect
    )
    language = forms.ChoiceField(label=_("Language of the mails"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, chosen: Iterable[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kinds"].choices = [  # type: ignore[attr-defined]
            (code, kind.label) for code, kind in news_kinds().items()
        ]
        terms = list(_offered(set(chosen)))
        for name, (kind, label) in KINDS_OF_TERMS.items():
            self.fields[name].label = label
            self.fields[name].choices = [  # type: ignore[attr-defined]
                (code, words) for code, words, of in terms if of == kind
            ]
        for name in [name for name in KINDS_OF_TERMS if not self.fields[name].choices]:  # type: ignore[attr-defined]
            del self.fields[name]

    @property
    def term_fields(self) -> list[tuple[str, forms.BoundField]]:
        return [(name, self[name]) for name in KINDS_OF_TERMS if name in self.fields]

    @property
    def choices(self) -> list[tuple[str, str]]:
        held = self.cleaned_data
        kinds = [(What.KIND.value, code) for code in held["kinds"]]
        places = [(What.PLACE.value, place.code) for place in held["places"]]
        terms = [
            (What.CONCEPT.value, code)
            for name in KINDS_OF_TERMS
            for code in held.get(name, ())
        ]
        return [*kinds, *places, *terms]


class SignUp(Preferences):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    page = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
    field_order = ["email", "frequency", "kinds", "words", "places"]

    def __init__(self, data: Any = None, **more: Any) -> None:
        if data is not None:
            # The small form on other pages asks for the address alone.
            data = data.copy()
            data.setdefault("frequency", "weekly")
            data.setdefault("language", settings.LANGUAGE_CODE)
        super().__init__(data, **more)
        self.order_fields(self.field_order)


class Address(forms.Form):
    email = forms.EmailField(
        label=_("The address you subscribed with"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class FollowAs(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    frequency = forms.ChoiceField(
        label=_("How often"), choices=FREQUENCIES, initial="daily", widget=forms.RadioSelect
    )


def initial_of(subscriber: Subscriber) -> dict[str, Any]:
    codes: dict[str, list[str]] = {what: [] for what in What.values}
    for choice in subscriber.choices.all():
        codes[choice.what].append(choice.code)
    return {
        "kinds": codes[What.KIND],
        "places": list(Place.objects.filter(code__in=codes[What.PLACE]).order_by("name")),
        **_by_field(codes[What.CONCEPT]),
        "words": subscriber.words,
        "frequency": subscriber.frequency,
        "language": subscriber.language,
    }


def _by_field(codes: Iterable[str]) -> dict[str, list[str]]:
    """A term of another kind than are offered, followed on its page, stands with the art forms."""
    fields = {str(kind): name for name, (kind, _label) in KINDS_OF_TERMS.items()}
    found: dict[str, list[str]] = {name: [] for name in KINDS_OF_TERMS}
    for code, kind in Concept.objects.filter(code__in=codes).values_list("code", "kind"):
        found[fields.get(kind, "art_forms")].append(code)
    return found


def _offered(chosen: set[str]) -> Iterator[tuple[str, str, str]]:
    """The widest terms, which include those beneath them, and whatever was chosen elsewhere."""
    kinds = [kind for kind, _label in KINDS_OF_TERMS.values()]
    in_force = Concept.objects.filter(retired_at=None)
    for concept in in_force.order_by("name").select_related("broader"):
        if concept.code in chosen or (concept.kind in kinds and concept.broader is None):
            kind = concept.kind if concept.kind in kinds else Concept.Kind.ART_FORM
            yield concept.code, concept.name, kind
