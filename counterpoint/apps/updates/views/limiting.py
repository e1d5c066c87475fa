"""How many addresses may be typed from one place in an hour."""

from hashlib import blake2b

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.refusals import TooOften

# A room of people at an event may sign up from one network address.
MOST_FROM_AN_ADDRESS = 30
AN_HOUR_SECONDS = 3_600


class TooManySignUps(TooOften):
    sentence = _("Many addresses were typed from here within the hour.")
    advice = _("Please come back in an hour.")


def check_not_too_many(request: HttpRequest) -> None:
    """Only a keyed hash of who it was is kept, and only for the hour."""
    secret = settings.SECRET_KEY.encode()[:64]
    sender = get_adapter(request).get_client_ip(request)
    mark = blake2b(sender.encode(), key=secret, digest_size=16).hexdigest()
    key = f"sign-ups-from:{mark}"
    cache.add(key, 0, AN_HOUR_SECONDS)
    try:
        count = cache.incr(key)
    except ValueError:  # it ran out between the two lines
        return
    if count > MOST_FROM_AN_ADDRESS:
        raise TooManySignUps
