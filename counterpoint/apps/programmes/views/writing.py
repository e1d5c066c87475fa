"""Setting up a programme, editing it, and adding to it."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.programmes.actions import parts, programmes
from counterpoint.apps.programmes.forms.writing import NewProgramme, ProgrammeForm, part_form
from counterpoint.apps.programmes.models import Programme
from counterpoint.apps.programmes.permissions import check_can_write
from counterpoint.apps.programmes.views.showing import seen_programme
from counterpoint.domain.refusals import Refusal

Made = TypeVar("Made")
ANSWERS = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(ANSWERS)
def new(request: HttpRequest) -> HttpResponse:
    form = NewProgramme(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def set_up() -> Programme:
            return programmes.set_up_programme(
                lead=said["lead"],
                details=form.details(),  # type: ignore[arg-type]
                strands=said["strands"],
                pilots=said["pilots"],
                localities=said["localities"],
                by=signed_in(request),
                at=timezone.now(),
            )

        made = _or_error(form, set_up)
        if made is not None:
            messages.success(request, _("Your draft stands. Add what is known, then publish."))
            return redirect(made)
    return render(request, "programmes/new.html", {"form": form})


@login_required
@require_http_methods(ANSWERS)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    programme = programme_to_write(request, slug)
    place = programme.place.code if programme.place else ""
    first = {"place_words": place, "seen": programme.updated_at.isoformat()}
    form = ProgrammeForm(request.POST or None, instance=_copy(programme), initial=first)
    if request.method == "POST" and form.is_valid():
        seen_at = programme.updated_at if _saw(form, programme) else programme.created_at

        def save() -> list[str]:
            return programmes.edit_programme(
                programme=programme,
                details=form.details(),  # type: ignore[arg-type]
                seen_at=seen_at,
                by=signed_in(request),
                at=timezone.now(),
            )

        if _or_error(form, save) is not None:
            messages.success(request, _("Saved."))
            return redirect(programme)
    return render(request, "programmes/edit.html", {"form": form, "programme": programme})


@login_required
@require_http_methods(ANSWERS)
def add(request: HttpRequest, slug: str, what: str) -> HttpResponse:
    programme = programme_to_write(request, slug)
    if what not in parts.PARTS:
        raise Http404
    form = part_form(what)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        who: dict[str, Any] = {"by": signed_in(request), "at": timezone.now()}

        def save() -> Any:
            said = form.cleaned_data
            return parts.add_part(programme=programme, what=what, details=said, **who)

        if _or_error(form, save) is not None:
            messages.success(request, _("Added."))
            return redirect(programme)
    title = parts.PARTS[what]._meta.verbose_name
    context = {"form": form, "programme": programme, "title": title}
    return render(request, "programmes/add.html", context)


@login_required
@require_POST
def remove(request: HttpRequest, slug: str, what: str, pk: int) -> HttpResponse:
    programme = programme_to_write(request, slug)
    if what not in parts.PARTS:
        raise Http404
    found = get_object_or_404(parts.PARTS[what], pk=pk, programme=programme)
    parts.remove_part(part=found, by=signed_in(request), at=timezone.now())
    messages.success(request, _("Taken off. The history keeps that it was here."))
    return redirect(programme)


@login_required
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    programme = programme_to_write(request, slug)
    who: dict[str, Any] = {"by": signed_in(request), "at": timezone.now()}
    programmes.publish_programme(programme=programme, **who)
    messages.success(request, _("Published."))
    return redirect(programme)


@login_required
@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    programme = programme_to_write(request, slug)
    who: dict[str, Any] = {"by": signed_in(request), "at": timezone.now()}
    programmes.withdraw_programme(programme=programme, **who)
    messages.success(request, _("Withdrawn: only its writers see it now."))
    return redirect(programme)


def programme_to_write(request: HttpRequest, slug: str) -> Programme:
    programme = seen_programme(request, slug)
    check_can_write(signed_in(request), programme)
    return programme


def _copy(programme: Programme) -> Programme:
    """For the form to fill: the record itself is written by its action alone."""
    return Programme.objects.get(pk=programme.pk)


def _saw(form: ProgrammeForm, programme: Programme) -> bool:
    return bool(form.cleaned_data["seen"] == programme.updated_at.isoformat())


def _or_error(form: Any, act: Callable[[], Made]) -> Made | None:
    try:
        return act()
    except Refusal as refused:
        form.add_error(None, str(refused))
        return None
