from datetime import timedelta

import pytest

from counterpoint.apps.directory.actions import needs, offers, terms
from counterpoint.apps.directory.models.concepts import Origin
from counterpoint.apps.directory.queries.proposals import own_words, propose_concepts
from counterpoint.apps.history.models import Change, Entry
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.refusals import Forbidden
from tests.factories import directory

pytestmark = pytest.mark.usefixtures("small_vocabulary")

CHOIR, LONELINESS = "activity.choir", "outcome.reduced-loneliness"


@pytest.fixture
def draft(lead):
    of = directory.organisation(by=lead)
    return directory.offer(of, by=lead, is_published=False)


def origins(record):
    return {tag.concept.code: tag.origin for tag in record.tags.select_related("concept")}


def test_arts_words_lead_to_commissioners_terms(db):
    found = propose_concepts("A weekly choir where people make friends.").terms
    assert {term.concept.code: term.words for term in found} == {
        CHOIR: ("choir",),
        LONELINESS: ("make friends",),
    }


def test_words_that_mean_something_else_come_with_a_warning(db):
    warnings = propose_concepts("We want to commission a new sculpture.").warnings
    assert [one.friend for one in warnings] == ["friend.commission-artwork"]


def test_proposals_come_from_title_and_description_and_wait(draft):
    assert origins(draft) == {CHOIR: Origin.PROPOSED, LONELINESS: Origin.PROPOSED}
    assert draft.tags.get(concept__code=LONELINESS).words == ["make friends"]
    assert own_words(draft) == f"{draft.title}\n{draft.description}"


def test_the_proposals_of_a_need_come_from_its_statement(lead):
    council = directory.organisation(roles=["commissioner"], by=lead)
    need = directory.need(council, by=lead, is_published=False)
    assert set(origins(need)) == {LONELINESS, "population.older-adults"}


def test_nothing_is_published_before_every_proposal_is_decided(draft, lead, at):
    terms.decide(record=draft, accepted=[CHOIR], by=lead, at=at)
    with pytest.raises(terms.TermsNotDecided):
        offers.publish_offer(offer=draft, by=lead, at=at)
    terms.decide(record=draft, refused=[LONELINESS], by=lead, at=at)
    assert offers.publish_offer(offer=draft, by=lead, at=at).is_public


def test_the_writers_own_words_stay_as_they_were(draft, lead, at):
    before = (draft.title, draft.description)
    terms.decide(record=draft, accepted=[CHOIR], refused=[LONELINESS], by=lead, at=at)
    draft.refresh_from_db()
    assert (draft.title, draft.description) == before


def test_a_decision_says_who_and_when(draft, lead, at):
    Change.objects.all().delete()
    terms.decide(record=draft, accepted=[CHOIR], by=lead, at=at)
    tag = draft.tags.get(concept__code=CHOIR)
    assert (tag.origin, tag.decided_by, tag.decided_at) == (Origin.ACCEPTED, lead, at)
    line = Entry.objects.about(draft).first()
    assert (line.kind, line.detail["terms"]) == ("offer.terms_decided", [CHOIR])
    assert Change.objects.get().record_id == draft.pk


def test_deciding_the_same_again_leaves_no_second_line(draft, lead, at):
    terms.decide(record=draft, accepted=[CHOIR], by=lead, at=at)
    lines = Entry.objects.count()
    terms.decide(record=draft, accepted=[CHOIR], by=lead, at=at + timedelta(1))
    assert Entry.objects.count() == lines
    assert draft.tags.get(concept__code=CHOIR).decided_at == at


def test_a_stranger_decides_nothing(draft, stranger, at):
    with pytest.raises(Forbidden):
        terms.decide(record=draft, accepted=[CHOIR], by=stranger, at=at)


def test_only_a_term_on_the_record_can_be_accepted(draft, lead, at):
    with pytest.raises(terms.NotAProposal):
        terms.decide(record=draft, accepted=["outcome.confidence"], by=lead, at=at)


def test_a_term_that_the_words_did_not_lead_to_can_be_added(draft, lead, at):
    confidence = Concept.objects.get(code="outcome.confidence")
    terms.add_term(record=draft, concept=confidence, by=lead, at=at)
    assert origins(draft)["outcome.confidence"] == Origin.ADDED
    assert Entry.objects.about(draft).first().kind == "offer.term_added"


def test_an_added_term_stays_added_when_it_is_accepted_again(draft, lead, at):
    confidence = Concept.objects.get(code="outcome.confidence")
    terms.add_term(record=draft, concept=confidence, by=lead, at=at)
    terms.decide(record=draft, accepted=[confidence.code], by=lead, at=at)
    assert origins(draft)[confidence.code] == Origin.ADDED


def test_a_retired_term_cannot_be_added(draft, lead, at):
    retired = Concept.objects.get(code="outcome.confidence")
    retired.retired_at = at
    retired.save()
    with pytest.raises(terms.TermRetired):
        terms.add_term(record=draft, concept=retired, by=lead, at=at)


def test_what_was_refused_is_not_proposed_again(draft, lead, at):
    terms.decide(record=draft, refused=[LONELINESS], by=lead, at=at)
    offers.edit_offer(
        offer=draft, details={"description": "Come and make friends."}, by=lead, at=at
    )
    assert origins(draft)[LONELINESS] == Origin.REFUSED


def test_a_proposal_goes_when_its_words_go_and_a_decision_stays(draft, lead, at):
    terms.decide(record=draft, accepted=[CHOIR], by=lead, at=at)
    offers.edit_offer(
        offer=draft, details={"title": "Drawing", "description": "We draw."}, by=lead, at=at
    )
    assert origins(draft) == {CHOIR: Origin.ACCEPTED}


def test_new_words_bring_new_proposals_to_what_is_published(lead, at):
    offer = directory.offer(directory.organisation(by=lead), by=lead)
    offers.edit_offer(
        offer=offer, details={"description": "A choir to find your voice."}, by=lead, at=at
    )
    assert offer.is_public
    assert origins(offer)["outcome.confidence"] == Origin.PROPOSED


def test_only_what_somebody_vouched_for_is_told_to_readers(draft, lead, at):
    terms.decide(record=draft, accepted=[CHOIR], refused=[LONELINESS], by=lead, at=at)
    vouched = draft.tags.vouched_for().values_list("concept__code", flat=True)
    assert list(vouched) == [CHOIR]


def test_editing_other_fields_asks_nothing_of_the_vocabulary(lead, at):
    council = directory.organisation(roles=["commissioner"], by=lead)
    need = directory.need(council, by=lead)
    before = origins(need)
    needs.edit_need(need=need, details={"people": 3}, by=lead, at=at)
    assert origins(need) == before
