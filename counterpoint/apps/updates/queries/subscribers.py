"""Who is behind a link, an address or a person."""

from allauth.account.models import EmailAddress

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.updates import tokens
from counterpoint.apps.updates.models import News, Subscriber


def behind(token: str, salt: str) -> tuple[Subscriber | None, bool]:
    """The subscriber, and whether the link still opens the door."""
    opened = tokens.opened(token, salt)
    if opened is None:
        return None, False
    return Subscriber.objects.filter(key=opened.value).first(), not opened.is_expired


def verified_address(person: Person) -> str:
    """A person and a subscriber are the same where the person has proved the address."""
    held = EmailAddress.objects.filter(user=person, verified=True).order_by("-primary", "pk")
    return held.values_list("email", flat=True).first() or ""


def of_person(person: Person) -> Subscriber | None:
    address = verified_address(person)
    return Subscriber.objects.with_address(address).first() if address else None


def newest_news() -> int:
    return News.objects.order_by("-id").values_list("id", flat=True).first() or 0
