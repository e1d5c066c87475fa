"""Applying: begun, written, sent. The page works without scripts; with them it saves by itself."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.commissioning.actions import applying, files, library, partners
from counterpoint.apps.commissioning.forms.applying import (
    DetailsForm,
    PartnerForm,
    read_prices,
    read_value,
    read_version,
)
from counterpoint.apps.commissioning.forms.price import sheet
from counterpoint.apps.commissioning.models import Application, Partner, SavedAnswer
from counterpoint.apps.commissioning.permissions import (
    can_read_application,
    is_applicant,
    is_settled_for_applicants,
)
from counterpoint.apps.commissioning.presenters import application_page as presenter
from counterpoint.apps.commissioning.presenters.price import budget_rows
from counterpoint.apps.commissioning.presenters.responses import answers_shown, content_shown
from counterpoint.apps.commissioning.queries import applications as queries
from counterpoint.apps.commissioning.queries.progress import is_at_expression, progress_of
from counterpoint.apps.commissioning.views.attempt import (
    ANSWERS,
    SAYABLE,
    or_error,
    seen,
    who_and_when,
)
from counterpoint.apps.commissioning.views.calls import seen_call
from counterpoint.apps.directory.permissions import can_edit
from counterpoint.apps.directory.queries.my_work import organisations_i_edit
from counterpoint.domain.commissioning.calls.questions import Kind
from counterpoint.integrations.files import handed_in

ON_A_PAGE = 25
PRIVATE = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}


def own_application(request: HttpRequest, reference: str) -> Application:
    """For others it does not exist, the commissioner's people included."""
    found = queries.application_by_reference(reference)
    if found is None or not is_applicant(request.user, found):
        raise Http404
    return found


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    person = signed_in(request)
    page = Paginator(queries.my_applications(person), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    named = list(queries.partnerships_of(person)[:100])
    twice = queries.twice_in_a_call(named, page)
    context = {
        "page": page,
        "rows": [
            (one, (one.organisation_id, one.call_id) in twice, is_settled_for_applicants(one))
            for one in page
        ],
        "named": [
            (one, (one.organisation_id, one.application.call_id) in twice) for one in named
        ],
    }
    return render(request, "commissioning/my_applications.html", context)


@login_required
@require_http_methods(ANSWERS)
def apply(request: HttpRequest, reference: str) -> HttpResponse:
    call = seen_call(request, reference)
    organisations = organisations_i_edit(signed_in(request))
    held = {one.organisation_id: one for one in queries.my_applications_to(call, request.user)}
    if request.method == "POST":
        chosen = next(
            (one for one in organisations if str(one.pk) == request.POST.get("organisation")),
            None,
        )
        if chosen is None:
            raise Http404
        made = applying.start(call=call, organisation=chosen, **who_and_when(request))
        messages.success(request, _("Begun. What you write is saved as you go."))
        return redirect(made)
    context = {
        "call": call,
        "organisations": [(one, held.get(one.pk)) for one in organisations],
    }
    return render(request, "commissioning/apply.html", context)


@login_required
@require_http_methods(ANSWERS)
def application(request: HttpRequest, reference: str) -> HttpResponse:
    found = own_application(request, reference)
    stored = Application.objects.select_related("call").get(pk=found.pk)
    form = DetailsForm(request.POST or None, instance=stored)
    wrong: dict[int, str] = {}
    if request.method == "POST" and form.is_valid():
        numbers = list(found.call.lots.values_list("number", flat=True))
        prices = read_prices(request.POST, numbers, is_only_one=len(numbers) == 1)
        wrong = prices.wrong
        for number, typed in wrong.items():
            words = _("Lot {n}: “{typed}” is not a sum of money.")
            form.add_error(None, words.format(n=number, typed=typed))

        def save() -> bool:
            applying.save_details(
                application=found,
                details=form.details(),
                prices=prices.by_lot,
                seen_at=seen(form.cleaned_data["seen"]),
                **who_and_when(request),
            )
            return True

        if not wrong and or_error(form, save):
            messages.success(request, _("Saved."))
            return redirect(found)
    return _page(request, found, form, wrong)


@login_required
@require_POST
def save_answer(request: HttpRequest, reference: str, question: int) -> HttpResponse:
    """With htmx the question alone comes back; without scripts the page, at the question."""
    found = own_application(request, reference)
    asked = get_object_or_404(found.call.questions.all(), pk=question)
    try:
        answer = applying.save_answer(
            application=found,
            question=asked,
            value=read_value(asked, request.POST),
            seen_version=read_version(request.POST),
            **who_and_when(request),
        )
    except applying.AnsweredMeanwhile as meanwhile:
        form = presenter.question_form(asked, meanwhile.stored, mine=meanwhile.mine)
        # A script swaps the question in and has nothing to report: both answers are on the page.
        status = 200 if request.headers.get("HX-Request") else 409
        return _question(request, found, form, status=status)
    if not request.headers.get("HX-Request"):
        messages.success(request, _("Saved."))
        return redirect(f"{found.get_absolute_url()}#question-{asked.pk}")
    made = progress_of(found)
    troubles = tuple(made.by_question.get(asked.pk, ()))
    form = presenter.question_form(asked, answer, troubles=troubles)
    return _question(request, found, form)


@login_required
@require_POST
def use_saved(request: HttpRequest, reference: str, question: int) -> HttpResponse:
    found = own_application(request, reference)
    asked = get_object_or_404(found.call.questions.all(), pk=question)
    saved = get_object_or_404(
        SavedAnswer, pk=request.POST.get("saved") or 0, organisation=found.organisation
    )
    applying.save_answer(
        application=found,
        question=asked,
        value=saved.text,
        seen_version=read_version(request.POST),
        **who_and_when(request),
    )
    messages.success(request, _("Your words are in. Read them once more for this call."))
    return redirect(f"{found.get_absolute_url()}#question-{asked.pk}")


@login_required
@require_POST
def use_price(request: HttpRequest, reference: str, question: int) -> HttpResponse:
    """A costing from the price tool becomes the answer; the costing comes in the address."""
    found = own_application(request, reference)
    asked = get_object_or_404(found.call.questions.all(), pk=question, kind=Kind.MONEY)
    rows = budget_rows(sheet(request.GET))
    held = found.answers.filter(question=asked).first()
    applying.save_answer(
        application=found,
        question=asked,
        value=rows,
        seen_version=held.version if held else 0,
        **who_and_when(request),
    )
    messages.success(request, _("The costing is in. It stands as your budget now."))
    return redirect(f"{found.get_absolute_url()}#question-{asked.pk}")


@login_required
@require_POST
def attach(request: HttpRequest, reference: str, question: int) -> HttpResponse:
    found = own_application(request, reference)
    asked = get_object_or_404(found.call.questions.all(), pk=question)
    handed = request.FILES.get("file")
    back = redirect(f"{found.get_absolute_url()}#question-{asked.pk}")
    if handed is None:
        messages.error(request, _("Choose a file first."))
        return back
    try:
        files.attach(
            application=found,
            question=asked,
            name=handed.name or "",
            chunks=handed.chunks(),
            **who_and_when(request),
        )
    except SAYABLE as refused:
        messages.error(request, str(refused))
        return back
    messages.success(request, _("The file is in."))
    return back


@login_required
@require_POST
def remove_file(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    found = own_application(request, reference)
    attachment = get_object_or_404(found.attachments.all(), pk=pk)
    files.remove(attachment=attachment, **who_and_when(request))
    messages.success(request, _("The file is gone."))
    return redirect(f"{found.get_absolute_url()}#question-{attachment.question_id}")


@login_required
@require_safe
def own_file(request: HttpRequest, reference: str, pk: int) -> FileResponse:
    found = queries.application_by_reference(reference)
    if found is None or not can_read_application(request.user, found):
        raise Http404
    return served(get_object_or_404(found.attachments.all(), pk=pk))


def served(attachment: Any) -> FileResponse:
    """Always as an attachment: a browser never shows what a stranger handed in."""
    return FileResponse(
        handed_in.path_of(attachment.stored_as).open("rb"),
        as_attachment=True,
        filename=attachment.name,
        content_type="application/octet-stream",
        headers=PRIVATE,
    )


@login_required
@require_POST
def submit(request: HttpRequest, reference: str) -> HttpResponse:
    who = who_and_when(request)
    found = own_application(request, reference)
    try:
        applying.submit(application=found, **who)
    except SAYABLE as refused:
        messages.error(request, str(refused))
        return redirect(found)
    messages.success(request, _("Sent. This is your receipt."))
    return redirect("receipt", found.reference)


@login_required
@require_POST
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    found = own_application(request, reference)
    applying.withdraw(application=found, **who_and_when(request))
    messages.success(request, _("Withdrawn. Until the deadline you can send it again."))
    return redirect(found)


@login_required
@require_safe
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """What was sent, as it was sent. Partners read it too."""
    found = queries.application_by_reference(reference)
    if found is None or not can_read_application(request.user, found):
        raise Http404
    sent = found.submissions.select_related("by").first()
    if sent is None:
        raise Http404
    file_url = f"{found.get_absolute_url()}files/{{id}}/"
    context = {
        "application": found,
        "sent": sent,
        "earlier": list(found.submissions.defer("content")[1:]),
        "content": content_shown(sent.content, found.call.currency),
        "answers": answers_shown(sent.content, found.call.currency, file_url),
        "is_mine": is_applicant(request.user, found),
    }
    return render(request, "commissioning/receipt.html", context)


@login_required
@require_http_methods(ANSWERS)
def add_partner(request: HttpRequest, reference: str) -> HttpResponse:
    found = own_application(request, reference)
    form = PartnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> Partner:
            said = dict(form.cleaned_data)
            organisation = said.pop("organisation")
            return partners.name_partner(
                application=found,
                organisation=organisation,
                details=said,
                **who_and_when(request),
            )

        if or_error(form, act) is not None:
            messages.success(request, _("Named, and asked to confirm."))
            return redirect(f"{found.get_absolute_url()}#partners")
    context = {"application": found, "form": form}
    return render(request, "commissioning/add_partner.html", context)


@login_required
@require_POST
def remove_partner(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    found = own_application(request, reference)
    partner = get_object_or_404(found.partners.all(), pk=pk)
    partners.take_off_partner(partner=partner, **who_and_when(request))
    messages.success(request, _("Taken off."))
    return redirect(f"{found.get_absolute_url()}#partners")


@login_required
@require_POST
def answer_partner(request: HttpRequest, pk: int) -> HttpResponse:
    partner = get_object_or_404(
        Partner.objects.select_related("organisation", "application__call"), pk=pk
    )
    if not can_edit(request.user, partner.organisation):
        raise Http404
    confirms = request.POST.get("answer") == "confirm"
    partners.answer_as_partner(partner=partner, confirms=confirms, **who_and_when(request))
    messages.success(request, _("Confirmed.") if confirms else _("Declined."))
    return redirect("my-applications")


@login_required
@require_POST
def drop_saved(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    found = own_application(request, reference)
    saved = get_object_or_404(SavedAnswer, pk=pk, organisation=found.organisation)
    library.drop_words(saved=saved, **who_and_when(request))
    messages.success(request, _("Taken out of the library. Your answers stay as they are."))
    return redirect(found)


def _page(
    request: HttpRequest, found: Application, form: DetailsForm, wrong: dict[int, str]
) -> HttpResponse:
    now = timezone.now()
    found.refresh_from_db()
    made = progress_of(found)
    is_expression = is_at_expression(found)
    view = presenter.application_view(found, made, now, is_expression=is_expression)
    if wrong:
        view.lots = presenter.lot_forms(found, wrong)
    context = {
        "application": found,
        "call": found.call,
        "form": form,
        "view": view,
        "partners": list(found.partners.select_related("organisation")),
        "sent": found.submissions.defer("content").first(),
        "is_changed": bool(found.submitted_at and found.updated_at > found.submitted_at),
        "may_write": can_edit(request.user, found.organisation),
        "is_settled": is_settled_for_applicants(found),
    }
    return render(request, "commissioning/application.html", context)


def _question(
    request: HttpRequest, found: Application, form: Any, status: int = 200
) -> HttpResponse:
    context = {"one": form, "application": found, "may_write": True}
    name = "commissioning/question.html"
    if not request.headers.get("HX-Request"):
        name = "commissioning/question_conflict.html"
    return render(request, name, context, status=status)
