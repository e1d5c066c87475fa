"""One question of the rules as a form. It is sent by its own name, so the address stays readable."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.commissioning.route.rules import Asks, Question
from counterpoint.domain.commissioning.route.walking import accepted

MISSING = {
    Asks.CHOICE: _("Choose one of these."),
    Asks.MONEY: _("Write a sum of money above nothing in figures, for instance 35,000."),
    Asks.NUMBER: _("Write a whole number, 2 or more."),
    Asks.WORDS: _("Write a reason."),
}


class QuestionForm(forms.Form):
    """With data only when the form was sent, so that a new question opens without complaint."""

    def __init__(self, question: Question, data: Mapping[str, str] | None = None) -> None:
        super().__init__(data, auto_id="answer_%s")
        self.question = question
        self.fields[question.code] = _field(question)

    def clean(self) -> dict[str, Any]:
        written = str(self.data.get(self.question.code, ""))
        if not accepted(self.question, written):
            self.add_error(self.question.code, MISSING[self.question.asks])
        return self.cleaned_data


def _field(question: Question) -> forms.Field:
    words: dict[str, Any] = {
        "label": question.text,
        "help_text": question.hint,
        "required": False,
    }
    if question.asks is Asks.CHOICE:
        options = [(one.code, one.label) for one in question.options]
        return AlwaysAsked(choices=options, widget=forms.RadioSelect, **words)
    if question.asks is Asks.WORDS:
        return Written(widget=forms.Textarea(attrs={"rows": 4}), **words)
    attrs = {"inputmode": "decimal" if question.asks is Asks.MONEY else "numeric"}
    return Written(widget=forms.TextInput(attrs={**attrs, "autocomplete": "off"}), **words)


class Written(forms.CharField):
    # The rules say whether it is an answer; the page does not call it optional.
    is_needed_later = True


class AlwaysAsked(forms.ChoiceField):
    is_needed_later = True

    def validate(self, value: object) -> None:
        """What is none of the options is told by the form, in the same words as nothing."""
