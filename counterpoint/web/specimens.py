"""What the style guide shows. Every organisation here is invented and says so in its name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator

from counterpoint.web.components import (
    Card,
    Chip,
    Facet,
    Fact,
    Flag,
    HistoryLine,
    Link,
    Option,
    ReasonLine,
    Step,
    Tag,
)


class SpecimenForm(forms.Form):
    title = forms.CharField(
        label="What do you offer?",
        max_length=120,
        help_text="In the words that you would use.",
    )
    description = forms.CharField(
        label="What happens, and for whom?",
        widget=forms.Textarea,
        max_length=600,
        required=False,
    )
    email = forms.EmailField(label="E-mail address")
    starts_on = forms.DateField(
        label="First day", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    tier = forms.ChoiceField(
        label="Who is it for?",
        choices=[
            ("universal", "Everybody"),
            ("targeted", "People more at risk"),
            ("specialist", "People in treatment or care"),
        ],
        widget=forms.RadioSelect,
    )
    settings = forms.MultipleChoiceField(
        label="Where can it happen?",
        required=False,
        choices=[
            ("library", "Library"),
            ("care-home", "Care home"),
            ("ward", "Hospital ward"),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    area = forms.ChoiceField(
        label="District", choices=[("", "Choose a district"), ("a", "Example District")]
    )
    has_insurance = forms.BooleanField(
        label="We hold public liability insurance",
        required=False,
        help_text="For at least £5m.",
    )
    programme = forms.FileField(
        label="Programme", required=False, help_text="PDF, 10 MB at most."
    )


REASONS = (
    ReasonLine(
        criterion="Outcome",
        share=0.42,
        needed="reduce loneliness",
        offered="make friends over tea",
        bridge="Both are ways of saying: less loneliness.",
        source=Link("Where the words come from", "#reasons"),
    ),
    ReasonLine(
        criterion="People",
        share=0.23,
        needed="over-65s living alone",
        offered="older people",
        bridge="Older people living alone are part of older people.",
    ),
    ReasonLine(
        criterion="Place", share=0.12, needed="Example District", offered="within 12 km"
    ),
)

OFFER = Card(
    title="Tea dance with a live band",
    url="#cards",
    kind="Offer",
    voice="warm",
    summary="A weekly afternoon of dancing, seated and standing, with tea and time to talk.",
    facts=("Example Dance Collective", "Example District", "£180 a session"),
    tags=(
        Tag("less loneliness", "#chips", "cool"),
        Tag("dance", "#chips", "warm"),
        Tag("library"),
    ),
    flags=(Flag("Safeguarding policy not stated", "warning", "Ask before you agree."),),
    strength=0.77,
    reasons=REASONS,
    source=Link("From a file of 3 March 2026, row 18", "#cards"),
    actions=(Link("Ask for an introduction", "#cards"),),
)
NEED = Card(
    title="Fewer falls among people over 75",
    url="#cards",
    kind="Need",
    voice="cool",
    summary="Strength and balance for people who have had one fall, close to where they live.",
    facts=("Example County Council", "until 30 June 2027"),
    tags=(Tag("falls prevention", "#chips", "cool"), Tag("older people", "#chips", "cool")),
)
ORGANISATION = Card(
    title="Example Museum Service",
    url="#cards",
    kind="Organisation",
    summary="Handling collections and memory sessions for care homes.",
    facts=("Example Town", "GB-CHC-0000000"),
    flags=(Flag("Verified by a person", "success", "12 May 2026"),),
)


def everything() -> dict[str, Any]:
    wrong = {"refused-title": "Tea dance", "refused-email": "not an address"}
    numbers = Paginator(range(312), 20)
    return {
        "trail": [Link("Home", "/"), Link("The page kit", "")],
        "form": SpecimenForm(),
        "refused_form": SpecimenForm(wrong, prefix="refused"),
        "offer": OFFER,
        "need": NEED,
        "organisation": ORGANISATION,
        "reasons": REASONS,
        "chips": [
            Chip("less loneliness", "?off=1", "Outcome", "reduce loneliness", "cool"),
            Chip("older people", "?off=2", "People", "over-65s", "cool"),
            Chip("dance", "?off=3", "Art form", "tea dance", "warm"),
            Chip("Example District", "?off=4", "Place"),
        ],
        "examples": [
            Link("reduce loneliness among people over 65", "?as=need&q=loneliness"),
            Link("singing group for people with breathing problems", "?as=offer&q=singing"),
        ],
        "facet": Facet(
            "Art form",
            [
                Option("Dance", 42, "?art=dance", "dance", is_chosen=True),
                Option("Music", 118, "?art=music", "music"),
                Option("Museums and heritage", 27, "?art=museums", "museums"),
            ],
            name="art_form",
            more_url="?facet=art_form",
        ),
        "first_page": numbers.page(1),
        "middle_page": numbers.page(2),
        "sorts": [
            Link("best match", "?sort=match", is_current=True),
            Link("nearest", "?sort=distance"),
            Link("newest", "?sort=newest"),
        ],
        "tabs": [
            Link("Offers", "?kind=offers", note="42", is_current=True),
            Link("Organisations", "?kind=organisations", note="17"),
            Link("Awards", "?kind=awards", note="231"),
        ],
        "links": [
            Link("How matching works", "#reasons"),
            Link("What is in here", "#facts", note="from whom, when and under which licence"),
        ],
        "downloads": [Link("CSV", "?format=csv"), Link("JSON", "?format=json")],
        "facts": [
            Fact("Registered as", "GB-CHC-0000000", source=Link("Charity register", "#facts")),
            Fact("Website", "example.org", url="https://example.org/"),
            Fact("Works in", "Example District", note="since 2019"),
            Fact("Price", "Not stated"),
        ],
        "history": [
            HistoryLine(
                "Offer published", datetime(2026, 5, 12, 14, 30, tzinfo=UTC), "A member"
            ),
            HistoryLine(
                "Price changed",
                datetime(2026, 4, 2, 9, 5, tzinfo=UTC),
                "A member",
                "£150 to £180",
            ),
            HistoryLine("Offer imported", datetime(2026, 3, 3, 8, 0, tzinfo=UTC)),
        ],
        "steps": [
            Step("What you offer", "done", "#steps"),
            Step("The commissioner's words", "current"),
            Step("Check and publish", "next"),
        ],
    }
