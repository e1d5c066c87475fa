"""The commissioner's pages of a round: panel, scores side by side, awards, the log."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.commissioning.actions import assessing, choosing, deciding
from counterpoint.apps.commissioning.actions.logging import first_broken
from counterpoint.apps.commissioning.forms.deciding import AgreeForm, DecisionForm, SeatForm
from counterpoint.apps.commissioning.models import Application, Bid, Call, FeedbackQuestion
from counterpoint.apps.commissioning.permissions import (
    can_write_call,
    check_can_read_expressions,
    check_may_read_submissions,
    seat_of,
)
from counterpoint.apps.commissioning.presenters import deciding as presenter
from counterpoint.apps.commissioning.presenters.responses import answers_shown, content_shown
from counterpoint.apps.commissioning.queries import panel as queries
from counterpoint.apps.commissioning.queries.calls import sent_counts
from counterpoint.apps.commissioning.queries.ranking import round_of
from counterpoint.apps.commissioning.views.applying import served
from counterpoint.apps.commissioning.views.attempt import (
    ANSWERS,
    SAYABLE,
    or_error,
    who_and_when,
)
from counterpoint.apps.commissioning.views.calls import seen_call
from counterpoint.apps.commissioning.views.drafting import call_to_write
from counterpoint.apps.directory.presenters.streams import csv_lines
from counterpoint.domain.commissioning.calls.standing import Act, Standing, may

ON_A_PAGE = 50


def opened_call(request: HttpRequest, reference: str) -> Call:
    call = call_to_write(request, reference)
    check_may_read_submissions(signed_in(request), call, timezone.now())
    return call


def moderated_call(request: HttpRequest, reference: str) -> Call:
    """For the panel as well, once everybody has finished."""
    call = seen_call(request, reference)
    if not can_write_call(request.user, call):
        if seat_of(request.user, call) is None or not assessing.moderation_has_begun(call):
            raise Http404
        return call
    check_may_read_submissions(signed_in(request), call, timezone.now())
    return call


@login_required
@require_http_methods(ANSWERS)
def panel(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    form = SeatForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        who = who_and_when(request)
        seat = or_error(
            form,
            lambda: assessing.give_seat(
                call=call, person=said["person"], role=said["role"], **who
            ),
        )
        if seat is not None:
            messages.success(request, _("On the panel."))
            return redirect("call-panel", call.reference)
    standing = call.standing(timezone.now())
    lines = queries.seat_lines(call)
    is_opened = standing in (Standing.ASSESSING, Standing.DECIDED)
    scored = round_of(call) if is_opened else None
    context = {
        "call": call,
        "form": form,
        "rows": presenter.seat_rows(lines, scored),
        "interests": queries.interests_of(call) if is_opened else [],
        "is_opened": is_opened,
        "is_assessing": standing is Standing.ASSESSING,
        "can_be_opened": may(Act.ASSESS, standing),
        "sent": sum(sent_counts(call).values()),
        "view": presenter.progress_view(lines, scored),
    }
    return render(request, "commissioning/panel.html", context)


@login_required
@require_POST
def take_seat(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    call = call_to_write(request, reference)
    seat = get_object_or_404(call.seats.all(), pk=pk)
    assessing.take_seat(seat=seat, **who_and_when(request))
    messages.success(request, _("Taken off the panel."))
    return redirect("call-panel", call.reference)


@login_required
@require_POST
def open_applications(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    count = assessing.open_applications(call=call, **who_and_when(request))
    words = ngettext("%(n)d application is open.", "%(n)d applications are open.", count)
    messages.success(request, words % {"n": count})
    return redirect("call-panel", call.reference)


@login_required
@require_POST
def share_out(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    try:
        loads = assessing.share_out(call=call, **who_and_when(request))
    except SAYABLE as refused:
        messages.error(request, str(refused))
    else:
        words = _("Shared out: nobody reads more than {n}.")
        messages.success(request, words.format(n=max(loads.values(), default=0)))
    return redirect("call-panel", call.reference)


@login_required
@require_safe
def expressions(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    check_can_read_expressions(signed_in(request), call, timezone.now())
    sent = Application.objects.filter(call=call, submissions__is_expression=True).distinct()
    page = Paginator(sent.select_related("organisation").order_by("pk"), ON_A_PAGE)
    shown = page.get_page(request.GET.get("page"))
    context = {"call": call, "page": shown, "rows": presenter.expression_rows(shown)}
    return render(request, "commissioning/expressions.html", context)


@login_required
@require_POST
def choose(request: HttpRequest, reference: str, application: str) -> HttpResponse:
    call = call_to_write(request, reference)
    found = get_object_or_404(call.applications.all(), reference=application)
    try:
        if request.POST.get("answer") == "invite":
            choosing.invite_on(application=found, **who_and_when(request))
        else:
            why = request.POST.get("why", "")
            choosing.turn_down(application=found, why=why, **who_and_when(request))
    except choosing.SayWhyNot as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Done, and the applicant is told."))
    return redirect("call-expressions", call.reference)


@login_required
@require_safe
def scores(request: HttpRequest, reference: str) -> HttpResponse:
    call = moderated_call(request, reference)
    scored = round_of(call)
    rows = presenter.score_rows(scored, only=request.GET.get("only", ""))
    context = {
        "call": call,
        "scored": scored,
        "page": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "only": request.GET.get("only", ""),
        "may_write": can_write_call(request.user, call),
        "is_all_read": scored.is_all_read,
    }
    return render(request, "commissioning/scores.html", context)


@login_required
@require_safe
def score(request: HttpRequest, reference: str, application: str) -> HttpResponse:
    call = moderated_call(request, reference)
    found = get_object_or_404(
        call.applications.select_related("organisation"), reference=application
    )
    return _score_page(request, call, found)


@login_required
@require_POST
def agree(request: HttpRequest, reference: str, application: str, pk: int) -> HttpResponse:
    call = opened_call(request, reference)
    found = get_object_or_404(
        call.applications.select_related("organisation"), reference=application
    )
    criterion = get_object_or_404(call.criteria.all(), pk=pk)
    form = AgreeForm(request.POST)
    if form.is_valid():
        said, who = form.cleaned_data, who_and_when(request)
        made = or_error(
            form,
            lambda: deciding.agree(
                application=found,
                criterion=criterion,
                points=said["points"],
                reason=said["reason"],
                **who,
            ),
        )
        if made is not None:
            messages.success(request, _("Recorded. It stands in place of the mean."))
            return redirect("call-score", call.reference, found.reference)
    return _score_page(request, call, found, {criterion.pk: form})


@login_required
@require_POST
def exclude(request: HttpRequest, reference: str, application: str) -> HttpResponse:
    call = opened_call(request, reference)
    found = get_object_or_404(call.applications.all(), reference=application)
    why = request.POST.get("why", "")
    choosing.exclude(application=found, why=why, **who_and_when(request))
    messages.success(request, _("Out of the round, with the reason in the log."))
    return redirect("call-scores", call.reference)


@login_required
@require_safe
def file(request: HttpRequest, reference: str, application: str, pk: int) -> FileResponse:
    call = opened_call(request, reference)
    found = get_object_or_404(call.applications.all(), reference=application)
    return served(get_object_or_404(found.attachments.all(), pk=pk))


@login_required
@require_safe
def awards(request: HttpRequest, reference: str) -> HttpResponse:
    call = opened_call(request, reference)
    scored = round_of(call)
    context = {
        "call": call,
        "scored": scored,
        "lots": presenter.lot_awards(scored, request.GET),
        "is_assessing": call.standing(timezone.now()) is Standing.ASSESSING,
        "is_all_read": scored.is_all_read,
        "view": presenter.pot_view(scored),
        "notices": presenter.notices_due(call),
    }
    return render(request, "commissioning/awards.html", context)


@login_required
@require_POST
def propose(request: HttpRequest, reference: str) -> HttpResponse:
    call = opened_call(request, reference)
    count = deciding.propose_by_rank(call=call, **who_and_when(request))
    words = ngettext("%(n)d decision put down.", "%(n)d decisions put down.", count)
    messages.success(request, words % {"n": count})
    return redirect("call-awards", call.reference)


@login_required
@require_http_methods(ANSWERS)
def decide_bid(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    call = opened_call(request, reference)
    bid = get_object_or_404(
        Bid.objects.select_related("application__call", "application__organisation", "lot"),
        pk=pk,
        application__call=call,
    )
    form = DecisionForm(request.POST or None, initial=presenter.decision_words(bid))
    if request.method == "POST" and form.is_valid():
        said, who = form.cleaned_data, who_and_when(request)
        made = or_error(form, lambda: deciding.decide_bid(bid=bid, **said, **who))
        if made is not None:
            messages.success(request, _("Put down. It stands when the call is decided."))
            return redirect("call-awards", call.reference)
    scored = round_of(call)
    context = {
        "call": call,
        "bid": bid,
        "form": form,
        "standing": scored.standings.get(bid.application_id),
        "view": presenter.pot_view(scored),
        "asked": presenter.sum_words(bid.price, call),
        "alike": presenter.similar_awards(bid),
    }
    return render(request, "commissioning/decide.html", context)


@login_required
@require_POST
def decide_call(request: HttpRequest, reference: str) -> HttpResponse:
    call = opened_call(request, reference)
    try:
        deciding.decide_call(call=call, **who_and_when(request))
    except SAYABLE as refused:
        messages.error(request, str(refused))
        return redirect("call-awards", call.reference)
    messages.success(request, _("Decided. Every applicant is told and can read the reasons."))
    return redirect(call)


@login_required
@require_safe
def log(request: HttpRequest, reference: str) -> HttpResponse:
    call = opened_call(request, reference)
    lines = call.log.select_related("by").order_by("-number")
    context = {
        "call": call,
        "page": Paginator(lines, ON_A_PAGE).get_page(request.GET.get("page")),
        "broken": first_broken(call),
    }
    return render(request, "commissioning/log.html", context)


@login_required
@require_safe
def log_csv(request: HttpRequest, reference: str) -> StreamingHttpResponse:
    call = opened_call(request, reference)
    lines = call.log.select_related("by").iterator(chunk_size=500)
    return _file(presenter.LOG_COLUMNS, lines, f"decision-log-{call.reference}.csv")


@login_required
@require_safe
def scores_csv(request: HttpRequest, reference: str) -> StreamingHttpResponse:
    call = opened_call(request, reference)
    scored = round_of(call)
    rows = presenter.score_rows(scored)
    return _file(presenter.score_columns(scored), rows, f"scores-{call.reference}.csv")


@login_required
@require_http_methods(ANSWERS)
def questions_back(request: HttpRequest, reference: str) -> HttpResponse:
    """What applicants ask about the reasons, answered to each alone."""
    call = opened_call(request, reference)
    asked = FeedbackQuestion.objects.filter(application__call=call)
    if request.method == "POST":
        one = get_object_or_404(asked, pk=request.POST.get("question") or 0)
        text = request.POST.get("text", "")
        deciding.answer_back(asked=one, text=text, **who_and_when(request))
        messages.success(request, _("Answered."))
        return redirect("call-questions-back", call.reference)
    found = asked.select_related("application__organisation").order_by("answered_at", "pk")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "commissioning/questions_back.html", {"call": call, "page": page})


def _score_page(
    request: HttpRequest, call: Call, found: Application, forms: dict[int, Any] | None = None
) -> HttpResponse:
    scored = round_of(call)
    standing = scored.standings.get(found.pk)
    sent = found.submissions.filter(is_expression=False).first()
    if standing is None or sent is None:
        raise Http404
    file_url = f"{call.get_absolute_url()}scores/{found.reference}/files/{{id}}/"
    may_write = can_write_call(request.user, call)
    context = {
        "call": call,
        "application": found,
        "standing": standing,
        "criteria": presenter.criterion_lines(scored, standing, forms or {}),
        "content": content_shown(sent.content, call.currency),
        "answers": answers_shown(sent.content, call.currency, file_url if may_write else ""),
        "may_write": may_write,
        "may_agree": may_write and scored.is_all_read and call.state == "assessing",
        "earlier": queries.earlier_of(found),
        "linked": queries.linked_to(found),
    }
    return render(request, "commissioning/score.html", context)


def _file(table: Any, rows: Any, name: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        csv_lines(table, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
