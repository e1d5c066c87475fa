"""The documents of records that changed, and of those that speak of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from counterpoint.apps.directory.models import Award, Offer
from counterpoint.apps.matching.queries.documents import facts, rows
from counterpoint.apps.matching.queries.documents.keys import (
    AWARD,
    CALL,
    KINDS,
    NEED,
    OFFER,
    ORGANISATION,
    key,
)
from counterpoint.apps.matching.queries.documents.making import Maker
from counterpoint.apps.matching.queries.documents.past_work import TrackRecord
from counterpoint.domain.matching.engine import Batch, SearchDocument

Changed = Mapping[str, Collection[int]]


def changed_documents(changed: Changed) -> Batch:
    """What is public is put in again; what is gone or no longer public is taken out."""
    maker = Maker()
    wanted = _with_those_who_speak_of_them(changed)
    put = [
        *(
            maker.document(facts.of_need(need, maker))
            for need in rows.needs().filter(pk__in=wanted[NEED])
        ),
        *(
            maker.document(facts.of_call(call, maker))
            for call in rows.calls().filter(pk__in=wanted[CALL])
        ),
        *(
            maker.document(facts.of_award(award, maker))
            for award in rows.awards().filter(pk__in=wanted[AWARD])
        ),
        *_organisations_and_offers(wanted, maker),
    ]
    there = {document.key for document in put}
    asked = {key(kind, number) for kind, numbers in wanted.items() for number in numbers}
    return Batch(put=tuple(put), take_out=tuple(sorted(asked - there)))


def _with_those_who_speak_of_them(changed: Changed) -> dict[str, set[int]]:
    """An award speaks of its recipient's work, an organisation lends its place to its offers."""
    wanted = {kind: set(changed.get(kind, ())) for kind in KINDS}
    wanted[ORGANISATION] |= _numbers(
        Award.objects.filter(pk__in=wanted[AWARD]).values_list("recipient", flat=True)
    )
    wanted[OFFER] |= _numbers(
        Offer.objects.filter(organisation__in=wanted[ORGANISATION]).values_list(
            "pk", flat=True
        )
    )
    return wanted


def _organisations_and_offers(
    wanted: Mapping[str, Collection[int]], maker: Maker
) -> Iterable[SearchDocument]:
    offers = list(rows.offers().filter(pk__in=wanted[OFFER]))
    owners = {offer.organisation_id for offer in offers if offer.organisation_id}
    awards = rows.latest_awards({*owners, *wanted[ORGANISATION]})
    tracks: dict[int, TrackRecord] = defaultdict(TrackRecord)
    for number, together in awards.items():
        for award in together:
            tracks[number].add(award, facts.of_award(award, maker).terms)
    for organisation in rows.organisations().filter(pk__in=wanted[ORGANISATION]):
        number = organisation.pk
        yield maker.document(
            facts.of_organisation(organisation, maker, awards.get(number, []), tracks[number])
        )
    for offer in offers:
        track = tracks[offer.organisation_id] if offer.organisation_id else facts.NONE
        yield maker.document(facts.of_offer(offer, maker, track))


def _numbers(values: Iterable[int | None]) -> set[int]:
    return {value for value in values if value is not None}
