"""The smallest valid people."""

from itertools import count

from allauth.account.models import EmailAddress

from counterpoint.apps.accounts.models import Person, PlatformRole

_numbers = count(1)
PASSWORD = "a long enough pass phrase"


def person(name: str = "", *, email: str = "", is_programme_team: bool = False, at=None) -> Person:
    address = email or f"person{next(_numbers)}@example.org"
    made = Person.objects.create_user(address, PASSWORD, name=name)
    EmailAddress.objects.create(user=made, email=address, primary=True, verified=True)
    if is_programme_team:
        PlatformRole.objects.create(
            person=made, role=PlatformRole.Role.PROGRAMME_TEAM, granted_at=at or made.joined_at
        )
    return made
