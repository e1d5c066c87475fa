"""What calls show on the pages of organisations and places, and what goes with a merge."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import CharField, Exists, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.commissioning.models import (
    Application,
    Attendance,
    Baseline,
    Call,
    Invitation,
    Partner,
    SavedAnswer,
    Voice,
)
from counterpoint.apps.directory import beneath_needs
from counterpoint.apps.directory import panels as organisation_panels
from counterpoint.apps.directory.actions.moving import Movable, goes_with_organisation
from counterpoint.apps.directory.models import Need, Organisation
from counterpoint.apps.directory.permissions import can_edit
from counterpoint.apps.places import panels as place_panels
from counterpoint.apps.places.models import Place
from counterpoint.web.components import Link

MOST_NAMED = 8
MOST_BEHIND = 50
TITLE = gettext_lazy("Calls")

goes_with_organisation(Movable("calls", Call))
goes_with_organisation(Movable("applications", Application, unique_with=("call",)))
goes_with_organisation(Movable("application_parts", Partner, unique_with=("application",)))
goes_with_organisation(Movable("call_invitations", Invitation, unique_with=("call",)))
goes_with_organisation(
    Movable("meeting_attendances", Attendance, unique_with=("meeting", "person"))
)
goes_with_organisation(Movable("saved_answers", SavedAnswer, unique_with=("title",)))


def _rows_of(organisation: Organisation) -> QuerySet[Any, Any]:
    found = Call.objects.public().filter(organisation=organisation).order_by()
    return found.values_list("title", "reference", Cast("closes_at", CharField()))


def _calls_of(rows: Sequence[organisation_panels.Row]) -> place_panels.Panel | None:
    newest = sorted(rows, key=lambda row: row[2] or "", reverse=True)
    links = tuple(Link(title, f"/calls/{key}/") for title, key, _until in newest)
    return place_panels.Panel(TITLE, len(links), links[:MOST_NAMED]) if links else None


organisation_panels.register(organisation_panels.Kind("calls", _rows_of, _calls_of))


@place_panels.register
def calls_here(place: Place, within: tuple[int, ...]) -> place_panels.Panel | None:
    found = Call.objects.public().filter(place__in=within).order_by("-published_at")
    count = found.count()
    if not count:
        return None
    return place_panels.Panel(TITLE, count, _links(found[:MOST_NAMED]))


@beneath_needs.register
def behind_the_need(need: Need, person: Any) -> beneath_needs.Beneath | None:
    # Most needs have none of them, and one question tells.
    of_it = (
        Baseline.objects.filter(need=need),
        Voice.objects.filter(need=need),
        Call.objects.public().filter(need=need).order_by("-published_at"),
    )
    asked = Need.objects.filter(pk=need.pk).values_list(*(Exists(rows) for rows in of_it))
    has = asked.first() or (False, False, False)
    found: list[list[Any]] = [
        list(rows[:MOST_BEHIND]) if there else []
        for rows, there in zip(of_it, has, strict=True)
    ]
    figures, voices, calls = found
    may_write = can_edit(person, need.organisation)
    if not (figures or voices or calls or may_write):
        return None
    context = {
        "need": need,
        "figures": figures,
        "voices": voices,
        "calls": _links(calls),
        "may_write": may_write,
    }
    return beneath_needs.Beneath("commissioning/behind_need.html", context)


def _links(calls: Iterable[Call]) -> tuple[Link, ...]:
    return tuple(Link(one.title, one.get_absolute_url(), _deadline(one)) for one in calls)


def _deadline(call: Call) -> str:
    if call.closes_at is None:
        return ""
    day = date_format(timezone.localtime(call.closes_at), "j F Y")
    return _("deadline {day}").format(day=day)
