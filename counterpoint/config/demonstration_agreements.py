"""An invented delivery network: a strategic partner, two sub-grants below it, one set of indicators."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.agreements.actions import drafting, running, signing
from counterpoint.apps.agreements.models import Agreement
from counterpoint.apps.directory.models import Membership, Organisation
from counterpoint.apps.directory.permissions import forget_roles
from counterpoint.apps.directory.queries.naming import namesakes

TITLE = "Example: a network for wellbeing, run by one partner"
FUNDER, PARTNER = "Example Borough Council", "Example Harbour Voices"
BELOW = (("Example Tideline Dance", 12_000, 46), ("Example Attic Museum", 9_000, 31))
BEGINS, ENDS = date(2026, 4, 1), date(2027, 3, 31)


@transaction.atomic
def load_agreements(at: datetime) -> None:
    """What is there already stays; without the invented organisations there is none to make."""
    names = (FUNDER, PARTNER, *(name for name, _amount, _people in BELOW))
    found = {name: next(iter(namesakes(name)), None) for name in names}
    if Agreement.objects.filter(title=TITLE).exists() or None in found.values():
        return
    who = {name: one for name, one in found.items() if one is not None}
    prime = drafting.draft(
        funder=who[FUNDER],
        provider=who[PARTNER],
        details={
            "title": TITLE,
            "kind": "purchase",
            "amount": Decimal(60_000),
            "begins": BEGINS,
            "ends": ENDS,
            "terms": "Invented. The partner keeps a diverse network and passes on at least a third of the sum.",
        },
        is_example=True,
        by=None,
        at=at,
    )
    outcome = {
        "text": "People who live alone see somebody every week.",
        "measure": "Direct question on loneliness",
    }
    drafting.add_part(agreement=prime, what="outcome", details=outcome, by=None, at=at)
    people, mean = (
        drafting.add_part(agreement=prime, what="indicator", details=one, by=None, at=at)
        for one in (
            {"name": "People who came three times or more", "unit": "people", "adds_up": True},
            {"name": "Mean life satisfaction at the end", "unit": "of 10", "adds_up": False},
        )
    )
    drafting.take_proposed_duties(agreement=prime, by=None, at=at)
    _sign_and_publish(prime, at)
    for name, amount, count in BELOW:
        below = drafting.subgrant(
            prime=prime,
            provider=who[name],
            details={
                "title": f"Example: {name.removeprefix('Example ')} in the network",
                "kind": "grant",
                "amount": Decimal(amount),
                "begins": BEGINS,
                "ends": ENDS,
                "terms": "Invented. As in the agreement above.",
            },
            by=None,
            at=at,
        )
        drafting.add_part(agreement=below, what="outcome", details=outcome, by=None, at=at)
        _sign_and_publish(below, at)
        for indicator, value in ((people, Decimal(count)), (mean, Decimal("7.1"))):
            running.report(
                agreement=below,
                indicator=indicator,  # type: ignore[arg-type]
                period="April to September 2026",
                value=value,
                by=None,
                at=at,
            )


def _sign_and_publish(agreement: Agreement, at: datetime) -> None:
    signing.offer(agreement=agreement, by=None, at=at)
    for side, who in (("funder", agreement.funder), ("provider", agreement.provider)):
        signing.sign(
            agreement=agreement, side=side, role="Invented", by=_signer(who, at), at=at
        )
    signing.publish(agreement=agreement, by=None, at=at)


def _signer(who: Organisation, at: datetime) -> Person:
    """Invented, and nobody can sign in as them."""
    address = "signers@demonstration.invalid"
    person = Person.objects.filter(email=address).first()
    person = person or Person.objects.create_user(address, name="Example signer")
    Membership.objects.get_or_create(
        organisation=who, person=person, defaults={"role": "editor", "since_at": at}
    )
    forget_roles(person)
    return person
