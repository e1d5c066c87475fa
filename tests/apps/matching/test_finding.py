from decimal import Decimal

import pytest

from counterpoint.apps.matching.actions import indexing
from counterpoint.apps.matching.queries import fallback, finding
from counterpoint.apps.matching.queries.finding import find
from counterpoint.apps.matching.queries.knowledge import engine
from counterpoint.apps.matching.queries.questions import Question
from counterpoint.domain.matching.criteria import Criterion
from counterpoint.domain.matching.engine import NotReady
from counterpoint.domain.matching.matches import FlagKind, How
from counterpoint.domain.matching.statement import Side
from tests.apps.matching.conftest import found
from tests.factories import directory
from tests.factories.directory import AT


def answered(text, side="need", counts=(), **asked):
    indexing.drain()
    return find(Question(side=Side(side), text=text, **asked), AT.date(), counts=counts)


def best(text, side="need", **asked):
    return answered(text, side, **asked).ranked[0]


def reason(match, criterion):
    return next(one for one in match.reasons if one.criterion is criterion)


class TestBothDirections:
    def test_a_need_finds_an_offer_that_uses_none_of_its_words(self, index):
        choir = directory.offer(
            title="Thursday voices", description="Sing together, make friends."
        )
        directory.offer(title="Find your voice", description="Public speaking for the young.")
        match = best("reduce loneliness among older adults")
        assert match.candidate.key == f"offer:{choir.pk}"
        outcome = reason(match, Criterion.OUTCOME)
        assert (outcome.needed.words, outcome.offered.words) == (
            ("reduce loneliness",),
            ("make friends",),
        )

    def test_an_offer_finds_the_need_that_it_answers(self, index):
        lonely = directory.need(statement="Reduce loneliness among older adults.")
        directory.need(title="More confidence", statement="Confidence of young people.")
        match = best("a community choir for grandparents", "offer")
        assert match.candidate.key == f"need:{lonely.pk}"
        assert reason(match, Criterion.OUTCOME).how is How.SERVES

    def test_offers_come_before_organisations_and_awards(self, index):
        choir = directory.organisation("Example loneliness voices", description="Loneliness.")
        directory.award(funder=choir, recipient=choir, title="Reduce loneliness")
        directory.offer(choir)
        indexing.rebuild(at=AT, clock=lambda: AT)
        kinds = [key.partition(":")[0] for key in found("reduce loneliness")]
        assert kinds == sorted(kinds, key=["offer", "organisation", "award"].index)
        assert set(kinds) == {"offer", "organisation", "award"}

    def test_only_the_kind_that_was_asked_for(self, index):
        directory.offer(), directory.need()
        assert {key.partition(":")[0] for key in found("loneliness", kind="organisation")} <= {
            "organisation"
        }


class TestPlaces:
    def test_a_place_in_the_text_weighs_and_flags(self, index):
        near = directory.offer(title="Choir", place=index["Thanet"])
        far = directory.offer(title="Choir", place=index["Isle of Wight"])
        keys = found("reduce loneliness in Thanet")
        assert keys.index(f"offer:{near.pk}") < keys.index(f"offer:{far.pk}")
        matches = {m.candidate.key: m for m in answered("reduce loneliness in Thanet").ranked}
        flags = {flag.kind for flag in matches[f"offer:{far.pk}"].flags}
        assert FlagKind.OUT_OF_RANGE in flags

    def test_a_place_given_by_itself_stands_before_the_text(self, index):
        answer = answered("loneliness in Thanet", place_words="Isle of Wight")
        assert [one.name for one in answer.understanding.statement.localities] == [
            "Isle of Wight"
        ]

    def test_an_offer_without_a_place_is_where_its_organisation_is(self, index):
        choir = directory.organisation("Example Voices", place=index["Thanet"])
        directory.offer(choir)
        match = best("reduce loneliness in Thanet")
        assert reason(match, Criterion.PLACE).how is How.SAME


class TestFalseFriends:
    def test_nothing_is_matched_on_words_that_mean_something_else(self, index):
        directory.offer()
        answer = answered("commission a new sculpture for friends")
        assert answer.understanding.is_refused
        assert answer.ranked == ()
        assert (
            answer.understanding.refusals[0].instead == "Say for whom and what should change."
        )

    def test_unless_somebody_says_to_go_on(self, index):
        directory.offer(title="Sculpture")
        assert found("commission a new sculpture", anyway=True)

    def test_a_record_with_such_words_loses_most_of_what_speaks_for_it(self, index):
        plain = directory.offer(title="Friends", description="Make friends, sing together.")
        other = directory.offer(
            title="Friends",
            description="Make friends, sing together. Commission a new sculpture.",
        )
        _without_decisions(other)
        keys = found("reduce loneliness")
        assert keys.index(f"offer:{plain.pk}") < keys.index(f"offer:{other.pk}")
        matches = {
            match.candidate.key: match for match in answered("reduce loneliness").ranked
        }
        flags = {flag.kind for flag in matches[f"offer:{other.pk}"].flags}
        assert FlagKind.DOUBTFUL in flags


class TestWhatPeopleDecide:
    def test_a_term_that_was_added_counts_in_full(self, index):
        from counterpoint.apps.directory.actions import terms
        from counterpoint.apps.vocabulary.models import Concept

        offer = directory.offer(title="Qwerty", description="Zxcv asdf.")
        concept = Concept.objects.get(code="outcome.confidence")
        terms.add_term(record=offer, concept=concept, by=None, at=AT)
        match = best("confidence")
        assert match.candidate.key == f"offer:{offer.pk}"
        assert reason(match, Criterion.OUTCOME).offered.words == ()

    def test_a_term_that_was_refused_does_not_count(self, index):
        from counterpoint.apps.directory.actions import terms

        offer = directory.offer(title="Choir", description="Sing together.")
        terms.decide(record=offer, refused=["activity.choir"], by=None, at=AT)
        answer = answered("loneliness")
        mine = next(m for m in answer.ranked if m.candidate.key == f"offer:{offer.pk}")
        assert "activity.choir" not in {term.code for term in mine.candidate.terms}

    def test_chips_are_taken_off_and_added(self, index):
        off = answered("reduce loneliness", without=("outcome.reduced-loneliness",))
        assert off.understanding.understood == ()
        added = answered("qwerty", added=("outcome.confidence", "no.such-code"))
        assert [term.code for term in added.understanding.statement.terms] == [
            "outcome.confidence"
        ]


class TestNarrowing:
    def test_filters_and_counts(self, index):
        kent = directory.offer(title="Choir", place=index["Thanet"])
        directory.offer(title="Choir", place=index["Isle of Wight"])
        answer = answered("choir", counts=("kind", "place"))
        assert answer.counts["place"]["E92000001"] == 2
        assert answer.counts["kind"]["offer"] == 2
        assert answer.total >= 2
        narrowed = answered("choir", filters={"place": ("E10000016",)})
        assert [match.candidate.key for match in narrowed.ranked] == [f"offer:{kent.pk}"]

    def test_numbers_flag(self, index):
        directory.offer(capacity_people=5)
        kinds = {flag.kind for flag in best("loneliness", people=20, money=Decimal(10)).flags}
        assert FlagKind.TOO_FEW_PLACES in kinds

    def test_an_empty_question_finds_nothing(self, index):
        directory.offer()
        assert answered("   ").ranked == ()


class TestWithoutAnIndex:
    @pytest.fixture
    def offer(self, known):
        return directory.offer(title="Ukulele evenings")

    def test_the_database_answers_and_the_answer_says_so(self, offer):
        answer = find(Question(Side.NEED, "ukulele"), AT.date(), counts=("kind",))
        assert answer.is_from_database
        assert answer.ranked[0].candidate.key == f"offer:{offer.pk}"
        assert answer.counts["kind"]["offer"] == 1

    def test_every_kind_is_looked_through(self, offer):
        need = directory.need(statement="Reduce loneliness.")
        fund = directory.organisation("Example Fund")
        award = directory.award(funder=fund, recipient=fund, title="Loneliness")
        asked = find(Question(Side.OFFER, "make friends, loneliness"), AT.date())
        keys = {match.candidate.key for match in asked.ranked}
        assert {f"need:{need.pk}", f"award:{award.pk}"} <= keys

    def test_how_many_rows_are_looked_at_is_bounded(self, offer, monkeypatch):
        monkeypatch.setattr(fallback, "MOST_ROWS", 2)
        for _ in range(4):
            directory.offer()
        found = find(Question(Side.NEED, "friends", kind="offer"), AT.date()).ranked
        assert len(found) <= 2

    def test_an_engine_that_breaks_while_it_answers_is_noticed(self, index, monkeypatch):
        offer = directory.offer(title="Ukulele evenings")
        indexing.drain()

        class Broken:
            health = staticmethod(engine().health)

            def search(self, query):
                raise NotReady("a file is gone")

        monkeypatch.setattr(finding, "engine", Broken)
        answer = find(Question(Side.NEED, "ukulele"), AT.date())
        assert answer.is_from_database
        assert answer.ranked[0].candidate.key == f"offer:{offer.pk}"


def _without_decisions(offer):
    """As an import leaves it: terms are proposed, nobody has looked."""
    from counterpoint.apps.history.changes import note

    offer.tags.update(origin="proposed", decided_at=None)
    note("offer", [offer.pk], at=AT)
