"""Writing a record in steps, each on an address of its own, half done or whole."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.directory.actions.saving import ChangedMeanwhile
from counterpoint.apps.directory.forms.records import RecordForm
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.permissions import can_see_drafts, check_can_edit
from counterpoint.apps.directory.presenters.versions import versions
from counterpoint.apps.directory.queries.earlier import earlier_offer, statements_like
from counterpoint.apps.directory.queries.owners import owner_of
from counterpoint.apps.directory.views.kinds import KINDS, Kind, Step
from counterpoint.domain.refusals import Forbidden, Refusal

STOP = "stop"
ASSURANCE, REACH = "assurance", "reach"


def record_to_edit(request: HttpRequest, kind: Kind, key: str) -> Any:
    """404 for a draft of somebody else, 403 for what may be seen but not written."""
    record = kind.find(key)
    if record is None:
        raise Http404
    owner = owner_of(record)
    if record.stage == Stage.DRAFT and not can_see_drafts(request.user, owner):
        raise Http404
    check_can_edit(request.user, owner)
    return record


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, kind_name: str, key: str, step: str) -> HttpResponse:
    kind = KINDS[kind_name]
    record = record_to_edit(request, kind, key)
    here = kind.step(step)
    if here is None:
        raise Http404
    if request.method != "POST":
        return _step_page(request, kind, record, here, _form(request, kind, record, here))
    form = here.form(request.POST, record=record)
    if not form.is_valid():
        return _step_page(request, kind, record, here, form)
    try:
        changed = kind.save(record, form, signed_in(request), timezone.now())
    except ChangedMeanwhile:
        return _conflict_page(request, kind, record, here, form)
    except Forbidden:
        raise
    except Refusal as refused:
        form.add_error(None, str(refused))
        return _step_page(request, kind, record, here, form)
    _say(request, record, form, changed)
    return redirect(_onward(request, kind, record, here))


def _form(request: HttpRequest, kind: Kind, record: Any, here: Step) -> RecordForm:
    """With `like`, empty statements begin as those of another offer of the same organisation."""
    like = request.GET.get("like", "")
    said = statements_like(record, like) if like and here.code == ASSURANCE else {}
    return here.form(record=record, **said)


def _say(request: HttpRequest, record: Any, form: RecordForm, changed: list[str]) -> None:
    placed = getattr(form, "placed", None)
    if placed is not None and placed.says:
        messages.warning(request, placed.says)
    if not changed:
        return
    words = _("Saved and public.") if record.is_public else _("Saved as a draft.")
    messages.success(request, words)


def _onward(request: HttpRequest, kind: Kind, record: Any, here: Step) -> str:
    if request.POST.get("then") == STOP:
        return record.get_absolute_url() if record.is_public else "my-work"
    return kind.step_url(record, kind.after(here.code))


def _step_page(
    request: HttpRequest, kind: Kind, record: Any, here: Step, form: RecordForm
) -> HttpResponse:
    context = {
        "kind": kind,
        "record": record,
        "step": here,
        "form": form,
        "steps": steps_shown(kind, record, here.code),
        "earlier": earlier_offer(record) if here.code == ASSURANCE else None,
        "autosave_name": f"{kind.name}-{kind.key_of(record)}-{here.code}",
        "venue_url": kind.url("venues", record) if here.code == REACH else "",
    }
    return render(request, "directory/step.html", context)


def steps_shown(kind: Kind, record: Any, current: str) -> list[Any]:
    waits = record.tags.undecided().exists()
    return kind.shown_steps(record, current, are_terms_decided=not waits)


def _conflict_page(
    request: HttpRequest, kind: Kind, record: Any, here: Step, form: RecordForm
) -> HttpResponse:
    """Both versions side by side. The record holds what the other person saved."""
    record.refresh_from_db()
    theirs = type(form)(record=record)
    context = {
        "kind": kind,
        "record": record,
        "step": here,
        "form": form,
        "versions": versions(form, theirs),
        "seen_at": record.updated_at.isoformat(),
        "here": kind.step_url(record, here.code),
    }
    return render(request, "directory/conflict.html", context, status=409)
