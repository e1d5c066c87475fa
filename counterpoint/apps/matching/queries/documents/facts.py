"""Each kind of record as the facts that a document is made from."""

from datetime import date, datetime

from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.directory.models import Award, Need, Offer, Organisation
from counterpoint.apps.matching.queries.documents.keys import (
    AWARD,
    CALL,
    NEED,
    OFFER,
    ORGANISATION,
)
from counterpoint.apps.matching.queries.documents.making import Maker, doubts_of
from counterpoint.apps.matching.queries.documents.past_work import TrackRecord
from counterpoint.apps.matching.queries.documents.places import place_of, places_of_offer
from counterpoint.apps.matching.queries.documents.stored import Facts
from counterpoint.domain.matching.statement import PastWork, Side, Term

# An organisation that says nothing of itself is found by what it was paid for.
MOST_TITLES = 8
NONE = TrackRecord()
# One award may be chance, three are what an organisation does.
DOUBT_OF_ONE = 0.6
BUYS = {"commissioner", "funder", "health"}


def of_offer(offer: Offer, maker: Maker, track: TrackRecord = NONE) -> Facts:
    reading = maker.read(f"{offer.title}\n{offer.description}")
    terms = maker.terms(reading, offer.tags.all())
    return Facts(
        kind=OFFER,
        number=offer.pk,
        side=Side.OFFER,
        title=offer.title,
        text=offer.description,
        terms=terms,
        places=places_of_offer(offer),
        covers=tuple(place.code for place in offer.service_areas.all()),
        travel_km=offer.travel_km,
        is_online=offer.is_online,
        people=offer.capacity_people,
        # A price a session is not a budget for a programme: only like is compared with like.
        money=offer.price_amount if offer.price_unit == Offer.PriceUnit.PROGRAMME else None,
        has_safeguarding=bool(offer.safeguarding_statement.strip()),
        has_insurance=bool(offer.insurance_statement.strip()),
        verified_on=_day(offer.verified_at),
        updated_on=_day(offer.updated_at),
        past_work=track.commonest(),
        doubts=doubts_of(reading, offer.tags.all()),
        source=_source(offer),
        year=_year(offer.published_at),
    )


def of_need(need: Need, maker: Maker) -> Facts:
    reading = maker.read(_once(need.title, need.statement))
    terms = maker.terms(reading, need.tags.all())
    return Facts(
        kind=NEED,
        number=need.pk,
        side=Side.NEED,
        title=need.title,
        text=need.statement,
        terms=terms,
        places=place_of(need),
        people=need.people,
        money=need.budget_amount,
        verified_on=_day(need.verified_at),
        updated_on=_day(need.updated_at),
        doubts=doubts_of(reading, need.tags.all()),
        source=_source(need),
        year=_year(need.published_at),
    )


def of_call(call: Call, maker: Maker) -> Facts:
    """A need with money and a deadline: read as one, with the terms of the need that it answers."""
    words = "\n".join((call.purpose, call.what_is_wanted))
    reading = maker.read(_once(call.title, words))
    tags = list(call.need.tags.all()) if call.need else []
    return Facts(
        kind=CALL,
        number=call.pk,
        side=Side.NEED,
        title=call.title,
        text=words,
        terms=maker.terms(reading, tags),
        places=((call.place.code, None, None),) if call.place else (),
        money=call.pot,
        updated_on=_day(call.updated_at),
        doubts=doubts_of(reading, tags),
        year=_year(call.published_at),
    )


def of_organisation(
    organisation: Organisation, maker: Maker, awards: list[Award], track: TrackRecord
) -> Facts:
    own = "\n".join(
        part
        for part in (
            organisation.name,
            organisation.description,
            organisation.community_practice,
        )
        if part
    )
    terms = maker.terms(maker.read(own), organisation.tags.all())
    buys = BUYS & {role.role for role in organisation.roles.all()}
    return Facts(
        kind=ORGANISATION,
        number=organisation.pk,
        side=Side.NEED if buys else Side.OFFER,
        title=organisation.name,
        text="\n".join([own, *(award.title for award in awards[:MOST_TITLES])]),
        terms=(*terms, *_done(track.commonest(), terms, maker)),
        places=place_of(organisation),
        verified_on=_day(organisation.verified_at),
        updated_on=_day(organisation.updated_at),
        past_work=track.commonest(),
    )


def of_award(award: Award, maker: Maker) -> Facts:
    words = (award.title, award.description, award.programme, award.art_form_words)
    terms = maker.terms(maker.read("\n".join(part for part in words if part)))
    return Facts(
        kind=AWARD,
        number=award.pk,
        side=Side.OFFER,
        title=award.title,
        text="\n".join(part for part in words[1:] if part),
        terms=terms,
        places=_place_of_award(award),
        money=award.amount,
        updated_on=award.awarded_on,
        source=award.source.name,
        year=award.awarded_on.year if award.awarded_on else None,
    )


def _done(past: dict[str, PastWork], said: tuple[Term, ...], maker: Maker) -> tuple[Term, ...]:
    """What was done before as terms of the organisation, surer the more often."""
    known = {term.code for term in said if not term.is_hint}
    found = ((maker.meaning.vocabulary.get(code), work) for code, work in past.items())
    return tuple(
        Term(concept.code, concept.kind.value, concept.name, 1 - DOUBT_OF_ONE**work.count)
        for concept, work in found
        if concept and concept.code not in known
    )


def _place_of_award(award: Award) -> tuple[tuple[str, float | None, float | None], ...]:
    if award.place is not None:
        return ((award.place.code, None, None),)
    return place_of(award.recipient) if award.recipient is not None else ()


def _source(record: Offer | Need) -> str:
    return record.source_file.source.name if record.source_file else ""


def _once(title: str, statement: str) -> str:
    return statement if statement.startswith(title.rstrip(".… ")) else f"{title}\n{statement}"


def _day(at: datetime | None) -> date | None:
    return at.date() if at else None


def _year(at: datetime | None) -> int | None:
    return at.year if at else None
