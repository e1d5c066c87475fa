"""Names over time, successors, closing, merging: what became of an organisation."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.directory.actions import lives, merging
from counterpoint.apps.directory.forms import lives as forms
from counterpoint.apps.directory.models import Merge, Organisation
from counterpoint.apps.directory.permissions import check_can_merge
from counterpoint.apps.directory.presenters.comparing import compared
from counterpoint.apps.directory.views.editing import record_to_edit
from counterpoint.apps.directory.views.kinds import ORGANISATION
from counterpoint.domain.refusals import Refusal

FORMS: dict[str, Any] = {
    "name": forms.OtherName,
    "succession": forms.TookOver,
    "closing": forms.Closing,
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def life(request: HttpRequest, key: str) -> HttpResponse:
    """Three short forms on one page; `what` says which of them was sent."""
    organisation = record_to_edit(request, ORGANISATION, key)
    what = request.POST.get("what", "")
    shown = {name: form(prefix=name) for name, form in FORMS.items()}
    if request.method == "POST" and what in FORMS:
        form = shown[what] = FORMS[what](request.POST, prefix=what)
        if form.is_valid() and _was_recorded(request, organisation, what, form):
            messages.success(request, _("Recorded."))
            return redirect("life-of-organisation", organisation.slug)
    context = {"organisation": organisation, "forms": shown}
    return render(request, "directory/life.html", context)


def _was_recorded(
    request: HttpRequest, organisation: Organisation, what: str, form: Any
) -> bool:
    try:
        _record(
            organisation, what, form.cleaned_data, by=signed_in(request), at=timezone.now()
        )
    except Refusal as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _record(organisation: Organisation, what: str, said: dict[str, Any], **who: Any) -> None:
    if what == "name":
        lives.record_name(organisation=organisation, **said, **who)
    elif what == "closing":
        lives.close_organisation(organisation=organisation, **said, **who)
    else:
        other, direction = said.pop("other"), said.pop("direction")
        before, after = (
            (organisation, other)
            if direction == forms.TookOver.AFTER
            else (other, organisation)
        )
        lives.record_succession(predecessor=before, successor=after, **said, **who)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, key: str) -> HttpResponse:
    """First the two side by side, then the merge."""
    check_can_merge(request.user)
    kept = get_object_or_404(Organisation, slug=key, merged_into=None)
    form = forms.MergeWith(request.POST or request.GET or None)
    other = None
    if form.is_bound and form.is_valid():
        other = form.cleaned_data["other"]
        if request.method == "POST" and request.POST.get("sure") == "yes":
            return _merged(request, kept, other, form.cleaned_data["reason"])
    context = {
        "organisation": kept,
        "form": form,
        "other": other,
        "compared": compared(kept, other) if other else [],
        "merges": Merge.objects.filter(kept=kept).select_related("absorbed"),
    }
    return render(request, "directory/merge.html", context)


def _merged(
    request: HttpRequest, kept: Organisation, absorbed: Organisation, reason: str
) -> HttpResponse:
    merging.merge(
        kept=kept, absorbed=absorbed, reason=reason, by=signed_in(request), at=timezone.now()
    )
    messages.success(
        request,
        _("{absorbed} is now part of {kept}. It can be undone on this page.").format(
            absorbed=absorbed.name, kept=kept.name
        ),
    )
    return redirect("merge-organisation", kept.slug)


@login_required
@require_POST
def undo_merge(request: HttpRequest, pk: int) -> HttpResponse:
    check_can_merge(request.user)
    made = get_object_or_404(Merge, pk=pk)
    merging.undo_merge(merge=made, by=signed_in(request), at=timezone.now())
    messages.success(request, _("Undone: both records are as they were."))
    return redirect("merge-organisation", made.kept.slug)
