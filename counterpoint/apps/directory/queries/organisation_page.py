"""Everything that the page of one organisation shows, in at most twelve questions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    Max,
    Min,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
)
from django.db.models.functions import Cast

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
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.queries.rows import (
    AwardRow,
    NeedRow,
    OfferRow,
    Term,
    award_rows,
    needs_without_terms,
    offers_without_terms,
)
from counterpoint.apps.history.models import Entry

# More than these are a click away, in the lists.
MOST_SHOWN = 20
MOST_AWARDS_SHOWN = 10
# More awards than this are added up by the database.
MOST_ADDED_HERE = 100


@dataclass(frozen=True, slots=True)
class OtherName:
    kind: str
    name: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class OtherEnd:
    """The organisation before or after, and how one became the other."""

    name: str
    slug: str
    how: str
    on: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Total:
    """Money of one currency from one funder; currencies are never added together."""

    funder: str
    funder_slug: str
    currency: str
    count: int
    amount: Decimal
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    fields: list[str]
    sheet: str
    row: int | None
    at: datetime
    file: str
    source: str
    url: str
    publisher: str
    licence: str
    licence_url: str


@dataclass
class OrganisationPage:
    organisation: Organisation
    roles: list[str] = field(default_factory=list)
    identifiers: list[tuple[str, str]] = field(default_factory=list)
    names: list[OtherName] = field(default_factory=list)
    predecessors: list[OtherEnd] = field(default_factory=list)
    successors: list[OtherEnd] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    offers: list[OfferRow] = field(default_factory=list)
    needs: list[NeedRow] = field(default_factory=list)
    received: list[Total] = field(default_factory=list)
    made: list[Total] = field(default_factory=list)
    awards_received: list[AwardRow] = field(default_factory=list)
    awards_made: list[AwardRow] = field(default_factory=list)
    sources: list[SourceLine] = field(default_factory=list)
    history: list[Entry] = field(default_factory=list)


def organisation_by_slug(slug: str) -> Organisation | None:
    """Whatever its stage: whether it may be seen is for the view to ask."""
    has_members = Membership.objects.filter(organisation=OuterRef("pk"))
    return (
        Organisation.objects.annotate(
            has_members=Exists(has_members),
            place_name=F("place__name"),
            place_code=F("place__code"),
            legal_form_name=F("legal_form__name"),
        )
        .filter(slug=slug)
        .first()
    )


def organisation_page(organisation: Organisation, *, with_people: bool) -> OrganisationPage:
    """`with_people`: the history with who it was, which is for members alone."""
    page = OrganisationPage(organisation)
    _add_small_facts(page)
    _add_successions(page)
    newest = {"organisation": organisation.pk, "stage": Stage.PUBLISHED}
    order = ("-published_at", "-id")
    page.offers = offers_without_terms(
        Offer.objects.filter(**newest).order_by(*order)[:MOST_SHOWN]
    )
    page.needs = needs_without_terms(
        Need.objects.filter(**newest).order_by(*order)[:MOST_SHOWN]
    )
    _add_terms(page)
    _add_track_record(page)
    _add_sources(page)
    page.history = history_of(organisation, with_people=with_people)
    return page


def history_of(record: Model, *, with_people: bool) -> list[Entry]:
    lines = Entry.objects.about(record)
    return list((lines.select_related("by") if with_people else lines)[:MOST_SHOWN])


def _add_small_facts(page: OrganisationPage) -> None:
    """Kinds, register numbers and other names in one question: three short lists of words."""
    of_it = {"organisation": page.organisation.pk}
    # PostgreSQL takes a bare NULL for text, and text is no day.
    no_words, no_day = Value("", CharField()), Cast(Value(None), DateField())
    rows: QuerySet[Any] = OrganisationRole.objects.filter(**of_it).values_list(
        Value("role"), "role", no_words, no_day, no_day
    )
    numbers = Identifier.objects.filter(**of_it).order_by()
    names = OrganisationName.objects.filter(**of_it)
    for what, first, second, start, end in rows.union(
        numbers.values_list(Value("number"), "scheme", "value", no_day, no_day),
        names.values_list(Value("name"), "kind", "name", "valid_from", "valid_to"),
        all=True,
    ):
        if what == "role":
            page.roles.append(first)
        elif what == "number":
            page.identifiers.append((first, second))
        else:
            page.names.append(OtherName(first, second, start, end))
    page.roles.sort()
    page.identifiers.sort()
    page.names.sort(key=lambda name: (name.kind, str(name.valid_to or ""), name.name))


def _add_successions(page: OrganisationPage) -> None:
    pk = page.organisation.pk
    rows = Succession.objects.filter(Q(predecessor=pk) | Q(successor=pk)).values_list(
        *("predecessor_id", "predecessor__name", "predecessor__slug"),
        *("successor__name", "successor__slug"),
        *("how", "on", "source"),
    )
    for before, name_before, slug_before, name_after, slug_after, *how in rows:
        if before == pk:
            page.successors.append(OtherEnd(name_after, slug_after, *how))
        else:
            page.predecessors.append(OtherEnd(name_before, slug_before, *how))


def _add_terms(page: OrganisationPage) -> None:
    """The terms of the organisation, its offers and its needs in one question."""
    tagged = (
        ("organisation", OrganisationConcept, [page.organisation.pk]),
        ("offer", OfferConcept, [offer.pk for offer in page.offers]),
        ("need", NeedConcept, [need.pk for need in page.needs]),
    )
    first, *others = (
        tags.objects.filter(**{f"{record}__in": pks}, origin__in=VOUCHED_FOR).values_list(
            Value(record, CharField()),
            f"{record}_id",
            "concept__code",
            "concept__kind",
            "concept__name",
        )
        for record, tags, pks in tagged
        if pks
    )
    found: dict[tuple[str, int], list[Term]] = defaultdict(list)
    for record, pk, *term in first.union(*others, all=True) if others else first:
        found[record, pk].append(Term(*term))
    page.terms = found["organisation", page.organisation.pk]
    for offer in page.offers:
        offer.terms = found["offer", offer.pk]
    for need in page.needs:
        need.terms = found["need", need.pk]


def _add_track_record(page: OrganisationPage) -> None:
    pk = page.organisation.pk
    newest = (F("awarded_on").desc(nulls_last=True), "-id")
    received = Award.objects.filter(recipient=pk).order_by(*newest)
    rows = award_rows(received[: MOST_ADDED_HERE + 1])
    page.awards_received = rows[:MOST_AWARDS_SHOWN]
    page.received = _added(rows) if len(rows) <= MOST_ADDED_HERE else _added_there(pk)
    made = Award.objects.filter(funder=pk)
    page.made = [
        Total("", "", *row)
        for row in made.order_by("currency")
        .values_list("currency")
        .annotate(Count("pk"), Sum("amount"))
    ]
    if page.made:
        page.awards_made = award_rows(made.order_by(*newest)[:MOST_AWARDS_SHOWN])


def _added(rows: Iterable[AwardRow]) -> list[Total]:
    """Awards added up without asking again: hardly anybody has received more than a few."""
    grouped: dict[tuple[str, str, str], list[AwardRow]] = defaultdict(list)
    for row in rows:
        grouped[row.funder, row.funder_slug, row.currency].append(row)
    return [
        Total(
            *key, len(awards), sum((one.amount for one in awards), Decimal()), *_span(awards)
        )
        for key, awards in sorted(grouped.items())
    ]


def _span(awards: Iterable[AwardRow]) -> tuple[date | None, date | None]:
    days = [award.awarded_on for award in awards if award.awarded_on]
    return min(days, default=None), max(days, default=None)


def _added_there(pk: int) -> list[Total]:
    rows = (
        Award.objects.filter(recipient=pk)
        .order_by()
        .values_list("funder__name", "funder__slug", "currency")
        .annotate(Count("pk"), Sum("amount"), Min("awarded_on"), Max("awarded_on"))
    )
    # By code point, as above: databases have orders of their own.
    return [Total(*row) for row in sorted(rows, key=lambda row: row[:3])]


def _add_sources(page: OrganisationPage) -> None:
    rows = Provenance.objects.filter(
        record_type="organisation", record_id=page.organisation.pk
    ).order_by("-id")
    source = "source_file__source__"
    page.sources = [
        SourceLine(*row)
        for row in rows.values_list(
            *("fields", "sheet", "row", "at", "source_file__name"),
            *(f"{source}name", f"{source}url", f"{source}publisher"),
            *(f"{source}licence", f"{source}licence_url"),
        )[:MOST_SHOWN]
    ]
