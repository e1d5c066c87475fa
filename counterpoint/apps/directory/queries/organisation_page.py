"""Everything that the page of one organisation shows, in at most twelve questions."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
)

from counterpoint.apps.directory.models import (
    Award,
    Identifier,
    Membership,
    Need,
    NeedConcept,
    Offer,
    OfferConcept,
    Organisation,
    OrganisationConcept,
    OrganisationName,
    OrganisationRole,
    Provenance,
    Succession,
)
from counterpoint.apps.directory.models.concepts import VOUCHED_FOR
from counterpoint.apps.history.models import Entry
from counterpoint.apps.vocabulary.models import Concept

# More than these are a click away, in the lists.
MOST_SHOWN = 20
MOST_AWARDS_SHOWN = 10


@dataclass(frozen=True)
class Total:
    """Money of one currency from one funder; currencies are never added together."""

    funder: str
    funder_slug: str
    currency: str
    count: int
    amount: Any
    earliest: Any = None
    latest: Any = None


@dataclass
class OrganisationPage:
    organisation: Organisation
    roles: list[str] = field(default_factory=list)
    identifiers: list[tuple[str, str]] = field(default_factory=list)
    names: list[OrganisationName] = field(default_factory=list)
    predecessors: list[Succession] = field(default_factory=list)
    successors: list[Succession] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    terms: dict[tuple[str, int], list[Concept]] = field(default_factory=dict)
    received: list[Total] = field(default_factory=list)
    made: list[Total] = field(default_factory=list)
    awards_received: list[Award] = field(default_factory=list)
    awards_made: list[Award] = field(default_factory=list)
    provenance: list[Provenance] = field(default_factory=list)
    history: list[Entry] = field(default_factory=list)


def organisation_by_slug(slug: str) -> Organisation | None:
    """Whatever its stage: whether it may be seen is for the view to ask."""
    has_members = Membership.objects.filter(organisation=OuterRef("pk"))
    return (
        Organisation.objects.select_related(
            "place", "legal_form", "verified_by", "merged_into"
        )
        .defer("place__outline")
        .annotate(has_members=Exists(has_members))
        .filter(slug=slug)
        .first()
    )


def organisation_page(organisation: Organisation) -> OrganisationPage:
    page = OrganisationPage(organisation)
    _add_small_facts(page)
    _add_successions(page)
    page.offers = _newest(organisation.offers.public())
    page.needs = _newest(organisation.needs.public())
    page.terms = _terms(page)
    _add_track_record(page)
    page.provenance = list(
        Provenance.objects.filter(record_type="organisation", record_id=organisation.pk)
        .select_related("source_file__source")
        .order_by("-id")[:MOST_SHOWN]
    )
    page.history = list(Entry.objects.about(organisation).select_related("by")[:MOST_SHOWN])
    return page


def _newest(records: QuerySet[Any]) -> list[Any]:
    newest = records.order_by("-published_at", "-id").select_related("place")
    return list(newest.defer("place__outline")[:MOST_SHOWN])


def _add_small_facts(page: OrganisationPage) -> None:
    """Kinds, register numbers and other names in one question: three short lists of words."""
    of_it = {"organisation": page.organisation}
    text, day = CharField(), DateField()
    none = Value(None, output_field=day)
    rows: QuerySet[Any] = (
        OrganisationRole.objects.filter(**of_it)
        .values_list(Value("role"), "role", Value("", output_field=text), none, none)
        .union(
            Identifier.objects.filter(**of_it)
            .order_by()
            .values_list(Value("identifier"), "scheme", "value", none, none),
            OrganisationName.objects.filter(**of_it).values_list(
                Value("name"), "kind", "name", "valid_from", "valid_to"
            ),
            all=True,
        )
    )
    for what, first, second, start, end in rows:
        if what == "role":
            page.roles.append(first)
        elif what == "identifier":
            page.identifiers.append((first, second))
        else:
            page.names.append(
                OrganisationName(kind=first, name=second, valid_from=start, valid_to=end)
            )
    page.roles.sort()
    page.identifiers.sort()
    page.names.sort(key=lambda name: (name.kind, str(name.valid_to or ""), name.name))


def _add_successions(page: OrganisationPage) -> None:
    organisation = page.organisation
    either = Q(predecessor=organisation) | Q(successor=organisation)
    for succession in Succession.objects.filter(either).select_related(
        "predecessor", "successor"
    ):
        if succession.predecessor_id == organisation.pk:
            page.successors.append(succession)
        else:
            page.predecessors.append(succession)


def _terms(page: OrganisationPage) -> dict[tuple[str, int], list[Concept]]:
    """The terms of the organisation, its offers and its needs, by record."""
    tagged = (
        ("organisation", OrganisationConcept, [page.organisation.pk]),
        ("offer", OfferConcept, [offer.pk for offer in page.offers]),
        ("need", NeedConcept, [need.pk for need in page.needs]),
    )
    parts = [
        tags.objects.filter(**{f"{record}__in": pks}, origin__in=VOUCHED_FOR).values_list(
            Value(record, output_field=CharField()),
            f"{record}_id",
            "concept__code",
            "concept__kind",
            "concept__name",
        )
        for record, tags, pks in tagged
        if pks
    ]
    found: dict[tuple[str, int], list[Concept]] = defaultdict(list)
    for record, pk, code, kind, name in parts[0].union(*parts[1:], all=True):
        found[record, pk].append(Concept(code=code, kind=kind, name=name))
    return found


def _add_track_record(page: OrganisationPage) -> None:
    page.received = _totals(page.organisation.awards.all())
    page.made = [
        Total("", "", row["currency"], row["count"], row["amount"])
        for row in Award.objects.filter(funder=page.organisation)
        .order_by("currency")
        .values("currency")
        .annotate(count=Count("pk"), amount=Sum("amount"))
    ]
    latest = Award.objects.select_related("funder", "recipient", "source")
    if page.received:
        received = latest.filter(recipient=page.organisation)
        page.awards_received = list(received[:MOST_AWARDS_SHOWN])
    if page.made:
        page.awards_made = list(latest.filter(funder=page.organisation)[:MOST_AWARDS_SHOWN])


def _totals(awards: QuerySet[Award]) -> list[Total]:
    rows = (
        awards.order_by()
        .values("funder__name", "funder__slug", "currency")
        .annotate(
            count=Count("pk"),
            amount=Sum("amount"),
            earliest=Min("awarded_on"),
            latest=Max("awarded_on"),
        )
    )
    return [
        Total(
            row["funder__name"],
            row["funder__slug"],
            row["currency"],
            row["count"],
            row["amount"],
            row["earliest"],
            row["latest"],
        )
        for row in sorted(rows, key=lambda row: (row["funder__name"], row["currency"]))
    ]
