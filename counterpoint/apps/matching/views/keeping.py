"""Searches that people save, and what they say of matches."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.matching import models
from counterpoint.apps.matching.actions import feedback, saved_searches
from counterpoint.apps.matching.forms.asking import asked
from counterpoint.apps.matching.forms.saving import SavedSearch, Verdict
from counterpoint.domain.refusals import Invalid


@require_safe
@login_required
def saved(request: HttpRequest) -> HttpResponse:
    found = models.SavedSearch.objects.filter(person=signed_in(request))
    return render(request, "matching/saved.html", {"searches": found})


@require_POST
@login_required
def save(request: HttpRequest) -> HttpResponse:
    form = SavedSearch(request.POST)
    if not form.is_valid():
        return render(request, "matching/save.html", {"form": form}, status=422)
    name, question = form.cleaned_data["name"], form.cleaned_data["asked"]
    saved_searches.save(name=name, address=question, by=signed_in(request), at=timezone.now())
    messages.success(request, _("The search is saved under “My saved searches”."))
    return HttpResponseRedirect(_find(question))


@require_POST
@login_required
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(models.SavedSearch, pk=pk, person=signed_in(request))
    saved_searches.remove(saved=found, by=signed_in(request), at=timezone.now())
    messages.success(request, _("The saved search is removed."))
    return HttpResponseRedirect(reverse("saved-searches"))


@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    form = Verdict(request.POST)
    if not form.is_valid():
        raise Invalid(_("It is not clear which match was meant."), _("Go back and try again."))
    question = QueryDict(form.cleaned_data["asked"])
    feedback.give(
        question=asked(question).question,
        key=form.cleaned_data["key"],
        rank=form.cleaned_data["rank"],
        verdict=form.cleaned_data["verdict"],
        by=request.user if isinstance(request.user, Person) else None,
        at=timezone.now(),
    )
    thanks = _("Thank you. What you say is kept to make matching better.")
    if request.headers.get("HX-Request"):
        return HttpResponse(thanks)
    messages.success(request, thanks)
    return HttpResponseRedirect(_find(question.urlencode()))


def _find(query: str) -> str:
    return f"{reverse('find')}?{query}" if query else reverse("find")
