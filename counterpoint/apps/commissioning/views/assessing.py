"""An assessor's own pages: interests first, then one application after the other."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.commissioning.actions import assessing
from counterpoint.apps.commissioning.forms.deciding import read_interests, read_points
from counterpoint.apps.commissioning.models import Reading, Seat
from counterpoint.apps.commissioning.permissions import seat_of
from counterpoint.apps.commissioning.presenters.reading import reading_view
from counterpoint.apps.commissioning.presenters.responses import answers_shown, content_shown
from counterpoint.apps.commissioning.queries import panel
from counterpoint.apps.commissioning.views.applying import served
from counterpoint.apps.commissioning.views.attempt import ANSWERS, who_and_when
from counterpoint.apps.commissioning.views.calls import seen_call

ON_A_PAGE = 50


def own_seat(request: HttpRequest, reference: str) -> Seat:
    seat = seat_of(request.user, seen_call(request, reference))
    if seat is None or seat.call.opened_at is None:
        raise Http404
    return seat


def own_reading(request: HttpRequest, pk: int) -> Reading:
    """Nobody opens what was not given to them, or what an interest keeps from them."""
    found = Reading.objects.select_related(
        "seat__call__organisation", "application__organisation", "application__call"
    ).filter(pk=pk, seat__person=signed_in(request))
    reading = get_object_or_404(found)
    if reading.seat.interests.filter(application=reading.application_id).exists():
        raise Http404
    return reading


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    context = {"lines": panel.my_seats(signed_in(request))}
    return render(request, "commissioning/my_readings.html", context)


@login_required
@require_safe
def readings(request: HttpRequest, reference: str) -> HttpResponse:
    seat = own_seat(request, reference)
    if seat.declared_at is None:
        return redirect("declare-interests", reference)
    page = Paginator(panel.my_readings(seat), ON_A_PAGE).get_page(request.GET.get("page"))
    done = seat.readings.exclude(finished_at=None).count()
    context = {
        "seat": seat,
        "call": seat.call,
        "page": page,
        "done": done,
        "of": seat.readings.count(),
        "criteria": seat.call.criteria.count(),
        "is_moderating": assessing.moderation_has_begun(seat.call),
    }
    return render(request, "commissioning/readings.html", context)


@login_required
@require_http_methods(ANSWERS)
def declare(request: HttpRequest, reference: str) -> HttpResponse:
    seat = own_seat(request, reference)
    if request.method == "POST":
        interests = read_interests(request.POST)
        assessing.declare(call=seat.call, interests=interests, **who_and_when(request))
        messages.success(request, _("Declared. What you have an interest in, you never get."))
        return redirect("readings", reference)
    page = Paginator(panel.who_applied(seat.call), 200).get_page(request.GET.get("page"))
    held = {one.application_id: one for one in seat.interests.all()}
    context = {
        "seat": seat,
        "call": seat.call,
        "page": page,
        "rows": [(one, held.get(one.pk)) for one in page],
    }
    return render(request, "commissioning/declare.html", context)


@login_required
@require_http_methods(ANSWERS)
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_reading(request, pk)
    call = found.seat.call
    if found.seat.declared_at is None:
        return redirect("declare-interests", call.reference)
    trouble = ""
    if request.method == "POST":
        points, comments = read_points(request.POST, list(call.criteria.all()))
        finish = request.POST.get("then") == "finish"
        try:
            assessing.save_reading(
                reading=found,
                points=points,
                comments=comments,
                comment=request.POST.get("comment", "")[:4_000],
                finish=finish,
                **who_and_when(request),
            )
        except assessing.NotAllScored as refused:
            # Saved as far as it goes all the same: nothing that was typed is lost.
            assessing.save_reading(
                reading=found,
                points=points,
                comments=comments,
                comment=request.POST.get("comment", "")[:4_000],
                **who_and_when(request),
            )
            trouble = str(refused)
        else:
            return _after(request, found, finish=finish)
    sent = found.application.submissions.filter(is_expression=False).first()
    if sent is None:
        raise Http404
    file_url = f"/assess/{found.pk}/files/{{id}}/"
    context = {
        "reading": found,
        "call": call,
        "content": content_shown(sent.content, call.currency),
        "answers": answers_shown(sent.content, call.currency, file_url),
        "view": reading_view(found),
        "trouble": trouble,
        "earlier": panel.earlier_of(found.application),
    }
    return render(request, "commissioning/reading.html", context)


@login_required
@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    found = own_reading(request, pk)
    assessing.take_up_again(reading=found, **who_and_when(request))
    return redirect("reading", found.pk)


@login_required
@require_safe
def file(request: HttpRequest, pk: int, file: int) -> FileResponse:
    found = own_reading(request, pk)
    return served(get_object_or_404(found.application.attachments.all(), pk=file))


def _after(request: HttpRequest, found: Reading, *, finish: bool) -> HttpResponse:
    if not finish:
        messages.success(request, _("Saved."))
        return redirect("reading", found.pk)
    following = panel.next_reading(found.seat, found)
    if following is None:
        messages.success(request, _("Finished, and that was the last one."))
        return redirect("readings", found.seat.call.reference)
    messages.success(request, _("Finished. This is the next one."))
    return redirect("reading", following.pk)
