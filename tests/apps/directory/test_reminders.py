from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command

from counterpoint.apps.directory.actions import verifying
from counterpoint.apps.directory.actions.reminders import remind_owners
from counterpoint.apps.directory.models import Membership
from counterpoint.apps.directory.queries.reminders import is_unchecked
from counterpoint.apps.history.models import Entry
from counterpoint.domain.refusals import Forbidden
from tests.factories import accounts, directory

pytestmark = pytest.mark.django_db
YEAR, MONTH = timedelta(days=366), timedelta(days=31)


@pytest.fixture
def organisation(lead, at):
    return directory.organisation("Example Choir", by=lead, at=at)


def test_nobody_is_reminded_within_the_year(organisation, at):
    assert remind_owners(at=at + timedelta(days=364)) == 0


def test_after_a_year_the_owner_is_asked_and_history_says_so(organisation, lead, at):
    assert remind_owners(at=at + YEAR) == 1
    assert mail.outbox[0].to == [lead.email]
    assert "Example Choir" in mail.outbox[0].body
    assert "2 November 2026" in mail.outbox[0].body
    line = Entry.objects.about(organisation).first()
    assert (line.kind, line.by, line.detail) == ("organisation.reminded", None, {"number": 1})


def test_one_mail_for_everything_that_waits(organisation, lead, at):
    directory.offer(organisation, by=lead, at=at)
    directory.need(organisation, by=lead, at=at)
    assert remind_owners(at=at + YEAR) == 1
    assert len(mail.outbox) == 1
    assert mail.outbox[0].body.count("Last checked") == 3


def test_three_reminders_a_month_apart_each_more_urgent_and_then_none(organisation, at):
    when = at + YEAR
    for _ in range(6):
        remind_owners(at=when)
        remind_owners(at=when + timedelta(days=1))
        when += MONTH
    subjects = [message.subject for message in mail.outbox]
    assert len(subjects) == 3
    assert subjects[0].startswith("Is this still right?")
    assert subjects[1].startswith("Reminder")
    assert subjects[2].startswith("Last reminder")


def test_after_the_last_one_readers_are_told_and_nothing_is_hidden(organisation, at):
    when = at + YEAR
    for _ in range(3):
        organisation.refresh_from_db()
        assert not is_unchecked(organisation, when)
        remind_owners(at=when)
        when += MONTH
    organisation.refresh_from_db()
    assert is_unchecked(organisation, when)
    assert organisation.is_public


def test_a_look_ends_the_reminders(organisation, lead, at):
    remind_owners(at=at + YEAR)
    organisation.refresh_from_db()
    seen = organisation.updated_at
    verifying.verify(record=organisation, by=lead, at=at + YEAR + MONTH)
    assert (organisation.verified_at, organisation.verified_by) == (at + YEAR + MONTH, lead)
    assert organisation.reminders_sent == 0
    assert organisation.updated_at == seen
    assert remind_owners(at=at + YEAR + 2 * MONTH) == 0
    assert Entry.objects.about(organisation).first().kind == "organisation.verified"


def test_everybody_who_may_edit_is_asked_and_nobody_else(organisation, lead, at):
    editor, viewer = accounts.person("Eddie"), accounts.person("Vic")
    directory.member(organisation, editor)
    directory.member(organisation, viewer, Membership.Role.VIEWER)
    remind_owners(at=at + YEAR)
    assert {message.to[0] for message in mail.outbox} == {lead.email, editor.email}


def test_what_nobody_has_claimed_waits_for_nobody(at):
    made = directory.organisation(by=None, at=at)
    assert remind_owners(at=at + YEAR) == 0
    made.refresh_from_db()
    assert made.reminders_sent == 0


def test_a_stranger_vouches_for_nothing(organisation, stranger, at):
    with pytest.raises(Forbidden):
        verifying.verify(record=organisation, by=stranger, at=at)


def test_a_draft_is_not_checked_but_published(lead, at):
    draft = directory.organisation(by=lead, is_published=False)
    with pytest.raises(verifying.NothingToVerify):
        verifying.verify(record=draft, by=lead, at=at)


def test_the_daily_command_says_how_many(organisation, capsys):
    call_command("remind")
    assert "0 people" in capsys.readouterr().out
