"""The queue of records that may be of one organisation."""

from collections import Counter

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.imports.actions import settling
from counterpoint.apps.imports.forms.decisions import LATER, Decision
from counterpoint.apps.imports.models import DoubtfulMatch
from counterpoint.apps.imports.presenters.doubts import doubt_shown
from counterpoint.apps.imports.queries.waiting_doubts import lately_decided, waiting_doubts
from counterpoint.apps.imports.views.team import for_the_programme_team
from counterpoint.domain.refusals import Invalid, Refusal

PER_PAGE = 10
Answer = DoubtfulMatch.Answer


@for_the_programme_team
@require_http_methods(["GET", "HEAD", "POST"])
def doubts(request: HttpRequest) -> HttpResponse:
    """A page of pairs is one form: decide as many as are clear, and send them together."""
    waiting = waiting_doubts()
    if run := request.GET.get("import", ""):
        waiting = waiting.filter(run_id=int(run) if run.isdecimal() else 0)
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    if request.method == "POST":
        return _decide(request, page.number, page.has_next())
    context = {
        "page": page,
        "doubts": [doubt_shown(doubt, Decision(prefix=_prefix(doubt.pk))) for doubt in page],
        "decided": lately_decided(),
    }
    return render(request, "imports/doubts.html", context)


def _prefix(pk: int) -> str:
    return f"doubt-{pk}"


def _decide(request: HttpRequest, number: int, has_next: bool) -> HttpResponse:
    counted: Counter[str] = Counter()
    asked = [int(pk) for pk in request.POST.getlist("doubt") if pk.isdecimal()][:PER_PAGE]
    for doubt in DoubtfulMatch.objects.filter(pk__in=asked):
        form = Decision(request.POST, prefix=_prefix(doubt.pk))
        answer = form.cleaned_data["answer"] if form.is_valid() else LATER
        if answer != LATER:
            counted["decided" if _settle(request, doubt, answer) else "refused"] += 1
    if counted["decided"]:
        words = ngettext("{count} decided.", "{count} decided.", counted["decided"])
        messages.success(request, words.format(count=counted["decided"]))
    # What was left for later is still on this page; without any decision the next one is wanted.
    query = request.GET.copy()
    query["page"] = str(number if counted or not has_next else number + 1)
    return redirect(f"{request.path}?{query.urlencode()}")


def _settle(request: HttpRequest, doubt: DoubtfulMatch, answer: str) -> bool:
    try:
        settling.settle(
            doubt=doubt, answer=Answer(answer), by=signed_in(request), at=timezone.now()
        )
    except Refusal as refused:
        messages.warning(request, f"{doubt.candidate}: {refused}")
        return False
    return True


class NoSuchAnswer(Invalid):
    pass


@for_the_programme_team
@require_POST
def settle_doubt(request: HttpRequest, pk: int) -> HttpResponse:
    """One pair alone: decided, or its decision taken back."""
    doubt = get_object_or_404(DoubtfulMatch, pk=pk)
    answer = request.POST.get("answer", "")
    if answer == "undo":
        settling.reopen(doubt=doubt, by=signed_in(request), at=timezone.now())
        messages.success(request, _("Taken back: the pair waits in the queue again."))
    elif answer in Answer.values:
        if _settle(request, doubt, answer):
            messages.success(request, _("Decided."))
    else:
        raise NoSuchAnswer(_("Say whether they are the same or different."))
    return redirect("doubts")
