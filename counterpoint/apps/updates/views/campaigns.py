"""The programme team's newsletters: writing, looking, testing, scheduling, pausing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import check_is_programme_team, signed_in
from counterpoint.apps.updates.actions import campaigns as actions
from counterpoint.apps.updates.forms.campaigns import Letter, Moment, initial_of
from counterpoint.apps.updates.models import Campaign, Mailing
from counterpoint.apps.updates.presenters_of_mail import rendered
from counterpoint.apps.updates.queries.segments import recipients, sample

A_PAGE = 20
State = Mailing.State


@require_safe
@login_required
def campaigns(request: HttpRequest) -> HttpResponse:
    check_is_programme_team(request.user)
    page = Paginator(Campaign.objects.all(), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "updates/campaigns.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def write(request: HttpRequest, slug: str = "") -> HttpResponse:
    check_is_programme_team(request.user)
    campaign = get_object_or_404(Campaign, slug=slug) if slug else None
    initial = initial_of(campaign) if campaign else {}
    form = Letter(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        saved = actions.write(
            campaign=campaign,
            subject=form.cleaned_data["subject"],
            body=form.cleaned_data["body"],
            place_code=form.cleaned_data["place"],
            concept_code=form.cleaned_data["term"],
            by=signed_in(request),
            at=timezone.now(),
        )
        return redirect("campaign", saved.slug)
    return render(request, "updates/write.html", {"form": form, "campaign": campaign})


@require_safe
@login_required
def campaign(request: HttpRequest, slug: str) -> HttpResponse:
    """The letter as it will be read, and whom it reaches, before anything is sent."""
    check_is_programme_team(request.user)
    found = get_object_or_404(Campaign, slug=slug)
    counts = found.mailings.aggregate(
        sent=Count("pk", filter=Q(state=State.SENT)),
        waiting=Count("pk", filter=Q(state__in=(State.WAITING, State.CLAIMED))),
        failed=Count("pk", filter=Q(state=State.FAILED)),
    )
    context = {
        "campaign": found,
        "html": rendered(found.body),
        "reaches": recipients(found).count(),
        "sample": sample(found),
        "counts": counts,
        "moment": Moment(),
    }
    return render(request, "updates/campaign.html", context)


@require_POST
@login_required
def act(request: HttpRequest, slug: str, verb: str) -> HttpResponse:
    check_is_programme_team(request.user)
    found = get_object_or_404(Campaign, slug=slug)
    by, at = signed_in(request), timezone.now()
    if verb == "test":
        actions.send_test(campaign=found, to=by.email, by=by, at=at)
        messages.success(request, _("A test is on its way to %(to)s.") % {"to": by.email})
    elif verb == "schedule":
        _schedule(request, found)
    elif verb == "pause":
        actions.pause(campaign=found, by=by, at=at)
        messages.success(request, _("Paused. What was not sent waits."))
    elif verb != "go-on":
        raise Http404
    else:
        actions.go_on(campaign=found, by=by, at=at)
        messages.success(request, _("It goes on."))
    return redirect("campaign", slug)


def _schedule(request: HttpRequest, found: Campaign) -> None:
    form, at = Moment(request.POST), timezone.now()
    if not form.is_valid():
        messages.error(request, _("That is not a date and time. Nothing was scheduled."))
        return
    actions.schedule(campaign=found, send_at=form.when(at), by=signed_in(request), at=at)
    messages.success(request, _("Scheduled. It can be paused until the last mail is sent."))
