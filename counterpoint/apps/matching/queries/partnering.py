"""Who could meet a need together: requirements from its words, providers from the directory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Model

from counterpoint.apps.directory.models import Offer, Organisation, OrganisationRole
from counterpoint.apps.matching.queries.finding import Answer, find
from counterpoint.apps.matching.queries.knowledge import meaning
from counterpoint.apps.matching.queries.questions import Question
from counterpoint.apps.matching.queries.shown import records_of
from counterpoint.apps.matching.queries.ties import Tie, ties_between
from counterpoint.apps.matching.queries.understanding import Understanding
from counterpoint.domain.commissioning.partnerships import (
    Partner,
    Partnership,
    Search,
    partnerships,
)
from counterpoint.domain.matching.matches import How
from counterpoint.domain.matching.meaning import Meaning
from counterpoint.domain.matching.nearness import nearness
from counterpoint.domain.matching.statement import Candidate, Locality, Term
from counterpoint.domain.vocabulary.concepts import Kind
from counterpoint.domain.vocabulary.crosswalk import LinkHow

# More than these make every partnership look thin; the loudest are what the words are about.
MOST_REQUIREMENTS = 12
# What a provider can bring. A setting or a way of working can be agreed on by any of them.
ASKED_KINDS = (Kind.OUTCOME, Kind.CONDITION, Kind.POPULATION, Kind.ACTIVITY, Kind.ART_FORM)
LEAST_CLEAR = 0.3
# Being related, or meaning more than was asked, is no promise to do it.
COVERING = {LinkHow.SAME, LinkHow.NARROWER, LinkHow.SERVES}
BUYERS = {OrganisationRole.Role.COMMISSIONER, OrganisationRole.Role.FUNDER}


USUAL_PARTNERS = 4


@dataclass(frozen=True)
class Wanted:
    """`kept` and `left_out` are keys of providers who must, or must not, take part."""

    question: Question
    most_partners: int = USUAL_PARTNERS
    kept: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Requirement:
    code: str
    name: str
    kind: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brought:
    """What answers one requirement: how, with what, and by which record."""

    how: str
    name: str
    words: tuple[str, ...]
    record: Model


@dataclass
class Provider:
    key: str
    name: str
    organisation: Organisation | None
    brings: dict[str, Brought] = field(default_factory=dict)
    capacity: int | None = None
    offer: Offer | None = None  # the one whose price counts
    price: Decimal | None = None


@dataclass(frozen=True)
class Built:
    answer: Answer
    requirements: tuple[Requirement, ...]
    providers: Mapping[str, Provider]
    partnerships: tuple[Partnership, ...]
    ties: Mapping[frozenset[str], tuple[Tie, ...]]
    left_out: tuple[Provider, ...]

    @property
    def understanding(self) -> Understanding:
        return self.answer.understanding


def build(wanted: Wanted, on: date, buyer: Organisation | None = None) -> Built:
    answer = find(wanted.question, on)
    requirements = tuple(requirements_of(answer.understanding))
    matches = [
        match for group in answer.groups if group.kind != "award" for match in group.matches
    ]
    candidates = {match.candidate.key: match.candidate for match in matches}
    places = {one.code: one for one in answer.understanding.statement.localities}
    providers = _providers(candidates, records_of(matches), requirements, places)
    if buyer is not None:
        providers.pop(f"organisation:{buyer.pk}", None)
    left_out = [providers.pop(key) for key in wanted.left_out if key in providers]
    ties = _ties(providers)
    search = Search(
        tuple(one.code for one in requirements),
        tuple(
            Partner(one.key, frozenset(one.brings), one.capacity, one.price)
            for one in providers.values()
            if one.brings or one.key in wanted.kept
        ),
        people=wanted.question.people,
        budget=wanted.question.money,
        most_partners=wanted.most_partners,
        ties={pair: len(found) for pair, found in ties.items()},
        included=wanted.kept,
    )
    return Built(
        answer,
        requirements,
        providers,
        partnerships(search),
        ties,
        tuple(left_out),
    )


def requirements_of(understanding: Understanding) -> Iterator[Requirement]:
    """Concepts that are clearly asked for, then places; none that a narrower one speaks for."""
    statement, known = understanding.statement, meaning()
    taken_off = set(understanding.question.without)
    said = [term for term in statement.terms if _is_asked(term) and term.code not in taken_off]
    wider = {code for term in said for code in known.above(term.code)}
    terms = sorted(
        (one for one in said if one.code not in wider), key=lambda one: -one.strength
    )
    holding = {code for place in statement.localities for code in place.within}
    places = [place for place in statement.localities if place.code not in holding | taken_off]
    for term in terms[: MOST_REQUIREMENTS - min(len(places), MOST_REQUIREMENTS // 2)]:
        yield Requirement(term.code, term.name, term.kind, term.words)
    for place in places[: MOST_REQUIREMENTS // 2]:
        yield Requirement(place.code, place.name, "place")


def _is_asked(term: Term) -> bool:
    return not term.is_hint and term.kind in ASKED_KINDS and term.strength >= LEAST_CLEAR


def _providers(
    candidates: Mapping[str, Candidate],
    records: Mapping[str, Model],
    requirements: Iterable[Requirement],
    places: Mapping[str, Locality],
) -> dict[str, Provider]:
    """One for each organisation, with what all of its matching records bring."""
    found: dict[str, Provider] = {}
    known = meaning()
    for key, candidate in candidates.items():
        record = records.get(key)
        if not isinstance(record, Offer | Organisation) or _only_buys(record):
            continue
        provider = _provider_of(record, found)
        for requirement in requirements:
            brought = _brought(requirement, candidate, record, places, known)
            if brought and requirement.code not in provider.brings:
                provider.brings[requirement.code] = brought
        if isinstance(record, Offer):
            _count_in(record, provider)
    return found


def _provider_of(record: Offer | Organisation, found: dict[str, Provider]) -> Provider:
    organisation = record if isinstance(record, Organisation) else record.organisation
    if organisation is None or not organisation.is_public:
        key, name, organisation = f"offer:{record.pk}", str(record), None
    else:
        key, name = f"organisation:{organisation.pk}", organisation.name
    return found.setdefault(key, Provider(key, name, organisation))


def _only_buys(record: Offer | Organisation) -> bool:
    """A council answers a search for its own words; it is asked to pay, not to sing."""
    if isinstance(record, Offer):
        return False
    roles = {one.role for one in record.roles.all()}
    return bool(roles) and roles <= BUYERS


def _count_in(offer: Offer, provider: Provider) -> None:
    """The largest capacity of one offer: the same people may stand behind all of them. Prices
    count where they are for a whole programme; a price a session cannot be added to one a day."""
    if offer.capacity_people:
        provider.capacity = max(provider.capacity or 0, offer.capacity_people)
    provider.offer = provider.offer or offer
    is_whole = offer.price_unit == Offer.PriceUnit.PROGRAMME and offer.price_currency == "GBP"
    if offer.price_amount is None or not is_whole:
        return
    if provider.price is None or offer.price_amount < provider.price:
        provider.offer, provider.price = offer, offer.price_amount


def _brought(
    requirement: Requirement,
    candidate: Candidate,
    record: Model,
    places: Mapping[str, Locality],
    known: Meaning,
) -> Brought | None:
    if requirement.kind == "place":
        return _place_brought(places[requirement.code], candidate, record)
    links = (
        (known.link(requirement.code, term.code), term)
        for term in candidate.terms
        if not term.is_hint
    )
    covering = [(link, term) for link, term in links if link and link.how in COVERING]
    if not covering:
        return None
    link, term = max(covering, key=lambda one: one[0].weight * one[1].strength)
    return Brought(link.how.value, term.name, term.words, record)


def _place_brought(place: Locality, candidate: Candidate, record: Model) -> Brought | None:
    near = nearness((place,), candidate.localities, candidate.reach)
    if not near.share or near.how is None:
        return None
    if near.how is How.SAME_AREA:
        return None
    name = near.offered.name if near.offered else ""
    return Brought(near.how.value, name, (), record)


def _ties(providers: Mapping[str, Provider]) -> dict[frozenset[str], tuple[Tie, ...]]:
    keys = {one.organisation.pk: key for key, one in providers.items() if one.organisation}
    return {
        frozenset(keys[number] for number in pair): ties
        for pair, ties in ties_between(keys).items()
    }
