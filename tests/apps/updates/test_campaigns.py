from datetime import timedelta

import pytest
from django.core import mail

from counterpoint.apps.accounts.permissions import NotOfTheProgrammeTeam
from counterpoint.apps.updates.actions import campaigns
from counterpoint.apps.updates.actions.sending import send_waiting
from counterpoint.apps.updates.models import Campaign, Mailing
from counterpoint.apps.updates.presenters_of_mail import rendered
from counterpoint.apps.updates.queries.segments import recipients
from tests.apps.updates.conftest import subscriber
from tests.factories import accounts
from tests.factories.directory import AT

pytestmark = pytest.mark.django_db
SOON = AT + timedelta(hours=1)


@pytest.fixture
def team(db):
    return accounts.person("Terry Team", is_programme_team=True)


def written(team, **details):
    words = {"subject": "What we learnt", "body": "## Hello\n\n*Words*", **details}
    return campaigns.write(**words, by=team, at=AT)


def run(at=SOON, most=None):
    campaigns.prepare_campaigns(at=at)
    sent = send_waiting(clock=lambda: at, most=most)
    campaigns.prepare_campaigns(at=at)
    return sent


def reached(campaign):
    return {one.email for one in recipients(campaign)}


def test_only_the_programme_team_writes():
    with pytest.raises(NotOfTheProgrammeTeam):
        written(accounts.person())


class TestWhomItReaches:
    def test_those_who_chose_newsletters_and_those_who_chose_nothing(self, team):
        subscriber("nothing@example.org")
        subscriber("letters@example.org", choices=[("kind", "newsletter")])
        subscriber("needs@example.org", choices=[("kind", "need")])
        assert reached(written(team)) == {"nothing@example.org", "letters@example.org"}

    def test_a_segment_reaches_those_who_chose_what_it_touches(self, team, known):
        for name, place in (("kent", "E10000016"), ("thanet", "E07000114")):
            subscriber(f"{name}@example.org", choices=[("place", place)])
        subscriber("wight@example.org", choices=[("place", "E06000046")])
        assert reached(written(team, place_code="E10000016")) == {
            "kent@example.org",
            "thanet@example.org",
        }
        subscriber("choir@example.org", choices=[("concept", "activity.choir")])
        assert reached(written(team, concept_code="activity.singing")) == {"choir@example.org"}


class TestSending:
    def test_each_gets_it_once_when_it_is_due(self, team):
        for number in range(3):
            subscriber(f"reader{number}@example.org")
        letter = written(team)
        campaigns.schedule(campaign=letter, send_at=SOON, by=team, at=AT)
        mail.outbox.clear()
        assert run(AT) == 0
        assert run(SOON) == 3
        assert run(SOON) == 0
        assert sorted(one.to[0] for one in mail.outbox) == [
            f"reader{number}@example.org" for number in range(3)
        ]
        letter.refresh_from_db()
        assert letter.stage == Campaign.Stage.SENT

    def test_a_pause_holds_what_was_not_sent_and_going_on_sends_the_rest(self, team):
        for number in range(4):
            subscriber(f"reader{number}@example.org")
        letter = written(team)
        campaigns.schedule(campaign=letter, send_at=AT, by=team, at=AT)
        assert run(most=1) == 1
        campaigns.pause(campaign=letter, by=team, at=SOON)
        assert run() == 0
        campaigns.go_on(campaign=letter, by=team, at=SOON)
        assert run() == 3
        assert Mailing.objects.filter(state="sent").count() == 4

    def test_what_is_on_its_way_cannot_be_changed(self, team):
        subscriber()
        letter = written(team)
        campaigns.schedule(campaign=letter, send_at=AT, by=team, at=AT)
        run()
        with pytest.raises(campaigns.AlreadyOnItsWay):
            campaigns.write(campaign=letter, subject="x", body="y", by=team, at=SOON)

    def test_a_test_goes_to_the_writer_alone(self, team, django_capture_on_commit_callbacks):
        subscriber()
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            campaigns.send_test(campaign=written(team), to=team.email, by=team, at=AT)
        [test] = mail.outbox
        assert test.to == [team.email]
        assert test.subject == "[test] What we learnt"

    def test_two_letters_of_a_name_have_two_addresses(self, team):
        assert written(team).slug != written(team).slug


@pytest.mark.parametrize(
    "harmful",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=a>"],
)
def test_a_letter_runs_nothing(harmful):
    html = rendered(f"# Hello\n\n{harmful}")
    assert "<h2>Hello</h2>" in html
    assert not any(sign in html for sign in ("<script", 'href="javascript', "<img"))
