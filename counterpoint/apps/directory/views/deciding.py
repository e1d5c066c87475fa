"""Deciding on proposed terms, looking at the whole, publishing, withdrawing."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.directory.actions import lifecycle, terms, verifying
from counterpoint.apps.directory.actions.saving import NotComplete
from counterpoint.apps.directory.forms.lives import Withdrawal
from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.directory.presenters import record_pages as presenters
from counterpoint.apps.directory.presenters.terms import terms_view
from counterpoint.apps.directory.queries import record_pages
from counterpoint.apps.directory.queries.proposals import own_words, propose_concepts
from counterpoint.apps.directory.queries.record_pages import tags_of
from counterpoint.apps.directory.queries.term_search import terms_called
from counterpoint.apps.directory.views.editing import record_to_edit, steps_shown
from counterpoint.apps.directory.views.kinds import KINDS, PREVIEW, TERMS, Kind
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.refusals import Refusal

# The names of the radio buttons: a term's code behind this.
DECISION = "term:"
ACCEPT, REFUSE = "accept", "refuse"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def term_decisions(request: HttpRequest, kind_name: str, key: str) -> HttpResponse:
    kind = KINDS[kind_name]
    record = record_to_edit(request, kind, key)
    if request.method == "POST":
        return _decide(request, kind, record)
    text, search = own_words(record), request.GET.get("term", "").strip()
    view = terms_view(
        text,
        tags_of(record),
        propose_concepts(text),
        terms_called(search) if search else (),
    )
    context = {
        "kind": kind,
        "record": record,
        "view": view,
        "search": search,
        "here": kind.url(TERMS, record),
        "words_url": kind.step_url(record, kind.steps[0].code),
        "steps": steps_shown(kind, record, TERMS),
    }
    return render(request, "directory/terms.html", context)


def _decide(request: HttpRequest, kind: Kind, record: Any) -> HttpResponse:
    """One form for all: decisions, and in passing a term that was found and added."""
    said = _decisions(request.POST)
    if request.POST.get("rest") == ACCEPT:
        waiting = record.tags.undecided().values_list("concept__code", flat=True)
        said |= dict.fromkeys((code for code in waiting if code not in said), ACCEPT)
    by, at = signed_in(request), timezone.now()
    terms.decide(
        record=record,
        accepted=[code for code, decision in said.items() if decision == ACCEPT],
        refused=[code for code, decision in said.items() if decision == REFUSE],
        by=by,
        at=at,
    )
    if request.POST.get("add"):
        concept = get_object_or_404(Concept, code=request.POST["add"])
        terms.add_term(record=record, concept=concept, by=by, at=at)
        messages.success(request, _("Added: {term}.").format(term=concept.name))
    if request.POST.get("then") == PREVIEW:
        return redirect(kind.url(PREVIEW, record))
    return redirect(kind.url(TERMS, record))


def _decisions(posted: Mapping[str, Any]) -> dict[str, str]:
    return {
        name.removeprefix(DECISION): value
        for name, value in posted.items()
        if name.startswith(DECISION) and value in (ACCEPT, REFUSE)
    }


@login_required
@require_safe
def preview(request: HttpRequest, kind_name: str, key: str) -> HttpResponse:
    """As readers will see it, with what is still missing before they can."""
    kind = KINDS[kind_name]
    record = record_to_edit(request, kind, key)
    context = {
        "kind": kind,
        "record": record,
        "steps": steps_shown(kind, record, PREVIEW),
        "waiting": record.tags.undecided().count(),
        "terms_url": kind.url(TERMS, record),
        "publish_url": kind.url("publish", record),
        "discard_url": kind.url("discard", record),
        **_body(record),
    }
    return render(request, "directory/preview.html", context)


def _body(record: Organisation | Offer | Need) -> dict[str, Any]:
    at = timezone.now()
    if isinstance(record, Offer):
        offered = record_pages.offer_page(record, with_people=False)
        view = presenters.offer_view(offered, at=at, is_insider=True)
        return {"offer": record, "page": offered, "view": view}
    if isinstance(record, Need):
        needed = record_pages.need_page(record, with_people=False)
        view = presenters.need_view(needed, at=at, is_insider=True)
        return {"need": record, "page": needed, "view": view}
    return {"organisation": record, "view": {"terms": presenters.organisation_terms(record)}}


@login_required
@require_POST
def publish(request: HttpRequest, kind_name: str, key: str) -> HttpResponse:
    kind = KINDS[kind_name]
    record = record_to_edit(request, kind, key)
    try:
        kind.publish(record, by=signed_in(request), at=timezone.now())
    except terms.TermsNotDecided as refused:
        messages.error(request, str(refused))
        return redirect(kind.url(TERMS, record))
    except NotComplete as refused:
        messages.error(request, str(refused))
        return redirect(kind.step_url(record, kind.steps[0].code))
    except Refusal as refused:
        messages.error(request, str(refused))
        return redirect(kind.url(PREVIEW, record))
    messages.success(request, _("Published. It can be found within two seconds."))
    return redirect(record)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, kind_name: str, key: str) -> HttpResponse:
    kind = KINDS[kind_name]
    record = record_to_edit(request, kind, key)
    form = Withdrawal(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        kind.withdraw(record, reason=reason, by=signed_in(request), at=timezone.now())
        messages.success(
            request, _("Withdrawn. Its page says so, and you can publish it again.")
        )
        return redirect(record)
    context = {"kind": kind, "record": record, "form": form}
    return render(request, "directory/withdraw.html", context)


@login_required
@require_POST
def discard(request: HttpRequest, kind_name: str, key: str) -> HttpResponse:
    kind = KINDS[kind_name]
    record = record_to_edit(request, kind, key)
    lifecycle.discard_draft(record=record, by=signed_in(request), at=timezone.now())
    messages.success(request, _("The draft is thrown away."))
    return redirect("my-work")


@login_required
@require_POST
def verify(request: HttpRequest, kind_name: str, key: str) -> HttpResponse:
    kind = KINDS[kind_name]
    record = record_to_edit(request, kind, key)
    verifying.verify(record=record, by=signed_in(request), at=timezone.now())
    messages.success(request, _("Thank you. Readers see that a person checked it today."))
    return redirect(record)
