"""Writing an agreement, signing it, and what happens while it runs."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.agreements.actions import drafting, running, signing
from counterpoint.apps.agreements.forms import agreements as forms
from counterpoint.apps.agreements.models import Agreement
from counterpoint.apps.agreements.permissions import check_can_write, is_party
from counterpoint.apps.agreements.queries.pages import indicators_of
from counterpoint.apps.agreements.views.agreements import seen_agreement
from counterpoint.apps.commissioning.models import Decision
from counterpoint.apps.commissioning.views.attempt import (
    ANSWERS,
    SAYABLE,
    or_error,
    seen,
    who_and_when,
)
from counterpoint.apps.directory.permissions import check_can_edit


def agreement_to_write(request: HttpRequest, reference: str) -> Agreement:
    found = seen_agreement(request, reference)
    check_can_write(signed_in(request), found)
    return found


@login_required
@require_http_methods(ANSWERS)
def new(request: HttpRequest) -> HttpResponse:
    """Alone, or from the decision that stands in the address."""
    decision = _decision(request)
    kind = forms.AgreementForm if decision else forms.NewAgreement
    form = kind(request.POST or None, initial=_first(decision))
    if request.method == "POST" and form.is_valid():
        details, who = form.details(), who_and_when(request)

        def act() -> Agreement:
            if decision is not None:
                return drafting.draft_from_decision(decision=decision, details=details, **who)
            said = form.cleaned_data
            return drafting.draft(
                funder=said["funder"], provider=said["provider"], details=details, **who
            )

        made = or_error(form, act)
        if made is not None:
            messages.success(request, _("Your draft stands. Add outcomes, payments, returns."))
            return redirect(made)
    context = {"form": form, "decision": decision}
    return render(request, "agreements/new.html", context)


@login_required
@require_http_methods(ANSWERS)
def edit(request: HttpRequest, reference: str) -> HttpResponse:
    agreement = agreement_to_write(request, reference)
    stored = Agreement.objects.get(pk=agreement.pk)
    form = forms.AgreementForm(request.POST or None, instance=stored)

    def act() -> Any:
        return drafting.edit(
            agreement=agreement,
            details=form.details(),
            seen_at=seen(form.cleaned_data["seen"]),
            **who_and_when(request),
        )

    return _form_page(request, agreement, form, act, _("Edit the agreement"))


@login_required
@require_http_methods(ANSWERS)
def add(request: HttpRequest, reference: str, what: str) -> HttpResponse:
    agreement = agreement_to_write(request, reference)
    if what not in drafting.PARTS:
        raise Http404
    form = forms.FORMS[what](request.POST or None)

    def act() -> Any:
        return drafting.add_part(
            agreement=agreement, what=what, details=form.cleaned_data, **who_and_when(request)
        )

    title = _("Add: {what}").format(what=forms.TITLES[what])
    return _form_page(request, agreement, form, act, title)


@login_required
@require_POST
def remove(request: HttpRequest, reference: str, what: str, pk: int) -> HttpResponse:
    agreement = agreement_to_write(request, reference)
    if what not in drafting.PARTS:
        raise Http404
    part = get_object_or_404(drafting.PARTS[what], pk=pk, agreement=agreement)
    drafting.remove_part(part=part, **who_and_when(request))
    messages.success(request, _("Taken off."))
    return redirect(agreement)


@login_required
@require_POST
def take_duties(request: HttpRequest, reference: str) -> HttpResponse:
    agreement = agreement_to_write(request, reference)
    drafting.take_proposed_duties(agreement=agreement, **who_and_when(request))
    messages.success(
        request, _("The returns that an award of this size bears stand there now.")
    )
    return redirect(agreement)


@login_required
@require_POST
def act(request: HttpRequest, reference: str, what: str) -> HttpResponse:
    """What the funder does with one button: offer, take back, publish, end."""
    agreement = agreement_to_write(request, reference)
    acts: dict[str, Callable[..., None]] = {
        "offer": signing.offer,
        "take-back": signing.take_back,
        "publish": signing.publish,
        "end": signing.end,
    }
    if what not in acts:
        raise Http404
    acts[what](agreement=agreement, **who_and_when(request))
    messages.success(request, _("Done."))
    return redirect(agreement)


@login_required
@require_http_methods(ANSWERS)
def terminate(request: HttpRequest, reference: str) -> HttpResponse:
    agreement = agreement_to_write(request, reference)
    form = forms.WhyForm(request.POST or None)

    def do() -> Any:
        why = form.cleaned_data["why"]
        signing.terminate(agreement=agreement, why=why, **who_and_when(request))
        return True

    return _form_page(request, agreement, form, do, _("Terminate the agreement"))


@login_required
@require_POST
def sign(request: HttpRequest, reference: str, side: str) -> HttpResponse:
    agreement = party_agreement(request, reference)
    if side not in ("funder", "provider"):
        raise Http404
    role = request.POST.get("role", "")
    signing.sign(agreement=agreement, side=side, role=role, **who_and_when(request))
    messages.success(request, _("Signed. It runs when both sides have."))
    return redirect(agreement)


@login_required
@require_http_methods(ANSWERS)
def vary(request: HttpRequest, reference: str) -> HttpResponse:
    agreement = agreement_to_write(request, reference)
    stored = Agreement.objects.get(pk=agreement.pk)
    form = forms.VaryForm(request.POST or None, instance=stored)

    def do() -> Any:
        details = form.details()
        reason = details.pop("reason")
        return signing.vary(
            agreement=agreement, details=details, reason=reason, **who_and_when(request)
        )

    return _form_page(request, agreement, form, do, _("Propose a variation"))


@login_required
@require_POST
def sign_variation(
    request: HttpRequest, reference: str, number: int, side: str
) -> HttpResponse:
    agreement = party_agreement(request, reference)
    variation = get_object_or_404(agreement.variations.all(), number=number)
    if side not in ("funder", "provider"):
        raise Http404
    role = request.POST.get("role", "")
    signing.sign_variation(variation=variation, side=side, role=role, **who_and_when(request))
    messages.success(request, _("Signed. It is in force when both sides have."))
    return redirect(agreement)


@login_required
@require_http_methods(ANSWERS)
def subgrant(request: HttpRequest, reference: str) -> HttpResponse:
    prime = party_agreement(request, reference)
    check_can_edit(signed_in(request), prime.provider)
    form = forms.SubGrantForm(request.POST or None)

    def do() -> Any:
        return drafting.subgrant(
            prime=prime,
            provider=form.cleaned_data["provider"],
            details=form.details(),
            **who_and_when(request),
        )

    return _form_page(request, prime, form, do, _("Give a sub-grant"))


@login_required
@require_POST
def approve(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    agreement = party_agreement(request, reference)
    payment = get_object_or_404(agreement.payments.all(), pk=pk)
    return _tried(
        request,
        agreement,
        lambda: running.approve_payment(payment=payment, **who_and_when(request)),
    )


@login_required
@require_POST
def paid(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    agreement = party_agreement(request, reference)
    payment = get_object_or_404(agreement.payments.all(), pk=pk)
    today = timezone.localdate()
    return _tried(
        request,
        agreement,
        lambda: running.record_paid(payment=payment, on=today, **who_and_when(request)),
    )


@login_required
@require_POST
def reach(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    agreement = party_agreement(request, reference)
    milestone = get_object_or_404(agreement.milestones.all(), pk=pk)
    today = timezone.localdate()
    return _tried(
        request,
        agreement,
        lambda: running.reach_milestone(
            milestone=milestone, on=today, **who_and_when(request)
        ),
    )


@login_required
@require_POST
def send_return(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    agreement = party_agreement(request, reference)
    duty = get_object_or_404(agreement.duties.all(), pk=pk)
    said = request.POST.get("said", "")[:8_000]
    return _tried(
        request,
        agreement,
        lambda: running.send_return(duty=duty, said=said, **who_and_when(request)),
    )


@login_required
@require_POST
def settle_return(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    agreement = agreement_to_write(request, reference)
    duty = get_object_or_404(agreement.duties.all(), pk=pk)
    accept = request.POST.get("answer") == "accept"
    reason = request.POST.get("reason", "")[:2_000]
    return _tried(
        request,
        agreement,
        lambda: running.settle_return(
            duty=duty, accept=accept, reason=reason, **who_and_when(request)
        ),
    )


@login_required
@require_http_methods(ANSWERS)
def report(request: HttpRequest, reference: str) -> HttpResponse:
    agreement = party_agreement(request, reference)
    form = forms.ReportForm(request.POST or None)
    form.fields["indicator"].queryset = indicators_of(agreement)  # type: ignore[attr-defined]

    def do() -> Any:
        return running.report(
            agreement=agreement, **form.cleaned_data, **who_and_when(request)
        )

    return _form_page(request, agreement, form, do, _("Report a figure"))


@login_required
@require_http_methods(ANSWERS)
def graduate(request: HttpRequest, reference: str) -> HttpResponse:
    agreement = agreement_to_write(request, reference)
    form = forms.GraduateForm(request.POST or None)

    def do() -> Any:
        return running.graduate(
            agreement=agreement, **form.cleaned_data, **who_and_when(request)
        )

    return _form_page(request, agreement, form, do, _("Move the sub-grant on"))


def party_agreement(request: HttpRequest, reference: str) -> Agreement:
    found = seen_agreement(request, reference)
    if not is_party(request.user, found):
        raise Http404
    return found


def _decision(request: HttpRequest) -> Decision | None:
    text = request.GET.get("decision", "")
    if not text.isdigit():
        return None
    found = get_object_or_404(
        Decision.objects.select_related(
            "bid__lot__place",
            "bid__application__call__organisation",
            "bid__application__organisation",
        ),
        pk=int(text),
    )
    check_can_edit(signed_in(request), found.bid.application.call.organisation)
    return found


def _first(decision: Decision | None) -> dict[str, Any]:
    if decision is None:
        return {}
    call = decision.bid.application.call
    return {
        "title": call.title,
        "kind": "grant" if call.is_grant else "purchase",
        "amount": decision.amount,
        "begins": call.delivery_from,
        "ends": call.delivery_to,
        "terms": decision.conditions,
    }


def _tried(request: HttpRequest, agreement: Agreement, do: Callable[[], Any]) -> HttpResponse:
    try:
        do()
    except SAYABLE as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Done."))
    return redirect(agreement)


def _form_page(
    request: HttpRequest, agreement: Agreement, form: Any, do: Callable[[], Any], title: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and or_error(form, do) is not None:
        messages.success(request, _("Done."))
        return redirect(agreement)
    context = {"agreement": agreement, "form": form, "title": title}
    return render(request, "agreements/form.html", context)
