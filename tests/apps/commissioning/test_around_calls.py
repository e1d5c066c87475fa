"""What stands around a call: figures behind a need, times, mails, the clock, the cycle, retention."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail

from counterpoint.apps.accounts.permissions import NotOfTheProgrammeTeam
from counterpoint.apps.commissioning.actions import (
    asking,
    needs,
    notices,
    publishing,
    scheduling,
    watching,
)
from counterpoint.apps.commissioning.models import Answer, Baseline, Call, Clarification
from counterpoint.apps.commissioning.queries.cycle import cycles, pieces_of, staged
from counterpoint.apps.commissioning.queries.panel import linked_to
from counterpoint.apps.commissioning.retention import applications, askers
from counterpoint.apps.directory.permissions import NotAMember
from counterpoint.apps.places.figures import figures_of, indicators
from counterpoint.domain.commissioning.working_days import Nation
from tests.factories import accounts, calls, directory
from tests.factories.calls import AFTER, CLOSES, DAY

pytestmark = pytest.mark.django_db
THANET = "E07000114"


class TestFigures:
    def test_thanet_as_the_releases_print_it(self):
        """Indices of Deprivation 2019, file 10, IMD sheet: Thanet is 34th of 317 by average rank."""
        found = {one.indicator.code: one.value for one in figures_of(THANET)}
        assert set(found) == set(indicators())
        assert found["deprivation-rank"] == Decimal(34)
        assert Decimal(0) < found["anxiety"] < Decimal(10)

    def test_none_is_reckoned_for_another_area(self):
        assert figures_of("E10000016") == []
        assert figures_of("") == []

    def test_attached_each_keeps_its_source_and_none_comes_twice(self, at):
        places = directory.places()
        need = directory.need(place=places["Thanet"])
        for expected in (2, 0):
            count = needs.attach_figures(
                need=need, indicators=["anxiety", "deprivation-rank"], by=None, at=at
            )
            assert count == expected
        kept = Baseline.objects.get(need=need, indicator="anxiety")
        assert kept.source_url.startswith("https://www.ons.gov.uk/")
        assert kept.period == "April 2020 to March 2021"

    def test_a_place_without_figures_says_so(self, at):
        need = directory.need(place=directory.places()["Kent"])
        with pytest.raises(needs.NoFiguresHere):
            needs.attach_figures(need=need, indicators=["anxiety"], by=None, at=at)

    def test_only_editors_of_the_need_write_behind_it(self, at):
        with pytest.raises(NotAMember):
            needs.add_voice(
                need=directory.need(), role="lived", words="So.", by=accounts.person(), at=at
            )


class TestTimes:
    def test_bank_holidays_and_week_ends_do_not_count(self, at):
        """Friday 18 December 2026 and five working days: Christmas Day and Boxing Day's Monday are out."""
        found = scheduling.days_of(date(2026, 12, 18), [4, 1], Nation.ENGLAND)
        assert found == [date(2026, 12, 24), date(2026, 12, 29)]

    def test_each_step_ends_at_noon_and_the_call_opens_at_nine(self, at):
        made = calls.draft()
        counts = [10] * made.steps.count()
        scheduling.set_times(
            call=made,
            begins=date(2026, 11, 9),
            counts=counts,
            nation=Nation.ENGLAND,
            by=None,
            at=at,
        )
        made.refresh_from_db()
        assert made.opens_at.hour == 9
        assert made.closes_at.date() == date(2026, 11, 23)
        assert made.closes_at.hour == 12


class TestMails:
    def asked(self, person, at):
        made = calls.call()
        asked = asking.ask(call=made, text="When?", by=person, at=at)
        mail.outbox.clear()
        asking.answer(clarification=asked, text="In May.", by=None, at=at)

    def test_at_once_unless_somebody_chose_otherwise(self, at):
        self.asked(accounts.person(), at)
        assert "In May." in mail.outbox[0].body

    def test_once_a_day_gathers_and_sends_one(self, at):
        person = accounts.person()
        notices.choose(choices={"answered": "daily"}, by=person, at=at)
        self.asked(person, at)
        self.asked(person, at)
        assert mail.outbox == []
        assert notices.send_the_days(at=at) == 1
        assert mail.outbox[0].body.count("In May.") == 2
        assert notices.send_the_days(at=at) == 0

    def test_not_at_all_is_not_at_all(self, at):
        person = accounts.person()
        notices.choose(choices={"answered": "never"}, by=person, at=at)
        self.asked(person, at)
        assert mail.outbox == []

    def test_staff_put_words_before_the_facts(self, at):
        team = accounts.person(is_programme_team=True)
        notices.write_text(kind="answered", text="Warm greetings.", by=team, at=at)
        self.asked(accounts.person(), at)
        assert mail.outbox[0].body.startswith("Warm greetings.\n\nYour question")
        with pytest.raises(NotOfTheProgrammeTeam):
            notices.write_text(kind="answered", text="Mine.", by=accounts.person(), at=at)


class TestTheClock:
    def test_a_closed_call_is_noted_once_and_comes_back_when_it_is_extended(self):
        made = calls.call()
        assert watching.note_closed_calls(at=CLOSES) == 0
        assert watching.note_closed_calls(at=AFTER) == 1
        assert watching.note_closed_calls(at=AFTER) == 0
        assert made not in Call.objects.live()
        publishing.extend_call(
            call=made, closes_at=AFTER + DAY, why="Few bids.", by=None, at=AFTER
        )
        assert made in Call.objects.live()

    def test_who_has_not_sent_is_reminded_once(self):
        made = calls.call()
        calls.application(made, is_sent=False)
        calls.application(made)
        mail.outbox.clear()
        soon = CLOSES - 2 * DAY
        assert watching.remind_applicants(at=CLOSES - 4 * DAY) == 0
        assert watching.remind_applicants(at=soon) == 1
        assert watching.remind_applicants(at=soon) == 0
        assert len(mail.outbox) == 1


class TestTheCycle:
    def test_both_presets_hold_every_piece(self):
        pieces = {
            "need-draft",
            "need-published",
            "call-draft",
            "call-open",
            "call-closed",
            "call-assessing",
            "call-decided",
        }
        assert set(cycles()) == {"2014", "2026"}
        for cycle in cycles().values():
            held = [piece for stage in cycle.stages for piece in stage.pieces]
            assert sorted(held) == sorted(pieces)
            assert len(cycle.stages) == 4

    def test_a_need_moves_on_with_its_call(self, at):
        council = directory.organisation("Example Council", roles=("commissioner",))
        officer = calls.editor(council)
        need = directory.need(council)
        first = [one.kind for one in pieces_of(officer, at)]
        calls.call(council, need=need)
        second = pieces_of(officer, at)
        assert first == ["need-published"]
        assert [one.kind for one in second] == ["call-open"]
        assert second[0].by == CLOSES
        stages = staged(cycles()["2014"], second)
        assert [len(pieces) for _stage, pieces in stages] == [0, 0, 1, 0]

    def test_what_others_commission_is_not_my_work(self, at):
        calls.call()
        assert pieces_of(accounts.person(), at) == []


class TestLinkedApplicants:
    def test_a_shared_person_and_shared_words_are_flagged(self):
        made = calls.call()
        person = accounts.person()
        words = "We sing together every Thursday in the old chapel by the harbour. " * 6
        houses = [directory.organisation() for _n in range(3)]
        for house in houses[:2]:
            directory.member(house, person)
        for house in houses[:2]:
            calls.application(made, house, by=person, answer=words)
        calls.application(made, houses[2], answer="We paint.")
        first = made.applications.order_by("pk").first()
        ((other, why),) = linked_to(first)
        assert other.organisation == houses[1]
        assert "somebody acts for both" in why
        assert "most of the words are the same" in why


class TestForgetting:
    def test_after_seven_years_words_and_files_go_and_scores_stay(self):
        made = calls.call()
        calls.application(made)
        calls.scored(made, (4, 4))
        Call.objects.filter(pk=made.pk).update(state="decided", decided_at=AFTER)
        assert applications(AFTER + timedelta(days=7 * 365 - 1)) == 0
        assert applications(AFTER + timedelta(days=7 * 365 + 1)) == 2
        assert not Answer.objects.exists()
        sent = made.applications.get().submissions.get()
        assert (sent.content, sent.by) == ({}, None)
        assert made.log.exists()

    def test_after_a_year_nobody_knows_who_asked(self, at):
        made = calls.call()
        asking.ask(call=made, text="When?", by=accounts.person(), at=at)
        publishing.withdraw_call(call=made, why="No money.", by=None, at=at)
        assert askers(at + timedelta(days=366)) == 1
        assert Clarification.objects.get().asked_by is None
