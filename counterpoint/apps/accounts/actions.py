from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from counterpoint.apps.accounts import hooks
from counterpoint.apps.accounts.models import Person, PlatformRole
from counterpoint.apps.history import actions as history


@transaction.atomic
def rename(*, person: Person, name: str, by: Person, at: datetime) -> Person:
    person.name = name.strip()
    person.save(update_fields=["name"])
    history.record(kind="person.renamed", subject=person, by=by, at=at)
    return person


@transaction.atomic
def close_account(*, person: Person, by: Person, at: datetime) -> None:
    """The person is made anonymous at once; what they did stays, without them.

    Article 17 UK GDPR asks for erasure; history keeps a number where the person was, because the
    decisions of an organisation must stay accountable.
    """
    hooks.leave(person, at)
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    person.platform_roles.all().delete()
    person.email = f"left-{person.pk}@account.invalid"
    person.name = ""
    person.last_login = None
    person.is_active = False
    person.is_superuser = False
    person.left_at = at
    person.set_unusable_password()
    person.save()
    history.record(kind="person.left", subject=person, by=None, at=at)


@transaction.atomic
def grant_role(*, person: Person, role: str, by: Person | None, at: datetime) -> PlatformRole:
    granted, is_new = PlatformRole.objects.get_or_create(
        person=person, role=role, defaults={"granted_at": at, "granted_by": by}
    )
    if is_new:
        detail = {"role": str(granted.get_role_display())}
        history.record(kind="role.granted", subject=person, by=by, at=at, detail=detail)
    return granted


@transaction.atomic
def end_role(*, person: Person, role: str, by: Person | None, at: datetime) -> bool:
    """False when the person did not hold it."""
    ended, _by_model = PlatformRole.objects.filter(person=person, role=role).delete()
    if ended:
        detail = {"role": str(PlatformRole.Role(role).label)}
        history.record(kind="role.ended", subject=person, by=by, at=at, detail=detail)
    return bool(ended)
