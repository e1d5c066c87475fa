"""How many suggestions may come from one place in an hour."""

from hashlib import blake2b

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.refusals import TooOften

# Enough for somebody who reads a whole town's records, too few to fill an owner's mailbox. A
# library or a council is one network address for many people.
MOST_FROM_A_PERSON = 10
MOST_FROM_AN_ADDRESS = 30
AN_HOUR_SECONDS = 3_600


class TooManySuggestions(TooOften):
    sentence = _("Many corrections came from here within the hour.")
    advice = _("What you sent before is kept. Please send the next one in an hour.")


def check_not_too_many(request: HttpRequest) -> None:
    """Only keyed hashes of who it was are kept, and only for the hour."""
    counted = (
        (str(request.user.pk or request.session.session_key or ""), MOST_FROM_A_PERSON),
        # Behind a proxy this is the visitor's address as the proxy says it.
        (get_adapter(request).get_client_ip(request), MOST_FROM_AN_ADDRESS),
    )
    for sender, most in counted:
        if sender and _sent_within_the_hour(sender) > most:
            raise TooManySuggestions


def _sent_within_the_hour(sender: str) -> int:
    """This one included."""
    secret = settings.SECRET_KEY.encode()[:64]
    mark = blake2b(sender.encode(), key=secret, digest_size=16).hexdigest()
    key = f"corrections-from:{mark}"
    cache.add(key, 0, AN_HOUR_SECONDS)
    try:
        return cache.incr(key)
    except ValueError:
        # It ran out between the two lines: this is the first of a new hour.
        cache.add(key, 1, AN_HOUR_SECONDS)
        return 1
