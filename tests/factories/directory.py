"""The smallest valid records of the directory, made by the actions that make them in life."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions import needs, offers, organisations, terms
from counterpoint.apps.directory.models import (
    Award,
    DataSource,
    Membership,
    Need,
    Offer,
    Organisation,
    SourceFile,
)
from counterpoint.apps.places.models import Place, Release

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
_numbers = count(1)


def organisation(
    name: str = "",
    *,
    roles: Iterable[str] = ("cultural",),
    by: Person | None = None,
    at: datetime = AT,
    is_published: bool = True,
    **details: Any,
) -> Organisation:
    words = {
        "name": name or f"Example Choir {next(_numbers)}",
        "description": "We sing together on Thursdays.",
        **details,
    }
    made = organisations.create_organisation(details=words, roles=roles, by=by, at=at)
    if is_published:
        _decide_everything(made, by, at)
        organisations.publish_organisation(organisation=made, by=by, at=at)
    return made


def freelancer(name: str = "Example Person", **details: Any) -> Organisation:
    return organisation(name, roles=(), is_one_person=True, **details)


def offer(
    of: Organisation | None = None,
    *,
    title: str = "A weekly choir",
    by: Person | None = None,
    at: datetime = AT,
    is_published: bool = True,
    **details: Any,
) -> Offer:
    words = {
        "title": title,
        "description": "A weekly choir where people make friends.",
        **details,
    }
    made = offers.create_offer(organisation=of or organisation(), details=words, by=by, at=at)
    if is_published:
        _decide_everything(made, by, at)
        offers.publish_offer(offer=made, by=by, at=at)
    return made


def need(
    of: Organisation | None = None,
    *,
    title: str = "Fewer lonely people",
    by: Person | None = None,
    at: datetime = AT,
    is_published: bool = True,
    **details: Any,
) -> Need:
    words = {
        "title": title,
        "statement": "Reduce loneliness among people over 65 who live alone.",
        **details,
    }
    council = of or organisation(f"Example Council {next(_numbers)}", roles=("commissioner",))
    made = needs.create_need(organisation=council, details=words, by=by, at=at)
    if is_published:
        _decide_everything(made, by, at)
        needs.publish_need(need=made, by=by, at=at)
    return made


def member(
    of: Organisation, person: Person, role: str = Membership.Role.EDITOR, at: datetime = AT
) -> Membership:
    return Membership.objects.create(organisation=of, person=person, role=role, since_at=at)


def source_file(name: str = "Example awards", at: datetime = AT) -> SourceFile:
    source, _is_new = DataSource.objects.get_or_create(
        name=name, publisher="Example Fund", licence="Open Government Licence v3.0"
    )
    file, _is_new = SourceFile.objects.get_or_create(
        source=source,
        sha256="0" * 64,
        defaults={"name": "awards.csv", "size_bytes": 1, "received_at": at},
    )
    return file


def award(
    *,
    funder: Organisation,
    recipient: Organisation | None,
    amount: str = "1000.00",
    currency: str = "GBP",
    awarded_on: date | None = date(2025, 4, 1),
    title: str = "A year of singing",
    **fields: Any,
) -> Award:
    """Awards come from imports alone, so there is no action that makes one."""
    file = source_file()
    number = f"EX-{next(_numbers)}"
    return Award.objects.create(
        identifier=number,
        identity=number,
        source=file.source,
        source_file=file,
        funder=funder,
        recipient=recipient,
        is_to_individual=recipient is None,
        title=title,
        amount=Decimal(amount),
        currency=currency,
        awarded_on=awarded_on,
        content_hash=number,
        **fields,
    )


def places() -> dict[str, Place]:
    """England > Kent > Thanet, with a Newport in Wales and one on the Isle of Wight."""
    drawn = (
        ("E92000001", "England", Place.Kind.NATION, None, None),
        ("W92000004", "Wales", Place.Kind.NATION, None, None),
        ("E10000016", "Kent", Place.Kind.COUNTY, "E92000001", (51.19, 0.72)),
        ("E07000114", "Thanet", Place.Kind.DISTRICT, "E10000016", (51.36, 1.36)),
        ("E06000046", "Isle of Wight", Place.Kind.DISTRICT, "E92000001", (50.67, -1.33)),
        ("W06000022", "Newport", Place.Kind.DISTRICT, "W92000004", (51.58, -2.99)),
        ("town.newport", "Newport", Place.Kind.TOWN, "E06000046", (50.70, -1.29)),
    )
    made: dict[str, Place] = {}
    for code, name, kind, parent, point in drawn:
        made[code] = Place.objects.create(
            code=code,
            name=name,
            kind=kind,
            parent=made.get(parent or ""),
            latitude=point[0] if point else None,
            longitude=point[1] if point else None,
        )
    # What is kept in memory follows the release's number, which a rolled back test gives again.
    Release.objects.create(
        pk=1_000_000 + next(_numbers), sha256="0", loaded_at=AT, place_count=len(made)
    )
    return {place.name: place for place in made.values()}


def _decide_everything(record: Any, by: Person | None, at: datetime) -> None:
    codes = record.tags.undecided().values_list("concept__code", flat=True)
    terms.decide(record=record, accepted=list(codes), by=by, at=at)
