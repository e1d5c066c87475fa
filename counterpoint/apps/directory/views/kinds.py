"""Organisations, offers and needs are written in the same way: steps, terms, preview, publishing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions import needs as need_actions
from counterpoint.apps.directory.actions import offers as offer_actions
from counterpoint.apps.directory.actions import organisations as organisation_actions
from counterpoint.apps.directory.forms import needs, offers, organisations
from counterpoint.apps.directory.forms.records import RecordForm
from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.web.components import Step as StepShown

MEDIA, TERMS, PREVIEW = "media", "terms", "preview"
Pages = tuple[tuple[str, str | Promise], ...]
LAST_PAGES: Pages = (
    (TERMS, _("Commissioners' terms")),
    (PREVIEW, _("Look and publish")),
)


@dataclass(frozen=True)
class Step:
    """One address on which part of a record is written; `fields` tell whether it was."""

    code: str
    title: str | Promise
    form: type[RecordForm]
    fields: tuple[str, ...]
    about: str | Promise = ""

    def is_done(self, record: Any) -> bool:
        return any(getattr(record, name) not in ("", None, False) for name in self.fields)


@dataclass(frozen=True)
class Kind:
    name: str
    title: str | Promise
    list_title: str | Promise
    records: Callable[[], QuerySet[Any]]
    key: str
    steps: tuple[Step, ...]
    save: Callable[[Any, Any, Person, datetime], list[str]]
    publish: Callable[..., Any]
    withdraw: Callable[..., Any]
    body: str
    # What comes after the steps, on pages that are no forms of the record's own fields.
    pages: Pages = LAST_PAGES

    def find(self, key: str) -> Any | None:
        return self.records().filter(**{self.key: key}).first()

    def key_of(self, record: Any) -> str:
        return str(getattr(record, self.key))

    def step(self, code: str) -> Step | None:
        return next((step for step in self.steps if step.code == code), None)

    def after(self, code: str) -> str:
        codes = [code for code, _title in self._titles()]
        return codes[codes.index(code) + 1]

    def url(self, verb: str, record: Any, *more: str) -> str:
        return reverse(f"{verb}-{self.name}", args=[self.key_of(record), *more])

    def step_url(self, record: Any, code: str) -> str:
        if self.step(code) is None:
            return self.url(code, record)
        return self.url("edit", record, code)

    def shown_steps(
        self, record: Any, current: str, *, are_terms_decided: bool
    ) -> list[StepShown]:
        done = {step.code for step in self.steps if step.is_done(record)}
        if are_terms_decided and self.steps[0].code in done:
            done.add(TERMS)
        return [
            StepShown(
                str(title),
                "current" if code == current else "done" if code in done else "next",
                "" if code == current else self.step_url(record, code),
            )
            for code, title in self._titles()
        ]

    def _titles(self) -> Pages:
        return (*((step.code, step.title) for step in self.steps), *self.pages)

    def progress(self, record: Any) -> tuple[int, int]:
        """How many steps have something in them, of how many."""
        return sum(step.is_done(record) for step in self.steps), len(self.steps)


def _save_offer(offer: Offer, form: Any, by: Person, at: datetime) -> list[str]:
    return offer_actions.edit_offer(
        offer=offer,
        details=form.details(),
        areas=form.cleaned_data.get("areas"),
        venues=form.cleaned_data.get("venues"),
        seen_at=form.version_seen,
        by=by,
        at=at,
    )


def _save_need(need: Need, form: Any, by: Person, at: datetime) -> list[str]:
    return need_actions.edit_need(
        need=need, details=form.details(), seen_at=form.version_seen, by=by, at=at
    )


def _save_organisation(
    organisation: Organisation, form: Any, by: Person, at: datetime
) -> list[str]:
    return organisation_actions.edit_organisation(
        organisation=organisation,
        details=form.details(),
        roles=form.cleaned_data.get("roles"),
        identifiers=form.identifiers() if isinstance(form, organisations.Contact) else None,
        keeps_former_name=getattr(form, "keeps_former_name", True),
        seen_at=form.version_seen,
        by=by,
        at=at,
    )


OFFER = Kind(
    name="offer",
    title=_("Offer"),
    list_title=_("Offers"),
    records=lambda: Offer.objects.select_related("organisation", "place").defer(
        "place__outline"
    ),
    key="reference",
    steps=(
        Step("words", _("Your words"), offers.Words, ("title", "description")),
        Step(
            "reach",
            _("Where"),
            offers.Reach,
            ("place_words", "place_id", "travel_km", "is_online"),
        ),
        Step(
            "size",
            _("Size and price"),
            offers.Size,
            ("capacity_people", "price_amount", "price_note", "capacity_note"),
        ),
        Step(
            "assurance",
            _("Safety and access"),
            offers.Assurance,
            ("safeguarding_statement", "insurance_statement", "accessibility_statement"),
        ),
    ),
    save=_save_offer,
    publish=lambda record, **more: offer_actions.publish_offer(offer=record, **more),
    withdraw=lambda record, **more: offer_actions.withdraw_offer(offer=record, **more),
    body="directory/offer_body.html",
    pages=((MEDIA, _("Show it")), *LAST_PAGES),
)
NEED = Kind(
    name="need",
    title=_("Need"),
    list_title=_("Needs"),
    records=lambda: Need.objects.select_related("organisation", "place").defer(
        "place__outline"
    ),
    key="reference",
    steps=(
        Step("words", _("Your words"), needs.Words, ("title", "statement")),
        Step(
            "particulars",
            _("Where, when, how much"),
            needs.Particulars,
            ("place_words", "place_id", "people", "budget_amount", "wanted_by"),
        ),
    ),
    save=_save_need,
    publish=lambda record, **more: need_actions.publish_need(need=record, **more),
    withdraw=lambda record, **more: need_actions.withdraw_need(need=record, **more),
    body="directory/need_body.html",
)
ORGANISATION = Kind(
    name="organisation",
    title=_("Organisation"),
    list_title=_("Organisations"),
    records=lambda: (
        Organisation.objects.filter(merged_into=None)
        .select_related("place")
        .defer("place__outline")
    ),
    key="slug",
    steps=(
        Step("about", _("Who you are"), organisations.About, ("description",)),
        Step(
            "contact",
            _("Where and how to reach you"),
            organisations.Contact,
            ("place_words", "place_id", "website", "email", "phone"),
        ),
    ),
    save=_save_organisation,
    publish=lambda record, **more: organisation_actions.publish_organisation(
        organisation=record, **more
    ),
    withdraw=lambda record, **more: organisation_actions.withdraw_organisation(
        organisation=record, **more
    ),
    body="directory/organisation_body.html",
)
KINDS = {kind.name: kind for kind in (ORGANISATION, OFFER, NEED)}


def kind_of(record: Any) -> Kind:
    return KINDS[str(record._meta.model_name)]
