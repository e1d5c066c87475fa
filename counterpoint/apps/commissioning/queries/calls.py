"""Lists of calls, and all that one page of a call shows."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from counterpoint.apps.commissioning.models import (
    Application,
    Call,
    CallStep,
    Clarification,
    Criterion,
    Decision,
    EligibilityRule,
    Lot,
    Meeting,
    Notice,
    Question,
)
from counterpoint.apps.directory.queries.owners import EDITING_ROLES
from counterpoint.apps.history.models import Entry
from counterpoint.domain.commissioning.calls.applying import State as Sent
from counterpoint.domain.commissioning.calls.standing import State

LIGHT = Call.objects.select_related("organisation", "place").defer("place__outline")
NEWEST = 20


@dataclass(frozen=True)
class Wanted:
    """What a list of calls is narrowed to. `standing`: open, closed, decided or nothing."""

    words: str = ""
    standing: str = ""
    kind: str = ""
    within: tuple[int, ...] = ()


def calls(wanted: Wanted, at: datetime) -> QuerySet[Call]:
    """Those that can still be applied to first, by their deadline; then the others, newest first."""
    found = LIGHT.exclude(state=State.DRAFT)
    is_open = Q(state=State.PUBLISHED) & (Q(closes_at=None) | Q(closes_at__gte=at))
    narrowed = {
        "open": is_open,
        "closed": ~is_open & ~Q(state=State.DECIDED),
        "decided": Q(state=State.DECIDED),
    }
    if wanted.standing in narrowed:
        found = found.filter(narrowed[wanted.standing])
    if wanted.kind:
        found = found.filter(kind=wanted.kind)
    if wanted.within:
        found = found.filter(Q(place__in=wanted.within) | Q(lots__place__in=wanted.within))
    for word in wanted.words.split()[:8]:
        found = found.filter(
            Q(title__icontains=word)
            | Q(purpose__icontains=word)
            | Q(organisation__name__icontains=word)
        )
    if wanted.standing == "open":
        return found.order_by(F("closes_at").asc(nulls_last=True), "pk").distinct()
    return found.order_by(F("published_at").desc(nulls_last=True), "-pk").distinct()


def call_by_reference(reference: str) -> Call | None:
    return LIGHT.select_related("need", "earlier").filter(reference=reference).first()


def drafts_i_write(person: Any) -> list[Call]:
    """The newest drafts that the person may edit."""
    if not getattr(person, "is_authenticated", False):
        return []
    mine = LIGHT.filter(
        state=State.DRAFT,
        organisation__memberships__person=person,
        organisation__memberships__role__in=EDITING_ROLES,
    )
    return list(mine.order_by("-updated_at")[:10])


@dataclass
class CallPage:
    lots: list[Lot] = field(default_factory=list)
    steps: list[CallStep] = field(default_factory=list)
    rules: list[EligibilityRule] = field(default_factory=list)
    criteria: list[Criterion] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    clarifications: list[Clarification] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    later: list[Call] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    history: list[Entry] = field(default_factory=list)


def call_page(call: Call) -> CallPage:
    later = call.later.filter(is_readvertised=True).exclude(state=State.DRAFT)
    return CallPage(
        lots=list(call.lots.select_related("place").defer("place__outline")),
        steps=list(call.steps.all()),
        rules=list(call.rules.all()),
        criteria=list(call.criteria.all()),
        questions=list(call.questions.all()),
        clarifications=list(call.clarifications.all()),
        notices=list(call.notices.defer("snapshot")),
        later=list(later),
        meetings=list(call.meetings.all()),
        history=list(Entry.objects.about(call).select_related("by")[:NEWEST]),
    )


def sent_counts(call: Call) -> dict[int, int]:
    """By number of the lot how many sent a bid: all that anybody learns while it is sealed."""
    sent = Application.objects.filter(call=call, state=Sent.SUBMITTED)
    rows = sent.values_list("bids__lot__number", flat=True)
    return dict(Counter(number for number in rows if number is not None))


def admitted_to(call: Call) -> list[str]:
    """Names of those on the list of a framework, from this round and the rounds before it."""
    if not call.is_framework:
        return []
    rounds = [call.pk]
    earlier = call.earlier
    while earlier is not None and earlier.pk not in rounds:
        rounds.append(earlier.pk)
        earlier = earlier.earlier
    found = Decision.objects.filter(
        outcome="admit",
        bid__application__call__in=rounds,
        bid__application__call__state=State.DECIDED,
    )
    names = found.values_list("bid__application__organisation__name", flat=True)
    return sorted(set(names))
