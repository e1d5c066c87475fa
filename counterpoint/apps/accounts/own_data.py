"""What this app holds about a person."""

from typing import Any

from allauth.mfa.models import Authenticator

from counterpoint.apps.accounts.hooks import tells_own_data
from counterpoint.apps.accounts.models import Person


@tells_own_data
def account(person: Person) -> dict[str, Any]:
    return {
        "account": {
            "email": person.email,
            "name": person.name,
            "joined_at": person.joined_at.isoformat(),
            "last_signed_in_at": person.last_login.isoformat() if person.last_login else None,
            "platform_roles": list(person.platform_roles.values_list("role", flat=True)),
            "ways_to_sign_in": [
                held.get_type_display() for held in Authenticator.objects.filter(user=person)
            ],
        }
    }
