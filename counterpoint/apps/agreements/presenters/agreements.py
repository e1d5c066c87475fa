"""Agreements in lists, files and on their own page."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from counterpoint.apps.agreements.models import Agreement, Indicator, Payment
from counterpoint.apps.agreements.queries.pages import AgreementPage
from counterpoint.apps.directory.presenters.columns import Table
from counterpoint.apps.directory.presenters.money import money
from counterpoint.domain.commissioning.effort import is_out_of_proportion
from counterpoint.web.components import Fact, HistoryLine

COLUMNS = Table(
    "agreements",
    {
        "identifier": lambda one: one.reference,
        "title": lambda one: one.title,
        "funder": lambda one: one.funder.name,
        "provider": lambda one: one.provider.name,
        "kind": lambda one: str(one.get_kind_display()),
        "amount": lambda one: one.amount,
        "currency": lambda one: one.currency,
        "begins": lambda one: one.begins.isoformat(),
        "ends": lambda one: one.ends.isoformat(),
        "state": lambda one: one.state,
        "page": lambda one: f"{settings.ADDRESS}{one.get_absolute_url()}",
    },
)


@dataclass(frozen=True)
class PaymentRow:
    payment: Payment
    amount: str
    approvals: str
    is_approved: bool


@dataclass(frozen=True)
class IndicatorRow:
    indicator: Indicator
    figures: list[tuple[str, str, str]]  # who, period, figure
    total: str
    why_none: str


@dataclass(frozen=True)
class SubGrantRow:
    agreement: Agreement
    amount: str


@dataclass(frozen=True)
class AgreementView:
    facts: list[Fact]
    payments: list[PaymentRow]
    indicators: list[IndicatorRow]
    subgrants: list[SubGrantRow]
    subgranted: str
    is_out_of_proportion: bool
    history: list[HistoryLine]


def agreement_view(
    agreement: Agreement, page: AgreementPage, history: list[HistoryLine]
) -> AgreementView:
    return AgreementView(
        facts=facts(agreement, page),
        payments=[
            PaymentRow(
                one,
                money(one.amount, agreement.currency),
                ", ".join(str(who) for who in (one.approved_by, one.seconded_by) if who),
                one.seconded_by is not None,
            )
            for one in page.payments
        ],
        indicators=[_indicator(one, page) for one in page.indicators],
        subgrants=[
            SubGrantRow(one, money(one.amount, one.currency)) for one in page.subgrants
        ],
        subgranted=money(agreement.subgranted, agreement.currency),
        is_out_of_proportion=is_out_of_proportion(page.hours, agreement.amount),
        history=history,
    )


def facts(agreement: Agreement, page: AgreementPage) -> list[Fact]:
    funder, provider = agreement.funder, agreement.provider
    per = _("{n} hours for each £1,000").format(n=page.hours_each_thousand)
    rows = [
        Fact(_("Funder"), funder.name, funder.get_absolute_url()),
        Fact(_("Provider"), provider.name, provider.get_absolute_url()),
        Fact(
            _("Amount"),
            money(agreement.amount, agreement.currency),
            note=str(agreement.get_kind_display()),
        ),
        Fact(_("Runs"), f"{_day(agreement.begins)} – {_day(agreement.ends)}"),
        Fact(_("Returns asked"), f"{len(page.duties)}", note=per if page.duties else ""),
    ]
    if agreement.place:
        where = agreement.place
        rows.append(Fact(_("Where"), where.name, f"/places/{where.code}/"))
    if agreement.prime_id:
        rows.append(Fact(_("Stands at"), agreement.get_graduation_display()))
    return rows


def _indicator(indicator: Indicator, page: AgreementPage) -> IndicatorRow:
    figures = [
        (one.agreement.provider.name, one.period, f"{one.value.normalize():f}")
        for one in page.reported
        if one.indicator_id == indicator.pk
    ]
    total = page.totals[indicator.pk]
    words = "" if total.value is None or not figures else f"{total.value.normalize():f}"
    why = ""
    if total.value is None and figures:
        why = _("Not added: a mean or a share says nothing of how many it is of.")
    return IndicatorRow(indicator, figures, words, why)


def _day(on: object) -> str:
    return date_format(on, "j F Y")  # type: ignore[arg-type]
