"""Forms for a call and for each of its parts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning import words
from counterpoint.apps.commissioning.actions.drafting import PARTS
from counterpoint.apps.commissioning.models import (
    Call,
    CallStep,
    Criterion,
    EligibilityRule,
    Lot,
    Question,
)
from counterpoint.apps.directory.forms.fields import AnOrganisation, WebAddress
from counterpoint.apps.directory.models import Need
from counterpoint.apps.directory.queries.placing import placed
from counterpoint.domain.commissioning.calls import eligibility

MOMENT = "%Y-%m-%dT%H:%M"
LONGEST = 8_000


def moment(**more: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT)
    return forms.DateTimeField(widget=widget, required=False, **more)


def day(**more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, required=False, **more)


def long_text(rows: int = 6, **more: Any) -> forms.CharField:
    return forms.CharField(
        widget=forms.Textarea(attrs={"rows": rows}), max_length=LONGEST, **more
    )


class Placed(forms.ModelForm[Any]):
    """A form with words for a place, resolved to one of ours."""

    place_words = forms.CharField(label=_("Where"), max_length=200, required=False)

    def clean_place_words(self) -> str:
        text: str = self.cleaned_data["place_words"]
        where = placed(text) if text else None
        if where and where.place is None:
            raise forms.ValidationError(where.says or _("No place has that name."))
        self.cleaned_data["place"] = where.place if where else None
        return text


class CallForm(Placed):
    purpose = long_text(
        label=_("What it is for, in outcomes"),
        required=False,
        help_text=_("What should be different for whom; not yet how anybody does it."),
    )
    what_is_wanted = long_text(
        label=_("What is asked of a provider"),
        required=False,
        help_text=_("Only what must be so. Leave room for a method you have not thought of."),
    )
    lessons = long_text(3, label=_("What earlier rounds taught"), required=False)
    opens_at = moment(label=_("Opens"), help_text=_("Empty: as soon as it is published."))
    delivery_from = day(label=_("The work begins"))
    delivery_to = day(label=_("The work ends"))
    forms_taken = forms.MultipleChoiceField(
        label=_("Forms in which one may apply"),
        choices=words.FORMS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None ticked: any of them."),
    )
    source_url = WebAddress(
        label=_("Where one can read it, if it was made elsewhere"), required=False
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Call
        fields = [
            "title",
            "purpose",
            "what_is_wanted",
            "lessons",
            "place_words",
            "pot",
            "opens_at",
            "grace_minutes",
            "delivery_from",
            "delivery_to",
            "forms_taken",
            "route",
            "route_reason",
            "standstill_days",
            "readers_each",
            "lived_each",
            "source_url",
        ]
        help_texts = {
            "pot": _("In pounds. Empty: the ceilings of all lots together."),
            "grace_minutes": _("What arrives within them is taken, from everybody alike."),
            "route": _("For instance: grant, or below threshold. “Which way to buy” helps."),
            "route_reason": _("Kept with the decision and published."),
            "standstill_days": _("Between telling everybody and signing."),
            "readers_each": _("How many read each application, each without the others."),
        }
        widgets = {"route_reason": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        call = self.instance
        if call.pk:
            self.initial["place_words"] = call.place.code if call.place else ""
            self.initial["forms_taken"] = call.forms
            self.initial["seen"] = call.updated_at.isoformat()
        self.fields["grace_minutes"].required = False
        self.fields["standstill_days"].required = False

    def details(self) -> dict[str, Any]:
        skipped = {"place_words", "forms_taken", "seen", "lead", "preset", "need", "kind"}
        said = {
            name: value for name, value in self.cleaned_data.items() if name not in skipped
        }
        for name in ("grace_minutes", "standstill_days"):
            said[name] = said.get(name) or 0
        return {
            **said,
            "forms": self.cleaned_data["forms_taken"],
            "place": self.cleaned_data.get("place"),
        }


class NewCall(forms.Form):
    lead = AnOrganisation(
        label=_("Who commissions it"),
        help_text=_("Its name here, or the address of its page. Its editors write the call."),
        max_length=500,
    )
    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind of call"), choices=words.CALL_KINDS)
    preset = forms.ChoiceField(label=_("Its steps"), choices=words.PRESETS)
    purpose = long_text(
        label=_("What it is for, in outcomes"),
        help_text=_("What should be different for whom; not yet how anybody does it."),
    )
    need = forms.CharField(
        label=_("The need it answers"),
        max_length=200,
        required=False,
        help_text=_("The address of a need here, if there is one."),
    )

    def clean_need(self) -> Need | None:
        text = self.cleaned_data["need"].strip().rstrip("/").rsplit("/", 1)[-1]
        if not text:
            return None
        found = Need.objects.public().filter(reference=text).first()
        if found is None:
            raise forms.ValidationError(_("No public need has that address."))
        return found


class LotForm(Placed):
    class Meta:
        model = Lot
        fields = ["title", "ceiling", "place_words", "note"]
        help_texts = {
            "ceiling": _("In pounds: a bid above it cannot be sent. Empty: none is said.")
        }

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self.instance.pk and self.instance.place:
            self.initial["place_words"] = self.instance.place.code


class StepForm(forms.ModelForm[CallStep]):
    by = moment(
        label=_("Over by"),
        help_text=_("For what applicants send this is the deadline, to the minute."),
    )

    class Meta:
        model = CallStep
        fields = ["kind", "title", "by"]


class RuleForm(forms.ModelForm[EligibilityRule]):
    class Meta:
        model = EligibilityRule
        fields = ["sentence", "check_code", "value"]
        help_texts = {
            "sentence": _("For instance: You are based in Kent."),
            "value": _(
                "A place, a role, a sum or forms of consortium, as the check needs it."
            ),
        }

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        check, value = said.get("check_code"), (said.get("value") or "").strip()
        reader = {
            eligibility.Check.BASED_IN.value: _a_place,
            eligibility.Check.MOST_MONEY.value: _a_sum,
        }.get(str(check))
        if reader:
            try:
                said["value"] = reader(value)
            except forms.ValidationError as refused:
                self.add_error("value", refused)
        elif check in NEED_A_VALUE and not value:
            self.add_error("value", _("Say what must be so."))
        return said


class CriterionForm(forms.ModelForm[Criterion]):
    scale = long_text(
        4,
        label=_("What points mean"),
        required=False,
        help_text=_("One a line, for instance: 5: All of it, with evidence"),
    )

    class Meta:
        model = Criterion
        fields = ["title", "asks", "weight", "most", "least", "is_social_value"]
        widgets = {"asks": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"weight": _("All criteria make 100 together.")}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        anchors = self.instance.anchors or {}
        self.initial["scale"] = "\n".join(f"{key}: {says}" for key, says in anchors.items())

    def clean_scale(self) -> dict[str, str]:
        lines = [line for line in self.cleaned_data["scale"].splitlines() if line.strip()]
        found = {}
        for line in lines:
            number, colon, says = line.partition(":")
            if not colon or not number.strip().isdigit():
                raise forms.ValidationError(
                    _("Each line is a number, a colon and its meaning.")
                )
            found[number.strip()] = says.strip()
        return found


class QuestionForm(forms.ModelForm[Question]):
    options = long_text(
        4,
        label=_("Answers to choose from"),
        required=False,
        help_text=_("One a line; only for questions with a choice."),
    )

    class Meta:
        model = Question
        fields = [
            "text",
            "hint",
            "kind",
            "options",
            "most_words",
            "is_required",
            "criterion",
            "in_expression",
        ]

    def __init__(self, *args: Any, call: Call | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        owner = call or self.instance.call
        self.fields["criterion"].queryset = owner.criteria.all()  # type: ignore[attr-defined]
        self.initial["options"] = "\n".join(self.instance.choices or [])

    def clean_options(self) -> list[str]:
        lines = (line.strip() for line in self.cleaned_data["options"].splitlines())
        return list(dict.fromkeys(line for line in lines if line))


FORMS: dict[str, type[forms.ModelForm[Any]]] = {
    "lot": LotForm,
    "step": StepForm,
    "rule": RuleForm,
    "criterion": CriterionForm,
    "question": QuestionForm,
}
# Fields of a form that are kept under another name.
# What the check compares with has to be said.
NEED_A_VALUE = (eligibility.Check.ROLE, eligibility.Check.FORM, eligibility.Check.ON_LIST)
KEPT_AS = {"scale": "anchors", "options": "choices"}
TITLES = {name: model._meta.verbose_name for name, model in PARTS.items()}


def part_form(what: str, call: Call, *args: Any, **more: Any) -> forms.ModelForm[Any]:
    if what == "question":
        return QuestionForm(*args, call=call, **more)
    return FORMS[what](*args, **more)


def part_details(form: forms.ModelForm[Any]) -> dict[str, Any]:
    return {
        KEPT_AS.get(name, name): value
        for name, value in form.cleaned_data.items()
        if name != "place_words"
    }


class AmendForm(forms.ModelForm[Call]):
    purpose = long_text(label=_("What it is for, in outcomes"))
    what_is_wanted = long_text(label=_("What is asked of a provider"), required=False)
    delivery_from = day(label=_("The work begins"))
    delivery_to = day(label=_("The work ends"))
    why = long_text(
        3,
        label=_("What changed, and why"),
        help_text=_("Everybody who follows the call reads this."),
    )

    class Meta:
        model = Call
        fields = ["title", "purpose", "what_is_wanted", "delivery_from", "delivery_to"]


class ExtendForm(forms.Form):
    closes_at = moment(label=_("New deadline"))
    why = long_text(3, label=_("Why it is moved"))

    def clean_closes_at(self) -> Any:
        value = self.cleaned_data["closes_at"]
        if value is None:
            raise forms.ValidationError(_("Give day and time."))
        return value


class WhyForm(forms.Form):
    why = long_text(3, label=_("Why"))


class ReadvertiseForm(WhyForm):
    as_grant = forms.BooleanField(label=_("As a grant instead"), required=False)


class SplitForm(ExtendForm):
    parts = long_text(
        3,
        label=_("The parts"),
        help_text=_("One a line with its sum, for instance: Margate: 20,000"),
    )
    field_order = ["parts", "closes_at", "why"]

    def clean_parts(self) -> list[tuple[str, Any]]:
        found = []
        for line in self.cleaned_data["parts"].splitlines():
            title, _colon, amount = line.rpartition(":")
            if line.strip():
                found.append((title.strip(), forms.DecimalField().clean(_plain(amount))))
        return found


class AskForm(forms.Form):
    text = long_text(3, label=_("Your question"))


class InviteForm(forms.Form):
    organisation = AnOrganisation(label=_("Organisation"), max_length=500)
    reason = forms.CharField(label=_("Why they are told"), max_length=300)


def _a_place(text: str) -> str:
    where = placed(text) if text else None
    if where is None or where.place is None:
        raise forms.ValidationError((where and where.says) or _("No place has that name."))
    return str(where.place.code)


def _a_sum(text: str) -> str:
    return str(forms.DecimalField(min_value=1).clean(_plain(text)))


def _plain(text: str) -> str:
    return text.replace(",", "").replace("£", "").strip()
