"""Everything that is public, as one stream: an organisation, its offers and its awards together,
so that each award is read once, however many records speak of it."""

from collections import defaultdict
from collections.abc import Iterator

from counterpoint.apps.directory.models import Award, Offer, Organisation
from counterpoint.apps.matching.queries.documents import facts, rows
from counterpoint.apps.matching.queries.documents.making import Maker
from counterpoint.apps.matching.queries.documents.past_work import MOST_AWARDS, TrackRecord
from counterpoint.domain.matching.engine import SearchDocument

AT_ONCE = 200


def all_documents() -> Iterator[SearchDocument]:
    maker = Maker()
    yield from _organisations(maker)
    for offer in rows.offers().filter(organisation=None).order_by("id").iterator(AT_ONCE):
        yield maker.document(facts.of_offer(offer, maker))
    for need in rows.needs().order_by("id").iterator(AT_ONCE):
        yield maker.document(facts.of_need(need, maker))
    for call in rows.calls().order_by("id").iterator(AT_ONCE):
        yield maker.document(facts.of_call(call, maker))
    for award in rows.awards().filter(recipient=None).order_by("id").iterator(AT_ONCE):
        yield maker.document(facts.of_award(award, maker))


def _organisations(maker: Maker) -> Iterator[SearchDocument]:
    """All of them, for an organisation that is not shown may still have awards that are."""
    last = 0
    numbers = Organisation.objects.order_by("id").values_list("id", flat=True)
    while together := list(numbers.filter(id__gt=last)[:AT_ONCE]):
        yield from _some(together, maker)
        last = together[-1]


def _some(numbers: list[int], maker: Maker) -> Iterator[SearchDocument]:
    public = {one.pk: one for one in rows.organisations().filter(pk__in=numbers)}
    offers: dict[int, list[Offer]] = defaultdict(list)
    for offer in rows.offers_of(numbers):
        offers[offer.organisation_id or 0].append(offer)
    awards: dict[int, list[Award]] = defaultdict(list)
    tracks: dict[int, TrackRecord] = defaultdict(TrackRecord)
    newest_first = rows.awards().filter(recipient__in=numbers).order_by("-awarded_on", "-id")
    for award in newest_first.iterator(2_000):
        said = facts.of_award(award, maker)
        yield maker.document(said)
        recipient = award.recipient_id or 0
        if len(awards[recipient]) < MOST_AWARDS:
            awards[recipient].append(award)
            tracks[recipient].add(award, said.terms)
    for number, organisation in public.items():
        yield maker.document(
            facts.of_organisation(organisation, maker, awards[number], tracks[number])
        )
    for number, made in offers.items():
        for offer in made:
            yield maker.document(facts.of_offer(offer, maker, tracks[number]))
