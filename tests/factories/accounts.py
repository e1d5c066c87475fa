"""The smallest valid people."""

from hashlib import sha256
from itertools import count

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from counterpoint.apps.accounts.models import Person, PlatformRole

_numbers = count(1)
PASSWORD = "a long enough pass phrase"


def person(
    name: str = "", *, email: str = "", is_programme_team: bool = False, at=None
) -> Person:
    address = email or f"person{next(_numbers)}@example.org"
    made = Person.objects.create_user(address, PASSWORD, name=name)
    EmailAddress.objects.create(user=made, email=address, primary=True, verified=True)
    if is_programme_team:
        PlatformRole.objects.create(
            person=made, role=PlatformRole.Role.PROGRAMME_TEAM, granted_at=at or made.joined_at
        )
    return made


def passkey(person: Person, name: str = "Blue key") -> Authenticator:
    """A key as a browser registers it, without the browser."""
    public_key = ES256.from_cryptography_key(
        ec.derive_private_key(next(_numbers), ec.SECP256R1()).public_key()
    )
    held = AttestedCredentialData.create(bytes(16), name.encode(), public_key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
    seen = AuthenticatorData.create(sha256(b"localhost").digest(), flags, 0, held)
    client = CollectedClientData.create("webauthn.create", bytes(16), "http://localhost")
    key_id = websafe_encode(name.encode())
    credential = {
        "id": key_id,
        "rawId": key_id,
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(client),
            "attestationObject": websafe_encode(AttestationObject.create("none", seen, {})),
        },
    }
    return Authenticator.objects.create(
        user=person,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": name, "credential": credential},
    )
