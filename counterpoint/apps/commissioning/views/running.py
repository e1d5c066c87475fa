"""A call before the public: published, amended, moved, withdrawn, asked about, advertised again."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.commissioning.actions import asking, publishing, responding
from counterpoint.apps.commissioning.finders import found_for
from counterpoint.apps.commissioning.forms import calls as call_forms
from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.commissioning.presenters import calls as presenter
from counterpoint.apps.commissioning.presenters.response import response_view
from counterpoint.apps.commissioning.views.attempt import ANSWERS, or_error, who_and_when
from counterpoint.apps.commissioning.views.calls import seen_call
from counterpoint.apps.commissioning.views.drafting import call_to_write


@login_required
@require_POST
def publish(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    publishing.publish_call(call=call, **who_and_when(request))
    messages.success(request, _("Published. From now on it is amended, not edited."))
    return redirect(call)


@login_required
@require_http_methods(ANSWERS)
def amend(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    stored = Call.objects.get(pk=call.pk)
    form = call_forms.AmendForm(request.POST or None, instance=stored)

    def act() -> Any:
        said = dict(form.cleaned_data)
        why = said.pop("why")
        return publishing.amend_call(call=call, details=said, why=why, **who_and_when(request))

    about = _("Everything that was published before stays readable, with its date.")
    return _form_page(request, call, form, act, _("Amend the call"), about)


@login_required
@require_http_methods(ANSWERS)
def extend(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    form = call_forms.ExtendForm(request.POST or None)

    def act() -> Any:
        said = form.cleaned_data
        return publishing.extend_call(
            call=call, closes_at=said["closes_at"], why=said["why"], **who_and_when(request)
        )

    about = _("It is {when} now. It moves for everybody, and what comes after moves as far.")
    words = about.format(when=presenter.moment(call.closes_at))
    return _form_page(request, call, form, act, _("Move the deadline"), words)


@login_required
@require_http_methods(ANSWERS)
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    form = call_forms.WhyForm(request.POST or None)

    def act() -> Any:
        why = form.cleaned_data["why"]
        return publishing.withdraw_call(call=call, why=why, **who_and_when(request))

    about = _("Its page stays and says why. Nobody can apply any more.")
    return _form_page(request, call, form, act, _("Withdraw the call"), about)


@login_required
@require_POST
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    call = seen_call(request, reference)
    text = request.POST.get("text", "")[:2_000]
    who = who_and_when(request)
    asking.ask(call=call, text=text, **who)
    words = _("Asked. The answer will stand here for everybody; nobody is shown who asked.")
    messages.success(request, words)
    return redirect(call)


@login_required
@require_POST
def answer(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    call = call_to_write(request, reference)
    asked = get_object_or_404(call.clarifications.all(), pk=pk)
    text = request.POST.get("text", "")
    asking.answer(clarification=asked, text=text, **who_and_when(request))
    messages.success(request, _("Answered, for everybody to read."))
    return redirect(call)


@login_required
@require_http_methods(ANSWERS)
def invite(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    form = call_forms.InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        who = who_and_when(request)
        made = or_error(
            form,
            lambda: asking.invite(
                call=call, organisation=said["organisation"], reason=said["reason"], **who
            ),
        )
        if made is not None:
            messages.success(request, _("Told. The reason stands in the mail."))
            return redirect("invite-to-call", call.reference)
    told = list(call.invitations.select_related("organisation"))
    known = {one.organisation_id for one in told}
    context = {
        "call": call,
        "form": form,
        "told": told,
        "found": [
            one
            for one in found_for(call, timezone.localdate())
            if one.organisation.pk not in known
        ],
    }
    return render(request, "commissioning/invite.html", context)


@login_required
@require_safe
def response(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    context = {"call": call, **response_view(call, timezone.now())}
    return render(request, "commissioning/response.html", context)


@login_required
@require_http_methods(ANSWERS)
def readvertise(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    first = {"as_grant": "grant" in request.GET}
    form = call_forms.ReadvertiseForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        who = who_and_when(request)
        later = or_error(
            form,
            lambda: responding.readvertise(
                call=call, why=said["why"], as_grant=said["as_grant"], **who
            ),
        )
        if later is not None:
            words = _("The next round is a draft with everything of this one but its times.")
            messages.success(request, words)
            return redirect("edit-call", later.reference)
    about = _(
        "Both rounds stay visible and linked. Whoever applied keeps what they wrote and can use "
        "it again."
    )
    context = {"call": call, "form": form, "title": _("Advertise again"), "about": about}
    return render(request, "commissioning/call_act.html", context)


@login_required
@require_http_methods(ANSWERS)
def split(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    call = call_to_write(request, reference)
    lot = get_object_or_404(call.lots.all(), number=number)
    form = call_forms.SplitForm(request.POST or None)

    def act() -> Any:
        said = form.cleaned_data
        return responding.split_lot(
            lot=lot,
            parts=said["parts"],
            closes_at=said["closes_at"],
            why=said["why"],
            **who_and_when(request),
        )

    about = _("Lot {n}, {title}. The parts make its ceiling together.")
    words = about.format(n=lot.number, title=lot.title)
    return _form_page(request, call, form, act, _("Split a lot"), words)


def _form_page(
    request: HttpRequest,
    call: Call,
    form: forms.BaseForm,
    act: Callable[[], Any],
    title: str,
    about: str,
) -> HttpResponse:
    signed_in(request)
    if request.method == "POST" and form.is_valid() and or_error(form, act) is not None:
        messages.success(request, _("Done, and everybody who follows the call is told."))
        return redirect(call)
    context = {"call": call, "form": form, "title": title, "about": about}
    return render(request, "commissioning/call_act.html", context)
