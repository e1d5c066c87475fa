"""Interests that the records themselves show between an assessor and an applicant."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.models import Application, Seat
from counterpoint.apps.directory.models import Award, Membership


def detected(
    seats: Iterable[Seat], applications: Iterable[Application]
) -> dict[tuple[int, int], str]:
    """By seat and application why the assessor may not read it: their own organisation, a partner of
    the application, one that funded the applicant or was a partner of it before."""
    seats, applications = list(seats), list(applications)
    mine = _organisations_of(seats)
    theirs = {one.pk: _parties(one) for one in applications}
    everyone = {number for parties in theirs.values() for number in parties}
    funded = _funding({n for found in mine.values() for n in found}, everyone)
    together = _earlier_partners(applications)
    found: dict[tuple[int, int], str] = {}
    for seat in seats:
        own = mine[seat.person_id]
        for application in applications:
            why = _why(own, application, theirs[application.pk], funded, together)
            if why:
                found[seat.pk, application.pk] = why
    return found


def _why(
    own: set[int],
    application: Application,
    parties: set[int],
    funded: set[tuple[int, int]],
    together: set[frozenset[int]],
) -> str:
    if application.organisation_id in own:
        return _("Member of the organisation that applies")
    if own & parties:
        return _("Member of a partner in the application")
    pairs = [(one, other) for one in own for other in parties]
    if any(pair in funded for pair in pairs):
        return _("Their organisation gave the applicant an award")
    if any((other, one) in funded for one, other in pairs):
        return _("The applicant gave their organisation an award")
    if any(frozenset(pair) in together for pair in pairs):
        return _("Their organisations applied together before")
    return ""


def _organisations_of(seats: list[Seat]) -> dict[int, set[int]]:
    people = [seat.person_id for seat in seats]
    rows = Membership.objects.filter(person__in=people).values_list("person", "organisation")
    found: dict[int, set[int]] = defaultdict(set)
    for person, organisation in rows:
        found[person].add(organisation)
    return found


def _parties(application: Application) -> set[int]:
    partners = {one.organisation_id for one in application.partners.all()}
    return {application.organisation_id, *partners}


def _funding(some: set[int], others: set[int]) -> set[tuple[int, int]]:
    """Pairs of funder and recipient between the two, either way round."""
    rows = Award.objects.filter(funder__in=some | others, recipient__in=some | others)
    pairs = rows.order_by().values_list("funder", "recipient").distinct()
    return {(funder, recipient) for funder, recipient in pairs if recipient is not None}


def _earlier_partners(applications: list[Application]) -> set[frozenset[int]]:
    numbers = {one.organisation_id for one in applications}
    calls = {one.call_id for one in applications}
    rows = (
        Application.objects.filter(organisation__in=numbers)
        .exclude(call__in=calls)
        .values_list("organisation", "partners__organisation")
    )
    return {frozenset(pair) for pair in rows if None not in pair}
