"""What calls show on the pages of organisations and places, and what goes with a merge."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.commissioning.models import (
    Application,
    Call,
    Invitation,
    Partner,
    SavedAnswer,
)
from counterpoint.apps.directory import panels as organisation_panels
from counterpoint.apps.directory.actions.moving import Movable, goes_with_organisation
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.places import panels as place_panels
from counterpoint.apps.places.models import Place
from counterpoint.web.components import Link

MOST_NAMED = 8
TITLE = gettext_lazy("Calls")

goes_with_organisation(Movable("calls", Call))
goes_with_organisation(Movable("applications", Application, unique_with=("call",)))
goes_with_organisation(Movable("application_parts", Partner, unique_with=("application",)))
goes_with_organisation(Movable("call_invitations", Invitation, unique_with=("call",)))
goes_with_organisation(Movable("saved_answers", SavedAnswer, unique_with=("title",)))


@organisation_panels.register
def calls_of(organisation: Organisation) -> place_panels.Panel | None:
    found = Call.objects.public().filter(organisation=organisation)
    links = _links(found.order_by("-published_at")[:MOST_NAMED])
    return place_panels.Panel(TITLE, len(links), links) if links else None


@place_panels.register
def calls_here(place: Place, within: tuple[int, ...]) -> place_panels.Panel | None:
    found = Call.objects.public().filter(place__in=within).order_by("-published_at")
    count = found.count()
    if not count:
        return None
    return place_panels.Panel(TITLE, count, _links(found[:MOST_NAMED]))


def _links(calls: Iterable[Call]) -> tuple[Link, ...]:
    return tuple(Link(one.title, one.get_absolute_url(), _deadline(one)) for one in calls)


def _deadline(call: Call) -> str:
    if call.closes_at is None:
        return ""
    day = date_format(timezone.localtime(call.closes_at), "j F Y")
    return _("deadline {day}").format(day=day)
