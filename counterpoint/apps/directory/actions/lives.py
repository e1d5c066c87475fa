"""What became of an organisation: closing, names over time, and who took over."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions import lifecycle, naming
from counterpoint.apps.directory.actions.saving import check_allowed, hold, note, save
from counterpoint.apps.directory.models import Organisation, OrganisationName, Succession
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.permissions import can_edit
from counterpoint.apps.history import actions as history
from counterpoint.domain.refusals import Conflict, Invalid


class ClosesBeforeItOpens(Invalid):
    sentence = _("It cannot close before it opened.")
    advice = _("Check both dates.")


class AlreadyClosed(Conflict):
    sentence = _("This organisation is already recorded as closed.")


class SucceedsItself(Invalid):
    sentence = _("An organisation cannot take over from itself.")


class NameIsCurrent(Invalid):
    sentence = _("This is the name it has now.")
    advice = _("Change the name first; the old one is then kept by itself.")


@transaction.atomic
def close_organisation(
    *, organisation: Organisation, on: date, by: Person | None, at: datetime
) -> None:
    """The record stays, as memory; what it offered and needed is withdrawn."""
    check_allowed(by, organisation)
    hold(organisation)
    if organisation.closed_on is not None:
        raise AlreadyClosed
    if organisation.opened_on and on < organisation.opened_on:
        raise ClosesBeforeItOpens
    organisation.closed_on = on
    save(organisation, ["closed_on"], at)
    for published in (organisation.offers, organisation.needs):
        for record in published.filter(stage=Stage.PUBLISHED):
            lifecycle.withdraw(record=record, reason=str(_("closed")), by=by, at=at)
    detail = {"on": on.isoformat()}
    history.record(
        kind="organisation.closed", subject=organisation, by=by, at=at, detail=detail
    )
    note(organisation, at)


@transaction.atomic
def record_name(
    *,
    organisation: Organisation,
    name: str,
    kind: str = OrganisationName.Kind.FORMER,
    valid_from: date | None = None,
    valid_to: date | None = None,
    by: Person | None,
    at: datetime,
) -> OrganisationName:
    check_allowed(by, organisation)
    hold(organisation)
    if name.strip() == organisation.name:
        raise NameIsCurrent
    kept = naming.keep_name(organisation, name.strip(), kind, valid_from, valid_to)
    detail = {"name": kept.name}
    history.record(
        kind="organisation.named", subject=organisation, by=by, at=at, detail=detail
    )
    note(organisation, at)
    return kept


@transaction.atomic
def record_succession(
    *,
    predecessor: Organisation,
    successor: Organisation,
    how: str,
    on: date | None = None,
    source: str = "",
    by: Person | None,
    at: datetime,
) -> Succession:
    """Whoever acts for either of the two may say so; it shows on both."""
    check_allowed(by, _side_of(by, predecessor, successor))
    if predecessor.pk == successor.pk:
        raise SucceedsItself
    succession, _is_new = Succession.objects.update_or_create(
        predecessor=predecessor,
        successor=successor,
        defaults={"how": how, "on": on, "source": source, "by": by},
    )
    for subject, other, kind in (
        (predecessor, successor, "organisation.succeeded"),
        (successor, predecessor, "organisation.took_over"),
    ):
        detail = {"other": other.name}
        history.record(kind=kind, subject=subject, by=by, at=at, detail=detail)
        note(subject, at)
    return succession


def _side_of(person: Person | None, *organisations: Organisation) -> Organisation:
    return next(
        (organisation for organisation in organisations if can_edit(person, organisation)),
        organisations[0],
    )
