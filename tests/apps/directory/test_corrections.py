import pytest
from django.core import mail

from counterpoint.apps.directory.actions import corrections
from counterpoint.apps.directory.models import Correction, Organisation
from counterpoint.apps.directory.queries.corrections import (
    RecordGone,
    open_corrections_about,
    record_of,
    records_of,
)
from counterpoint.apps.history.models import Entry
from counterpoint.domain.refusals import Forbidden
from tests.factories import directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation(lead):
    return directory.organisation("Example Choir", by=lead)


def suggest(record, at, **more):
    words = {"suggestion": "The telephone number is old.", "by": None, **more}
    return corrections.suggest_correction(record=record, at=at, **words)


def test_anybody_may_suggest_and_the_members_hear_of_it(organisation, lead, at):
    made = suggest(organisation, at, field="telephone", email="reader@example.org")
    assert made.stage == Correction.Stage.OPEN
    assert [message.to for message in mail.outbox] == [[lead.email]]
    assert f"/corrections/{made.pk}/" in mail.outbox[0].body
    assert "The telephone number is old." in mail.outbox[0].body
    assert Entry.objects.about(organisation).first().kind == "correction.suggested"


def test_where_nobody_has_claimed_the_record_the_programme_team_hears(team_member, at):
    suggest(directory.organisation(by=None), at)
    assert [message.to for message in mail.outbox] == [[team_member.email]]


def test_a_suggestion_says_something(organisation, at):
    with pytest.raises(corrections.NothingSuggested):
        suggest(organisation, at, suggestion="  ")


def test_whoever_left_an_address_gets_the_answer(organisation, lead, at):
    made = suggest(organisation, at, email="reader@example.org")
    mail.outbox.clear()
    corrections.answer_correction(
        correction=made, is_made=True, answer="Thank you.", by=lead, at=at
    )
    assert made.stage == Correction.Stage.MADE
    assert [message.to for message in mail.outbox] == [["reader@example.org"]]
    assert "Thank you." in mail.outbox[0].body
    assert Entry.objects.about(organisation).first().kind == "correction.made"


def test_whoever_was_signed_in_gets_the_answer(organisation, lead, stranger, at):
    made = suggest(organisation, at, by=stranger)
    mail.outbox.clear()
    corrections.answer_correction(
        correction=made, is_made=False, answer="It is right.", by=lead, at=at
    )
    assert made.stage == Correction.Stage.DECLINED
    assert [message.to for message in mail.outbox] == [[stranger.email]]


def test_a_suggestion_without_an_address_is_answered_all_the_same(organisation, lead, at):
    made = suggest(organisation, at)
    mail.outbox.clear()
    corrections.answer_correction(correction=made, is_made=True, by=lead, at=at)
    assert not mail.outbox


def test_declining_needs_a_reason(organisation, lead, at):
    made = suggest(organisation, at)
    with pytest.raises(corrections.AnswerMissing):
        corrections.answer_correction(correction=made, is_made=False, by=lead, at=at)
    assert Correction.objects.get().stage == Correction.Stage.OPEN


def test_it_is_answered_once(organisation, lead, at):
    made = suggest(organisation, at)
    corrections.answer_correction(correction=made, is_made=True, by=lead, at=at)
    with pytest.raises(corrections.AlreadyAnswered):
        corrections.answer_correction(correction=made, is_made=True, by=lead, at=at)


def test_a_stranger_answers_nothing(organisation, stranger, at):
    made = suggest(organisation, at)
    with pytest.raises(Forbidden):
        corrections.answer_correction(correction=made, is_made=True, by=stranger, at=at)


def test_corrections_of_awards_are_for_the_programme_team(organisation, lead, team_member, at):
    fund = directory.organisation("Example Fund", roles=["funder"])
    made = suggest(directory.award(funder=fund, recipient=organisation), at)
    with pytest.raises(Forbidden):
        corrections.answer_correction(correction=made, is_made=True, by=lead, at=at)
    corrections.answer_correction(correction=made, is_made=True, by=team_member, at=at)


def test_members_are_shown_what_is_about_their_records(organisation, lead, at):
    of_offer = suggest(directory.offer(organisation, by=lead), at)
    of_need = suggest(directory.need(organisation, by=lead), at)
    suggest(directory.organisation("Another"), at)
    assert open_corrections_about([organisation.pk]) == [of_offer, of_need]


def test_each_correction_is_shown_with_its_record(organisation, at, django_assert_num_queries):
    made = [suggest(organisation, at) for _ in range(3)]
    gone = Correction.objects.create(record_type="offer", record_id=0, suggestion="x", at=at)
    with django_assert_num_queries(2):
        assert records_of([*made, gone]) == [(one, organisation) for one in made]
    with pytest.raises(RecordGone):
        record_of(gone)


def test_a_name_with_a_line_break_does_not_reach_the_header_of_a_mail(organisation, at):
    Organisation.objects.filter(pk=organisation.pk).update(name="Choir\nBcc: all@example.org")
    organisation.refresh_from_db()
    suggest(organisation, at)
    assert "\n" not in mail.outbox[0].subject
