"""The key for marks of rows, so that a mark tells nothing to whoever reads the database."""

from hashlib import blake2b

from django.conf import settings


def row_secret() -> bytes:
    return blake2b(
        settings.SECRET_KEY.encode(), digest_size=32, person=b"imports.rows"
    ).digest()
