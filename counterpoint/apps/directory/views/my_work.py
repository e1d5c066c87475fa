from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.directory.presenters.cards import day
from counterpoint.apps.directory.queries.corrections import records_of
from counterpoint.apps.directory.queries.my_work import my_work
from counterpoint.apps.directory.queries.owners import EDITING_ROLES
from counterpoint.apps.directory.views.kinds import TERMS, kind_of
from counterpoint.web.components import Link


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    work = my_work(signed_in(request), timezone.now())
    context = {
        "work": work,
        "memberships": [_membership(held) for held in work.memberships],
        "drafts": [_draft(record) for record in work.drafts],
        "terms_to_decide": [_terms(record) for record in work.terms_to_decide],
        "to_check": [_to_check(record) for record in work.to_check],
        "corrections": [
            Link(str(record), f"/corrections/{correction.pk}/", day(correction.at))
            for correction, record in records_of(work.corrections)
        ],
    }
    return render(request, "directory/my_work.html", context)


def _membership(held: Any) -> dict[str, Any]:
    one = held.organisation
    return {
        "link": Link(one.name, one.get_absolute_url()),
        "slug": one.slug,
        # "Lead: edits, publishes ..." explains itself where it is chosen; here the word will do.
        "role_name": str(held.get_role_display()).partition(":")[0],
        "stage": one.get_stage_display(),
        "offer_count": held.offer_count,
        "can_write": held.role in EDITING_ROLES,
    }


def _draft(record: Any) -> dict[str, Any]:
    kind = kind_of(record)
    done, of = kind.progress(record)
    return {
        "link": Link(str(record) or _("Untitled"), kind.step_url(record, kind.steps[0].code)),
        "kind": kind.title,
        "done": done,
        "of": of,
        "saved": day(record.updated_at),
    }


def _terms(record: Any) -> Link:
    kind = kind_of(record)
    return Link(str(record), kind.url(TERMS, record), str(kind.title))


def _to_check(record: Any) -> Link:
    note = _("last checked {day}").format(day=day(record.last_checked_at))
    return Link(str(record), record.get_absolute_url(), note)
