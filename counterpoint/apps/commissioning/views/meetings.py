"""Engagement events of a call: open to every organisation, with notes for everybody afterwards."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.commissioning.actions import meetings as actions
from counterpoint.apps.commissioning.forms.meetings import MeetingForm, NotesForm
from counterpoint.apps.commissioning.models import Attendance, Meeting
from counterpoint.apps.commissioning.permissions import can_write_call
from counterpoint.apps.commissioning.presenters.calendar import calendar
from counterpoint.apps.commissioning.presenters.calls import moment
from counterpoint.apps.commissioning.views.attempt import ANSWERS, or_error, who_and_when
from counterpoint.apps.commissioning.views.calls import seen_call
from counterpoint.apps.commissioning.views.drafting import call_to_write
from counterpoint.apps.directory.models import Membership


def seen_meeting(request: HttpRequest, reference: str, meeting: str) -> Meeting:
    call = seen_call(request, reference)
    return get_object_or_404(
        Meeting.objects.select_related("call"), call=call, reference=meeting
    )


def meeting_to_run(request: HttpRequest, reference: str, meeting: str) -> Meeting:
    call_to_write(request, reference)
    return seen_meeting(request, reference, meeting)


@login_required
@require_http_methods(ANSWERS)
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    call = call_to_write(request, reference)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said, who = form.cleaned_data, who_and_when(request)
        made = or_error(form, lambda: actions.plan(call=call, details=said, **who))
        if made is not None:
            messages.success(
                request, _("Planned. Everybody who sees the call can take a place.")
            )
            return redirect(made)
    context = {"call": call, "form": form, "title": _("Plan a meeting"), "about": ABOUT}
    return render(request, "commissioning/call_act.html", context)


@require_safe
def meeting(request: HttpRequest, reference: str, meeting: str) -> HttpResponse:
    found = seen_meeting(request, reference, meeting)
    held = _held(request, found)
    may_run = can_write_call(request.user, found.call)
    now = timezone.now()
    taken = found.attendances.filter(is_waiting=False).count()
    context: dict[str, Any] = {
        "meeting": found,
        "call": found.call,
        "starts": moment(found.starts_at),
        "ends": moment(found.ends_at),
        "held": held,
        "left": found.capacity - taken if found.capacity is not None else None,
        "has_begun": now >= found.starts_at,
        "came": found.attendances.filter(came=True).count(),
        "organisations": _organisations(request),
        "may_run": may_run,
        "notes_form": NotesForm(initial={"notes": found.notes}),
        "attendances": list(found.attendances.select_related("organisation", "person"))
        if may_run
        else [],
        "clashes": _clashes(request, found) if held is None else [],
    }
    return render(request, "commissioning/meeting.html", context)


@login_required
@require_POST
def take(request: HttpRequest, reference: str, meeting: str) -> HttpResponse:
    found = seen_meeting(request, reference, meeting)
    chosen = next(
        (
            one
            for one in _organisations(request)
            if str(one.pk) == request.POST.get("organisation")
        ),
        None,
    )
    if chosen is None:
        raise Http404
    needs = request.POST.get("needs", "")
    made = actions.take_place(
        meeting=found, organisation=chosen, needs=needs, **who_and_when(request)
    )
    if made.is_waiting:
        messages.info(request, _("All places are taken: you stand on the waiting list."))
    else:
        messages.success(request, _("You have a place."))
    return redirect(found)


@login_required
@require_POST
def leave(request: HttpRequest, reference: str, meeting: str) -> HttpResponse:
    found = seen_meeting(request, reference, meeting)
    actions.give_up(meeting=found, **who_and_when(request))
    messages.success(request, _("Given up. Whoever waits longest gets it."))
    return redirect(found)


@login_required
@require_POST
def off(request: HttpRequest, reference: str, meeting: str) -> HttpResponse:
    found = meeting_to_run(request, reference, meeting)
    actions.call_off(meeting=found, **who_and_when(request))
    messages.success(request, _("Called off, and everybody with a place is told."))
    return redirect(found)


@login_required
@require_POST
def attendance(request: HttpRequest, reference: str, meeting: str) -> HttpResponse:
    found = meeting_to_run(request, reference, meeting)
    came = [int(one) for one in request.POST.getlist("came") if one.isdigit()]
    actions.record_attendance(meeting=found, came=came, **who_and_when(request))
    messages.success(request, _("Recorded."))
    return redirect(found)


@login_required
@require_POST
def notes(request: HttpRequest, reference: str, meeting: str) -> HttpResponse:
    found = meeting_to_run(request, reference, meeting)
    text = request.POST.get("notes", "")[:12_000]
    actions.publish_notes(meeting=found, notes=text, **who_and_when(request))
    messages.success(request, _("Published, for those who were not there too."))
    return redirect(found)


@require_safe
def as_ics(request: HttpRequest, reference: str, meeting: str) -> HttpResponse:
    found = seen_meeting(request, reference, meeting)
    held = _held(request, found)
    with_joining = held is not None and not held.is_waiting
    return HttpResponse(
        calendar(found, timezone.now(), with_joining=with_joining),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{found.reference}.ics"'},
    )


ABOUT = _(
    "Open to every organisation, on a framework or not. What is said there is published to all."
)


def _held(request: HttpRequest, found: Meeting) -> Attendance | None:
    if not request.user.is_authenticated:
        return None
    return found.attendances.filter(person=signed_in(request)).first()


def _organisations(request: HttpRequest) -> list[Any]:
    if not request.user.is_authenticated:
        return []
    held = Membership.objects.filter(person=signed_in(request)).select_related("organisation")
    return [one.organisation for one in held.order_by("organisation__name")]


def _clashes(request: HttpRequest, found: Meeting) -> list[Meeting]:
    """Other meetings of one's own at the same time."""
    if not request.user.is_authenticated:
        return []
    mine = Meeting.objects.filter(
        attendances__person=signed_in(request),
        is_off=False,
        starts_at__lt=found.ends_at,
        ends_at__gt=found.starts_at,
    )
    return list(mine.exclude(pk=found.pk).select_related("call"))
