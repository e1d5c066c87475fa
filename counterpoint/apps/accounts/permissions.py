"""What a person may do across the platform. What they may do for an organisation is in directory."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from counterpoint.apps.accounts.models import Person, PlatformRole
from counterpoint.domain.refusals import Forbidden

Role = PlatformRole.Role


class NotSignedIn(Forbidden):
    sentence = "Sign in first."


class NotOfTheProgrammeTeam(Forbidden):
    sentence = "Only the programme team can do this."


def signed_in(request: HttpRequest) -> Person:
    """The person who is asking, for views that only members may reach."""
    if not isinstance(request.user, Person):
        raise NotSignedIn(_("Sign in first."))
    return request.user


def has_role(person: Any, *roles: str) -> bool:
    """Superusers hold every role. Asked at most once a request: the answer stays on the person."""
    if not getattr(person, "is_authenticated", False) or person.pk is None:
        return False
    if person.is_superuser:
        return True
    if not hasattr(person, "_platform_roles"):
        person._platform_roles = frozenset(
            person.platform_roles.values_list("role", flat=True)
        )
    return bool(person._platform_roles.intersection(roles))


def check_is_programme_team(person: Any) -> None:
    if not has_role(person, Role.PROGRAMME_TEAM, Role.OPERATOR):
        raise NotOfTheProgrammeTeam(_("Only the programme team can do this."))


def is_programme_team(person: Any) -> bool:
    return has_role(person, Role.PROGRAMME_TEAM, Role.OPERATOR)
