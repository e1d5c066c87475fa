"""An application from its first word to its receipt."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core import mail

from counterpoint.apps.commissioning.actions import (
    applying,
    choosing,
    files,
    partners,
    publishing,
)
from counterpoint.apps.commissioning.permissions import NotAnApplicant, StillSealed
from counterpoint.apps.commissioning.queries.progress import progress_of
from counterpoint.apps.commissioning.queries.sent import sha256_of
from counterpoint.apps.directory.actions.saving import NotComplete
from counterpoint.apps.directory.permissions import NotAMember
from counterpoint.domain.commissioning.calls.applying import ApplicationSettled
from counterpoint.domain.commissioning.calls.deadline import TooLate
from counterpoint.domain.commissioning.calls.standing import WrongTime
from counterpoint.integrations.files.handed_in import NotADocument, path_of
from tests.factories import accounts, calls, directory
from tests.factories.calls import AFTER, CLOSES, DAY

pytestmark = pytest.mark.django_db
MICROSECOND = timedelta(microseconds=1)


@pytest.fixture
def choir():
    return directory.organisation("Example Choir")


@pytest.fixture
def singer(choir):
    return calls.editor(choir)


@pytest.fixture
def private_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / "applications"


def begun(to, choir, singer, **more):
    return calls.application(to, choir, by=singer, is_sent=False, **more)


class TestBeginning:
    def test_one_application_of_an_organisation_to_a_call(self, choir, singer, at):
        made = calls.call()
        begun(made, choir, singer)
        with pytest.raises(applying.AlreadyApplying):
            applying.start(call=made, organisation=choir, by=singer, at=at)

    def test_only_its_own_editors_begin_it(self, choir, at):
        with pytest.raises(NotAMember):
            applying.start(call=calls.call(), organisation=choir, by=accounts.person(), at=at)

    def test_a_draft_call_takes_none(self, choir, singer, at):
        with pytest.raises(WrongTime):
            applying.start(call=calls.draft(), organisation=choir, by=singer, at=at)

    def test_an_early_notice_takes_none(self, choir, singer, at):
        notice = calls.draft(kind="engagement", lots=(), criteria=(), questions=())
        publishing.publish_call(call=notice, by=None, at=at)
        with pytest.raises(applying.NothingToApplyFor):
            applying.start(call=notice, organisation=choir, by=singer, at=at)


class TestTwoEditors:
    def test_the_second_is_shown_both_answers_and_nothing_is_lost(self, choir, singer, at):
        made = begun(calls.call(), choir, singer)
        question = made.call.questions.get()
        other = calls.editor(choir)
        save = {"application": made, "question": question, "at": at}
        applying.save_answer(**save, value="Mine.", seen_version=1, by=singer)
        with pytest.raises(applying.AnsweredMeanwhile) as refused:
            applying.save_answer(**save, value="Theirs.", seen_version=1, by=other)
        assert (refused.value.stored.value, refused.value.mine) == ("Mine.", "Theirs.")
        assert made.answers.get().value == "Mine."
        applying.save_answer(**save, value="Both.", seen_version=2, by=other)
        assert made.answers.get().value == "Both."

    def test_saving_the_same_again_is_no_conflict(self, choir, singer, at):
        made = begun(calls.call(), choir, singer)
        question = made.call.questions.get()
        same = applying.save_answer(
            application=made,
            question=question,
            value="We sing together.",
            seen_version=0,
            by=singer,
            at=at,
        )
        assert same.version == 1

    def test_nobody_else_writes_it_not_even_the_programme_team(self, choir, singer, at):
        made = begun(calls.call(), choir, singer)
        team = accounts.person(is_programme_team=True)
        for person in (team, calls.editor(made.call.organisation)):
            with pytest.raises(NotAnApplicant):
                applying.save_details(
                    application=made, details={"title": "Ours"}, by=person, at=at
                )


class TestSending:
    def test_the_receipt_says_when_and_what(self, choir, singer):
        made = calls.application(calls.call(), choir, by=singer)
        sent = made.submissions.get()
        assert sent.sha256 == sha256_of(sent.content)
        assert sent.content["answers"][0]["value"] == "We sing together."
        assert made.state == "submitted"
        assert sent.receipt in mail.outbox[-1].body

    def test_the_deadline_is_exact(self, choir, singer):
        made = begun(calls.call(), choir, singer)
        with pytest.raises(TooLate):
            applying.submit(application=made, by=singer, at=CLOSES + MICROSECOND)
        assert applying.submit(application=made, by=singer, at=CLOSES).late_seconds == 0

    def test_grace_is_said_on_the_receipt(self, choir, singer):
        made = begun(calls.call(grace_minutes=10), choir, singer)
        late = applying.submit(application=made, by=singer, at=CLOSES + timedelta(minutes=3))
        assert late.late_seconds == 180
        with pytest.raises(TooLate):
            applying.submit(
                application=made, by=singer, at=CLOSES + timedelta(minutes=10) + MICROSECOND
            )

    def test_what_is_missing_is_said_and_nothing_is_sent(self, choir, singer, at):
        made = begun(calls.call(), choir, singer, answer=" ", price=None)
        with pytest.raises(NotComplete, match="1 questions"):
            applying.submit(application=made, by=singer, at=at)
        assert not made.submissions.exists()

    def test_a_price_above_the_ceiling_cannot_be_sent(self, choir, singer, at):
        made = begun(calls.call(), choir, singer, price=10_001)
        with pytest.raises(NotComplete, match="above the ceiling"):
            applying.submit(application=made, by=singer, at=at)

    def test_sent_again_the_last_one_counts_and_the_first_is_kept(self, choir, singer, at):
        made = calls.application(calls.call(), choir, by=singer)
        applying.save_answer(
            application=made,
            question=made.call.questions.get(),
            value="We sing and dance.",
            seen_version=1,
            by=singer,
            at=at,
        )
        applying.submit(application=made, by=singer, at=CLOSES)
        last, first = made.submissions.all()
        assert (first.number, last.number) == (1, 2)
        assert first.content["answers"][0]["value"] == "We sing together."
        assert last.content["answers"][0]["value"] == "We sing and dance."

    def test_withdrawn_it_can_be_sent_again_until_the_deadline(self, choir, singer):
        made = calls.application(calls.call(), choir, by=singer)
        applying.withdraw(application=made, by=singer, at=CLOSES)
        assert made.state == "withdrawn"
        with pytest.raises(ApplicationSettled):
            applying.withdraw(application=made, by=singer, at=CLOSES)
        applying.submit(application=made, by=singer, at=CLOSES)
        assert made.state == "submitted"

    def test_a_withdrawn_call_takes_none(self, choir, singer, at):
        made = begun(calls.call(), choir, singer)
        publishing.withdraw_call(call=made.call, why="No money.", by=None, at=at)
        with pytest.raises(WrongTime):
            applying.submit(application=made, by=singer, at=at)


class TestEligibility:
    def test_a_freelancer_applies_without_a_company_number(self, at):
        """Job A11."""
        one_person = directory.freelancer()
        assert calls.application(calls.call(), one_person).state == "submitted"

    def test_a_rule_that_fails_is_said_in_its_own_words(self, choir, singer, at):
        made = calls.draft()
        rule = calls.add(made, "rule", check_code="declared", sentence="You are insured.")
        publishing.publish_call(call=made, by=None, at=at)
        application = begun(made, choir, singer)
        assert [one.why for one in progress_of(application).failed_rules] == [
            "You have not said that this is so."
        ]
        with pytest.raises(NotComplete, match=r"You are insured\."):
            applying.submit(application=application, by=singer, at=at)
        applying.save_details(
            application=application, details={"declared": [rule.pk]}, by=singer, at=at
        )
        applying.submit(application=application, by=singer, at=at)

    def test_a_place_is_checked_against_the_page_of_the_organisation(self, at):
        places = directory.places()
        made = calls.draft()
        kent = {"check_code": "based-in", "sentence": "You are in Kent.", "value": "E10000016"}
        calls.add(made, "rule", **kent)
        publishing.publish_call(call=made, by=None, at=at)
        inside = directory.organisation(place=places["Thanet"])
        outside = directory.organisation(place=places["Isle of Wight"])
        assert calls.application(made, inside).state == "submitted"
        with pytest.raises(NotComplete, match=r"You are in Kent\."):
            calls.application(made, outside)


class TestConsortia:
    def consortium(self, choir, singer, at, **more):
        made = begun(calls.call(forms=["alone", "lead-provider"]), choir, singer)
        said = {"form": "lead-provider", "own_share": Decimal(60), **more}
        applying.save_details(application=made, details=said, by=singer, at=at)
        band = directory.organisation("Example Band")
        partner = partners.name_partner(
            application=made,
            organisation=band,
            details={"role": "Drums", "share": Decimal(40)},
            by=singer,
            at=at,
        )
        return made, partner

    def test_each_partner_confirms_for_itself(self, choir, singer, at):
        made, partner = self.consortium(choir, singer, at)
        with pytest.raises(NotComplete, match="Example Band has not confirmed"):
            applying.submit(application=made, by=singer, at=at)
        with pytest.raises(NotAMember):
            partners.answer_as_partner(partner=partner, confirms=True, by=singer, at=at)
        drummer = calls.editor(partner.organisation)
        partners.answer_as_partner(partner=partner, confirms=True, by=drummer, at=at)
        sent = applying.submit(application=made, by=singer, at=at)
        assert sent.content["partners"][0]["confirmed"] is True
        with pytest.raises(partners.AnsweredBefore):
            partners.answer_as_partner(partner=partner, confirms=True, by=drummer, at=at)

    def test_a_form_that_the_call_does_not_take(self, choir, singer, at):
        made, _partner = self.consortium(choir, singer, at, form="hub-and-spoke")
        assert "does not take the form" in " ".join(progress_of(made).others)

    def test_nobody_is_its_own_partner_or_twice(self, choir, singer, at):
        made, partner = self.consortium(choir, singer, at)
        name = {"application": made, "details": {"role": "More"}, "by": singer, "at": at}
        with pytest.raises(partners.NotYourself):
            partners.name_partner(organisation=choir, **name)
        with pytest.raises(partners.AlreadyNamed):
            partners.name_partner(organisation=partner.organisation, **name)


class TestExpressionsOfInterest:
    """Job C9."""

    def test_first_in_short_then_in_full_when_invited(self, choir, singer):
        made = calls.application(calls.call(preset="expression-first"), choir, by=singer)
        assert made.submissions.get().is_expression
        between = CLOSES - 4 * DAY
        choosing.invite_on(application=made, by=None, at=between)
        full = made.call.questions.get(in_expression=False)
        write = {"application": made, "question": full, "by": singer, "at": between}
        applying.save_answer(**write, value="", seen_version=1)
        with pytest.raises(NotComplete):
            applying.submit(application=made, by=singer, at=between)
        applying.save_answer(**write, value="In full.", seen_version=2)
        applying.submit(application=made, by=singer, at=between)
        assert [one.is_expression for one in made.submissions.all()] == [False, True]

    def test_expressions_are_sealed_until_their_deadline(self, choir, singer, at):
        made = calls.application(calls.call(preset="expression-first"), choir, by=singer)
        with pytest.raises(StillSealed):
            choosing.invite_on(application=made, by=None, at=at)

    def test_nobody_begins_after_their_deadline(self, choir, singer):
        made = calls.call(preset="expression-first")
        with pytest.raises(applying.ExpressionsOver):
            applying.start(call=made, organisation=choir, by=singer, at=CLOSES - 4 * DAY)

    def test_whoever_is_turned_down_reads_why(self, choir, singer):
        made = calls.application(calls.call(preset="expression-first"), choir, by=singer)
        between = CLOSES - 4 * DAY
        with pytest.raises(choosing.SayWhyNot):
            choosing.turn_down(application=made, why=" ", by=None, at=between)
        choosing.turn_down(application=made, why="Not in Kent.", by=None, at=between)
        with pytest.raises(ApplicationSettled):
            applying.submit(application=made, by=singer, at=between)


class TestFiles:
    def with_a_file(self, choir, singer, at, content=b"%PDF-1.7 policy", name="policy.pdf"):
        made = calls.draft()
        question = calls.add(made, "question", text="Your policy", kind="file")
        publishing.publish_call(call=made, by=None, at=at)
        application = applying.start(call=made, organisation=choir, by=singer, at=at)
        return files.attach(
            application=application,
            question=question,
            name=name,
            chunks=[content],
            by=singer,
            at=at,
        )

    def test_kept_with_its_hash_outside_any_served_folder(
        self, choir, singer, at, private_folder
    ):
        kept = self.with_a_file(choir, singer, at, name="../../etc/policy<1>.pdf")
        assert (kept.content_type, kept.name) == ("application/pdf", "policy1.pdf")
        assert path_of(kept.stored_as).parent == private_folder
        assert kept.scan == "not-set-up"

    def test_what_it_is_goes_by_content_and_a_refused_file_leaves_nothing(
        self, choir, singer, at, private_folder
    ):
        with pytest.raises(NotADocument):
            self.with_a_file(choir, singer, at, content=b"MZ\x90\0 a program", name="cv.pdf")
        assert list(private_folder.iterdir()) == []

    def test_removed_it_is_gone(
        self, choir, singer, at, private_folder, django_capture_on_commit_callbacks
    ):
        kept = self.with_a_file(choir, singer, at)
        with django_capture_on_commit_callbacks(execute=True):
            files.remove(attachment=kept, by=singer, at=at)
        assert list(private_folder.iterdir()) == []

    def test_what_was_sent_stays(self, choir, singer, at, private_folder):
        kept = self.with_a_file(choir, singer, at)
        application = kept.application
        text = application.call.questions.get(kind="long")
        applying.save_answer(
            application=application,
            question=text,
            value="Yes.",
            seen_version=0,
            by=singer,
            at=at,
        )
        applying.save_details(
            application=application,
            details={},
            prices={1: (Decimal(5), None)},
            by=singer,
            at=at,
        )
        applying.submit(application=application, by=singer, at=at)
        with pytest.raises(files.SentAlready):
            files.remove(attachment=kept, by=singer, at=at)


def test_nothing_is_written_after_the_deadline(choir, singer):
    made = begun(calls.call(), choir, singer)
    with pytest.raises(WrongTime):
        applying.save_details(application=made, details={"title": "Late"}, by=singer, at=AFTER)
