"""Suggesting a correction, and answering one."""

from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.directory.actions import corrections as actions
from counterpoint.apps.directory.forms.corrections import Answer, Suggestion
from counterpoint.apps.directory.models import Award, Correction
from counterpoint.apps.directory.permissions import can_see_drafts, check_can_answer
from counterpoint.apps.directory.queries.corrections import record_of
from counterpoint.apps.directory.queries.owners import owner_of
from counterpoint.apps.directory.views.kinds import KINDS
from counterpoint.domain.refusals import Refusal

# From one person, or from one network address, in an hour: enough for somebody who reads a whole
# town's records, too few to fill an owner's mailbox. A library or a council is one address.
MOST_FROM_A_PERSON = 10
MOST_FROM_AN_ADDRESS = 30
AN_HOUR_SECONDS = 3_600


class TooManySuggestions(Refusal):
    sentence = gettext_lazy("Many corrections came from here within the hour.")
    advice = gettext_lazy("What you sent before is kept. Please send the next one in an hour.")


@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: HttpRequest, kind_name: str, key: str) -> HttpResponse:
    """Open to everybody."""
    record = _record(request, kind_name, key)
    form = Suggestion(request.POST or None, initial={"field": request.GET.get("field", "")})
    if request.method == "POST" and form.is_valid():
        check_not_too_many(request)
        actions.suggest_correction(
            record=record,
            suggestion=form.cleaned_data["suggestion"],
            field=form.cleaned_data["field"],
            email=form.cleaned_data["email"],
            by=request.user if request.user.is_authenticated else None,
            at=timezone.now(),
        )
        messages.success(
            request, _("Thank you. Your suggestion has reached those who can answer it.")
        )
        return redirect(record)
    if request.user.is_authenticated:
        del form.fields["email"]
    context = {"form": form, "record": record}
    return render(request, "directory/suggest.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    correction = get_object_or_404(Correction, pk=pk)
    record = record_of(correction)
    check_can_answer(request.user, owner_of(record))
    form = Answer(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_correction(
                correction=correction,
                is_made=form.cleaned_data["decision"] == Answer.MADE,
                answer=form.cleaned_data["answer"],
                by=signed_in(request),
                at=timezone.now(),
            )
        except Refusal as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Your answer is on its way."))
            return redirect("my-work")
    context = {"form": form, "correction": correction, "record": record}
    return render(request, "directory/answer.html", context)


def check_not_too_many(request: HttpRequest) -> None:
    """Only keyed hashes of who it was are kept, and only for the hour."""
    person = str(request.user.pk or request.session.session_key or "")
    counted = (
        (person, MOST_FROM_A_PERSON),
        (request.META.get("REMOTE_ADDR", ""), MOST_FROM_AN_ADDRESS),
    )
    for sender, most in counted:
        if sender and _sent_within_the_hour(sender) > most:
            raise TooManySuggestions


def _sent_within_the_hour(sender: str) -> int:
    """This one included."""
    secret = settings.SECRET_KEY.encode()[:64]
    mark = blake2b(sender.encode(), key=secret, digest_size=16).hexdigest()
    key = f"corrections-from:{mark}"
    cache.add(key, 0, AN_HOUR_SECONDS)
    return cache.incr(key)


def _record(request: HttpRequest, kind_name: str, key: str) -> Any:
    if kind_name == "award":
        return get_object_or_404(Award, pk=key)
    record = KINDS[kind_name].find(key)
    if record is None or not (
        record.is_public or can_see_drafts(request.user, owner_of(record))
    ):
        raise Http404
    return record
