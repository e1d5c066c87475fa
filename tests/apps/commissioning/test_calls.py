"""A call from its draft to its end, by the actions that people use."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from counterpoint.apps.commissioning.actions import asking, drafting, publishing, responding
from counterpoint.apps.commissioning.models import Call, Lot, Notice
from counterpoint.apps.directory.actions.saving import ChangedMeanwhile, NotComplete
from counterpoint.apps.directory.permissions import NotAMember
from counterpoint.apps.history.models import Entry
from counterpoint.domain.commissioning.calls.deadline import NotForward
from counterpoint.domain.commissioning.calls.standing import Standing, WrongTime
from tests.factories import accounts, calls, directory
from tests.factories.calls import AFTER, CLOSES, DAY

pytestmark = pytest.mark.django_db
SIX = tuple(
    (name, 35_000)
    for name in ["Dartford", "Gravesham", "Swale", "Maidstone", "Thanet", "Shepway"]
)


class TestDrafting:
    def test_only_editors_of_the_commissioner_may(self, at):
        made = calls.draft()
        with pytest.raises(NotAMember):
            drafting.edit_call(
                call=made, details={"title": "Mine"}, by=accounts.person(), at=at
            )

    def test_an_editor_who_saw_an_older_version_overwrites_nothing(self, at):
        made = calls.draft()
        with pytest.raises(ChangedMeanwhile):
            drafting.edit_call(
                call=made,
                details={"title": "Mine"},
                seen_at=made.updated_at - timedelta(seconds=1),
                by=None,
                at=at,
            )

    def test_parts_are_numbered_and_moved(self, at):
        made = calls.draft(lots=SIX[:3])
        drafting.move_part(part=made.lots.get(number=3), up=True, by=None, at=at)
        assert [one.title for one in made.lots.all()] == ["Dartford", "Swale", "Gravesham"]
        drafting.move_part(part=made.lots.get(number=1), up=True, by=None, at=at)
        assert [one.number for one in made.lots.all()] == [1, 2, 3]

    def test_the_deadline_follows_the_steps(self):
        made = calls.draft(preset="expression-first")
        assert made.expressions_close_at == CLOSES - 5 * DAY
        assert made.closes_at == CLOSES


class TestPublishing:
    def test_six_lots_of_at_most_35_000_make_a_ceiling_of_210_000(self, at):
        """Job C6, the Kent specification of February 2014."""
        made = calls.call(kind="tender", lots=SIX)
        assert made.pot == Decimal(210_000)
        assert made.standing(at) is Standing.OPEN

    def test_what_is_missing_is_named(self, at):
        made = calls.draft(lots=(), criteria=(("Quality", 60),), questions=(), route="")
        with pytest.raises(NotComplete) as refused:
            publishing.publish_call(call=made, by=None, at=at)
        words = " ".join(refused.value.missing)
        for part in (
            "lot",
            "way of buying",
            "100; they make 60",
            "question of the application",
        ):
            assert part in words

    def test_a_pot_above_the_ceilings_is_refused(self, at):
        made = calls.draft(pot=Decimal("10000.01"))
        with pytest.raises(publishing.PotAboveCeilings, match="10,000"):
            publishing.publish_call(call=made, by=None, at=at)

    def test_a_deadline_that_has_passed_is_refused(self):
        made = calls.draft()
        with pytest.raises(NotComplete, match="still to come"):
            publishing.publish_call(call=made, by=None, at=AFTER)

    def test_published_it_is_not_edited_but_amended_with_notice(self, at):
        made = calls.call()
        with pytest.raises(WrongTime, match="amend"):
            drafting.edit_call(call=made, details={"title": "New"}, by=None, at=at)
        with pytest.raises(WrongTime):
            calls.add(made, "lot", title="More", ceiling=Decimal(1))
        with pytest.raises(publishing.SayWhatChanged):
            publishing.amend_call(call=made, details={"title": "New"}, why=" ", by=None, at=at)
        publishing.amend_call(
            call=made, details={"title": "New", "pot": 1}, why="Clearer.", by=None, at=at
        )
        assert (made.title, made.pot) == ("New", Decimal(10_000))
        first, second = made.notices.order_by("number")
        assert (first.snapshot["title"], second.snapshot["title"]) == (
            "Singing for people who live alone",
            "New",
        )

    def test_it_is_published_once(self, at):
        made = calls.call()
        with pytest.raises(WrongTime):
            publishing.publish_call(call=made, by=None, at=at)

    def test_a_deadline_moves_forward_for_everybody_with_the_steps_after_it(self, at):
        made = calls.call()
        before = dict(made.steps.values_list("kind", "by"))
        with pytest.raises(NotForward):
            publishing.extend_call(call=made, closes_at=CLOSES, why="So.", by=None, at=at)
        publishing.extend_call(
            call=made, closes_at=CLOSES + 3 * DAY, why="Holidays.", by=None, at=at
        )
        after = dict(made.steps.values_list("kind", "by"))
        assert {kind: after[kind] - before[kind] for kind in before} == dict.fromkeys(
            before, 3 * DAY
        )
        assert made.closes_at == CLOSES + 3 * DAY
        assert made.notices.first().kind == Notice.Kind.EXTENDED

    def test_an_early_notice_needs_no_lots(self, at):
        made = calls.draft(kind="engagement", lots=(), criteria=(), questions=(), route="")
        publishing.publish_call(call=made, by=None, at=at)
        assert made.standing(at) is Standing.OPEN

    def test_withdrawn_it_says_why_and_stays(self, at):
        made = calls.call()
        publishing.withdraw_call(call=made, why="No money.", by=None, at=at)
        assert made.standing(at) is Standing.WITHDRAWN
        assert Call.objects.public().filter(pk=made.pk).exists()
        with pytest.raises(WrongTime):
            publishing.withdraw_call(call=made, why="Again.", by=None, at=at)

    def test_the_database_keeps_awards_within_the_pot_and_the_lot(self):
        made = calls.call()
        with pytest.raises(IntegrityError), transaction.atomic():
            Call.objects.filter(pk=made.pk).update(awarded=Decimal("10000.01"))
        with pytest.raises(IntegrityError), transaction.atomic():
            Lot.objects.filter(call=made).update(awarded=Decimal("10000.01"))


class TestQuestionsBeforeTheDeadline:
    def test_who_asked_stands_nowhere_that_is_shown(self, at):
        made, asker = calls.call(), accounts.person("Surname Person")
        asked = asking.ask(call=made, text="May we bid alone?", by=asker, at=at)
        asking.answer(clarification=asked, text="Yes.", by=None, at=at)
        entry = Entry.objects.about(made).get(kind="call.asked")
        assert entry.by is None
        notice = made.notices.first()
        assert notice.text == "May we bid alone?\n\nYes."
        assert "Surname" not in str(notice.snapshot)

    def test_it_is_answered_once_and_to_all(self, at):
        made = calls.call()
        asked = asking.ask(call=made, text="When?", by=accounts.person(), at=at)
        asking.answer(clarification=asked, text="In May.", by=None, at=at)
        with pytest.raises(asking.AlreadyAnswered):
            asking.answer(clarification=asked, text="In June.", by=None, at=at)

    def test_no_question_after_the_deadline(self):
        made = calls.call()
        with pytest.raises(WrongTime):
            asking.ask(call=made, text="When?", by=accounts.person(), at=AFTER)

    def test_a_flood_is_stopped(self, at):
        made, asker = calls.call(), accounts.person()
        for _time in range(asking.MOST_ASKED):
            asking.ask(call=made, text="When?", by=asker, at=at)
        with pytest.raises(asking.EnoughAsked):
            asking.ask(call=made, text="When?", by=asker, at=at)

    def test_an_invitation_gives_its_reason_and_is_made_once(self, at):
        made, choir = calls.call(), directory.organisation("Example Choir")
        calls.editor(choir)
        with pytest.raises(asking.SayWhyThem):
            asking.invite(call=made, organisation=choir, reason="", by=None, at=at)
        asking.invite(
            call=made, organisation=choir, reason="Sings with people over 65.", by=None, at=at
        )
        with pytest.raises(asking.AlreadyInvited):
            asking.invite(call=made, organisation=choir, reason="Again.", by=None, at=at)
        assert "Sings with people over 65." in mail.outbox[-1].body


class TestThinResponse:
    """Job C8."""

    def test_advertised_again_it_is_a_linked_draft_and_both_rounds_stay(self):
        made = calls.call(lots=SIX)
        later = responding.readvertise(
            call=made, why="Too few bids: smaller lots.", by=None, at=AFTER
        )
        assert later.earlier == made
        assert later.is_readvertised
        assert later.lessons == "Too few bids: smaller lots."
        assert made.standing(AFTER) is Standing.REPLACED
        assert [one.title for one in later.lots.all()] == [name for name, _sum in SIX]
        assert sum(one.weight for one in later.criteria.all()) == 100
        assert later.questions.count() == made.questions.count()
        assert not later.steps.exclude(by=None).exists()
        assert set(Call.objects.public()) == {made}

    def test_not_while_it_is_open(self, at):
        with pytest.raises(WrongTime):
            responding.readvertise(call=calls.call(), why="So.", by=None, at=at)

    def test_a_grant_instead_asks_for_the_way_of_buying_anew(self):
        made = calls.call(kind="tender")
        later = responding.readvertise(
            call=made, why="A grant fits.", as_grant=True, by=None, at=AFTER
        )
        assert (later.kind, later.route) == ("grant", "")

    def test_a_lot_is_split_into_parts_that_make_its_ceiling(self):
        made = calls.call(lots=SIX)
        lot = made.lots.get(title="Thanet")
        with pytest.raises(responding.PartsDoNotAddUp, match="35,000"):
            responding.split_lot(
                lot=lot,
                parts=[("Margate", Decimal(20_000)), ("Ramsgate", Decimal(20_000))],
                closes_at=AFTER + DAY,
                why="Too large.",
                by=None,
                at=AFTER,
            )
        responding.split_lot(
            lot=lot,
            parts=[("Margate", Decimal(20_000)), ("Ramsgate", Decimal(15_000))],
            closes_at=AFTER + DAY,
            why="Too large.",
            by=None,
            at=AFTER,
        )
        made.refresh_from_db()
        assert made.standing(AFTER) is Standing.OPEN
        assert sum(one.ceiling for one in made.lots.all()) == Decimal(210_000)
        assert made.lots.get(number=7).title == "Ramsgate"


class TestStartingFromLastTime:
    """Job C15."""

    def test_a_new_officer_of_the_same_council_gets_everything_but_the_times(self, at):
        made = calls.call(lots=SIX)
        officer = calls.editor(made.organisation)
        again = drafting.start_from(
            earlier=made, organisation=made.organisation, by=officer, at=at
        )
        assert again.purpose == made.purpose
        assert again.lots.count() == 6
        assert again.closes_at is None
        assert not again.is_readvertised
        questions = [one.criterion for one in again.questions.all()]
        assert all(one is None or one.call == again for one in questions)

    def test_a_draft_of_somebody_else_is_no_start(self, at):
        theirs = calls.draft()
        mine = directory.organisation("Example Borough", roles=("commissioner",))
        with pytest.raises(drafting.NotYours):
            drafting.start_from(
                earlier=theirs, organisation=mine, by=calls.editor(mine), at=at
            )
