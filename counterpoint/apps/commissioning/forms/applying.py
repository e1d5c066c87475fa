"""What an applicant writes, read from what the page sends."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning import words
from counterpoint.apps.commissioning.models import Application, Partner, Question
from counterpoint.apps.directory.forms.fields import AnOrganisation
from counterpoint.domain.commissioning.calls.questions import Kind

LONGEST_ANSWER = 20_000
MOST_ROWS = 60
COLUMNS = {Kind.MONEY: ("what", "amount"), Kind.MEASURES: ("outcome", "measure")}


class DetailsForm(forms.ModelForm[Application]):
    declared = forms.MultipleChoiceField(
        label=_("I confirm that this is so"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Application
        fields = ["title", "form", "own_share", "exit_rules", "declared"]
        labels = {"form": _("You apply")}
        help_texts = {
            "own_share": _("Of the money, per cent; only in a consortium."),
            "exit_rules": _("Only in a consortium: what happens when a partner has to leave."),
        }
        widgets = {"exit_rules": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        call = self.instance.call
        taken = call.forms or [code for code, _words in words.FORMS]
        self.fields["form"].choices = [one for one in words.FORMS if one[0] in taken]  # type: ignore[attr-defined]
        rules = [
            (str(one.pk), one.sentence) for one in call.rules.filter(check_code="declared")
        ]
        if rules:
            self.fields["declared"].choices = rules  # type: ignore[attr-defined]
            self.initial["declared"] = [str(one) for one in self.instance.declared]
        else:
            del self.fields["declared"]
        self.initial["seen"] = self.instance.updated_at.isoformat()

    def details(self) -> dict[str, Any]:
        said = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        if "declared" in said:
            said["declared"] = [int(one) for one in said["declared"]]
        return said


@dataclass(frozen=True)
class Prices:
    """`by_lot` is what can be kept; `wrong` what was typed where no sum of money could be read."""

    by_lot: dict[int, tuple[Decimal | None, Decimal | None]]
    wrong: dict[int, str]


def read_prices(data: QueryDict, numbers: list[int], *, is_only_one: bool) -> Prices:
    by_lot: dict[int, tuple[Decimal | None, Decimal | None]] = {}
    wrong: dict[int, str] = {}
    for number in numbers:
        if not is_only_one and str(number) not in data.getlist("lots"):
            continue
        typed = (data.get(f"price-{number}", ""), data.get(f"least-{number}", ""))
        try:
            price, least = (_money(text) for text in typed)
        except InvalidOperation:
            wrong[number] = ", ".join(text for text in typed if text)
            continue
        by_lot[number] = (price, least)
    return Prices(by_lot, wrong)


def read_value(question: Question, data: QueryDict) -> Any:
    """The answer as the page sent it, in the shape that is kept."""
    if question.kind in COLUMNS:
        names = COLUMNS[Kind(question.kind)]
        columns = [data.getlist(name)[:MOST_ROWS] for name in names]
        rows = [
            dict(zip(names, (one.strip()[:300] for one in row), strict=True))
            for row in zip(*columns, strict=False)
        ]
        return [row for row in rows if any(row.values())]
    if question.kind == Kind.CHOICES:
        return data.getlist("value")[:MOST_ROWS]
    return data.get("value", "").replace("\r\n", "\n")[:LONGEST_ANSWER]


def read_version(data: QueryDict) -> int:
    text = data.get("version", "")
    return int(text) if text.isdigit() else 0


class PartnerForm(forms.ModelForm[Partner]):
    organisation = AnOrganisation(
        label=_("Organisation"),
        help_text=_("Its name here, or the address of its page. It has to confirm."),
        max_length=500,
    )

    class Meta:
        model = Partner
        fields = ["organisation", "role", "share", "signs", "reports"]


def _money(text: str) -> Decimal | None:
    plain = text.replace(",", "").replace("£", "").strip()
    if not plain:
        return None
    amount = Decimal(plain)
    if not amount.is_finite() or amount <= 0 or amount >= Decimal("1e12"):
        raise InvalidOperation
    return amount.quantize(Decimal("0.01"))
