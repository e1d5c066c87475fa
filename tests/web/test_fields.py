from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from django import forms
from django.template import engines

from tests.pages import links_within_the_page, parse_strictly, words_of


class Offer(forms.Form):
    title = forms.CharField(label="What do you offer?", help_text="In your words.")
    about = forms.CharField(widget=forms.Textarea, max_length=5, required=False)
    tier = forms.ChoiceField(
        choices=[("u", "Everybody"), ("t", "Some")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="I agree")
    key = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, object]:
        if self.data.get("title") == "clash":
            raise forms.ValidationError("The last day is before the first.")
        return self.cleaned_data


def drawn(form: forms.Form) -> Element:
    source = (
        "{% load kit %}{% error_summary form %}<form action=''>{% form_fields form %}</form>"
    )
    body = engines["django"].from_string(source).render({"form": form})
    return parse_strictly(f"<!DOCTYPE html><html><body>{body}</body></html>")


def by_id(page: Element, identity: str) -> Element:
    return next(x for x in page.iter() if x.get("id") == identity)


def test_a_control_is_described_by_its_hint_and_its_error_in_this_order() -> None:
    page = drawn(Offer({"title": ""}))
    control = by_id(page, "id_title")
    assert control.get("aria-describedby") == "id_title_helptext id_title_error"
    assert control.get("aria-invalid") == "true"
    assert words_of(by_id(page, "id_title_error")) == "Error: This field is required."


def test_a_group_is_described_as_a_whole() -> None:
    group = by_id(drawn(Offer({})), "id_tier_group")
    assert group.tag == "fieldset"
    assert group.get("aria-describedby") == "id_tier_error"
    assert [words_of(x) for x in group.iter("legend")] == ["Tier"]


def test_a_long_text_is_never_cut_off_by_the_browser() -> None:
    page = drawn(Offer({"about": "too long by far"}))
    control = by_id(page, "id_about")
    assert control.get("maxlength") is None
    assert (control.text or "").strip() == "too long by far"
    assert by_id(page, "id_about_count").get("data-longest") == "5"


def test_what_need_not_be_answered_says_so() -> None:
    labels = [words_of(x) for x in drawn(Offer()).iter("label")]
    assert "About (optional)" in labels
    assert "What do you offer?" in labels


@pytest.mark.parametrize(
    "sent", [{}, {"title": "clash", "tier": "u", "agreed": "on"}, {"title": "a", "tier": "x"}]
)
def test_every_error_is_summarised_and_leads_to_its_control(sent: dict[str, str]) -> None:
    form = Offer(sent)
    page = drawn(form)
    box = next(x for x in page.iter("div") if x.get("class") == "error-summary")
    lines = [words_of(x) for x in box.iter("li")]
    assert len(lines) == sum(len(errors) for errors in form.errors.values())
    assert not list(links_within_the_page(page))


def test_an_error_of_the_whole_form_leads_nowhere() -> None:
    page = drawn(Offer({"title": "clash", "tier": "u", "agreed": "on"}))
    box = next(x for x in page.iter("div") if x.get("class") == "error-summary")
    assert [words_of(x) for x in box.iter("li")] == ["The last day is before the first."]
    assert not list(box.iter("a"))


def test_a_form_without_errors_has_no_summary() -> None:
    assert not [x for x in drawn(Offer()).iter("div") if x.get("class") == "error-summary"]


def test_hidden_fields_are_there_without_label() -> None:
    assert by_id(drawn(Offer()), "id_key").get("type") == "hidden"
