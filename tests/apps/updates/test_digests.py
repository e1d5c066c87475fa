from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from counterpoint.apps.commissioning.actions import publishing
from counterpoint.apps.directory.actions import needs
from counterpoint.apps.updates.actions import changing
from counterpoint.apps.updates.actions.gathering import gather
from counterpoint.apps.updates.actions.preparing import prepare_digests
from counterpoint.apps.updates.actions.sending import send_waiting
from counterpoint.apps.updates.models import Mailing
from tests.apps.updates.conftest import LATER, subscriber
from tests.factories import calls, directory

pytestmark = pytest.mark.django_db


def sent(at=LATER):
    """The mails of one run."""
    mail.outbox.clear()
    gather()
    prepare_digests(at=at)
    send_waiting(clock=lambda: at)
    return list(mail.outbox)


class TestWhatIsTold:
    def test_a_need_reaches_somebody_whose_words_it_never_uses(self, known):
        subscriber(words="We run a community choir.")
        directory.need(title="Fewer lonely people", statement="Reduce loneliness.")
        [digest] = sent()
        assert "Fewer lonely people" in digest.body
        assert "choir" not in "Fewer lonely people Reduce loneliness."
        assert "you offer Choir" in digest.body

    def test_a_call_reaches_somebody_whose_words_it_never_uses(self, known):
        """Job A2."""
        subscriber(words="We run a community choir.")
        calls.call(title="Company for older people", purpose="Reduce loneliness.")
        [digest] = sent()
        assert "Company for older people" in digest.body
        assert "you offer Choir" in digest.body

    def test_who_follows_a_call_is_told_of_every_notice(self, known):
        made = calls.call()
        gather()
        subscriber(follows=[f"call:{made.pk}"], frequency="at_once")
        publishing.withdraw_call(call=made, why="No money.", by=None, at=LATER)
        [digest] = sent()
        assert made.title in digest.body

    def test_a_chosen_term_brings_what_is_filed_under_it(self, known):
        subscriber(choices=[("concept", "outcome.reduced-loneliness")])
        directory.need()
        [digest] = sent()
        assert "You chose “Less loneliness”." in digest.body

    def test_what_means_something_else_is_not_told(self, known):
        subscriber(choices=[("concept", "outcome.confidence")])
        directory.offer(title="Stitching", description="Quilts and embroidery.")
        assert sent() == []

    def test_places_and_terms_narrow_together(self, known):
        subscriber(choices=[("concept", "outcome.reduced-loneliness"), ("place", "E10000016")])
        directory.need(title="In Thanet", place=known["Thanet"])
        directory.need(title="On the island", place=known["Isle of Wight"])
        [digest] = sent()
        assert "In Thanet" in digest.body
        assert "On the island" not in digest.body

    def test_nothing_chosen_is_everything(self, known):
        subscriber()
        directory.need(title="A need")
        directory.offer(title="An offer")
        [digest] = sent()
        assert "A need" in digest.body
        assert "An offer" in digest.body
        assert "general newsletter" in digest.body

    def test_nothing_new_is_no_mail(self, known):
        directory.need()
        gather()
        subscriber()
        assert sent() == []

    def test_a_followed_need_tells_that_it_changed_and_that_it_is_gone(self, known):
        need = directory.need()
        gather()
        subscriber(follows=[f"need:{need.pk}"], frequency="at_once")
        needs.edit_need(need=need, details={"people": 40}, by=None, at=LATER)
        [digest] = sent()
        assert "You follow it, and it has changed." in digest.body
        needs.withdraw_need(need=need, by=None, at=LATER)
        [digest] = sent(LATER + timedelta(hours=1))
        assert "was withdrawn" in digest.body
        assert need.title not in digest.body

    def test_a_followed_organisation_tells_of_its_new_offers(self, known):
        house = directory.organisation()
        gather()
        subscriber(follows=[f"organisation:{house.pk}"])
        directory.offer(house, title="New songs")
        directory.offer(title="Others' songs")
        [digest] = sent()
        assert "New songs" in digest.body
        assert "Others' songs" not in digest.body

    def test_what_was_withdrawn_since_is_left_out(self, known):
        subscriber()
        need = directory.need(is_published=True)
        gather()
        prepare_digests(at=LATER)
        needs.withdraw_need(need=need, by=None, at=LATER)
        mail.outbox.clear()
        send_waiting(clock=lambda: LATER)
        [digest] = mail.outbox
        assert need.organisation.name in digest.body
        assert need.title not in digest.body

    def test_a_mail_with_nothing_left_to_tell_is_not_sent(self, known):
        subscriber(choices=[("kind", "need")])
        need = directory.need()
        gather()
        prepare_digests(at=LATER)
        needs.withdraw_need(need=need, by=None, at=LATER)
        assert send_waiting(clock=lambda: LATER) == 0
        assert Mailing.objects.get().state == Mailing.State.EMPTY


class TestTheWindow:
    def test_nothing_is_told_twice(self, known):
        subscriber(frequency="daily")
        directory.need()
        assert len(sent()) == 1
        assert sent(LATER + timedelta(days=1)) == []

    def test_one_mail_a_slot_however_often_the_command_runs(self, known):
        subscriber(frequency="weekly")
        directory.need(title="First")
        assert len(sent()) == 1
        directory.need(title="Second")
        assert sent(LATER + timedelta(hours=1)) == []
        [digest] = sent(LATER + timedelta(days=7))
        assert "Second" in digest.body
        assert "First" not in digest.body

    def test_a_pause_is_no_pile(self, known):
        held = subscriber(frequency="daily")
        changing.pause(subscriber=held, at=LATER)
        directory.need()
        assert sent() == []
        changing.go_on(subscriber=held, at=LATER + timedelta(hours=1))
        assert sent(LATER + timedelta(days=1)) == []

    def test_whoever_leaves_after_the_mail_was_written_gets_none(self, known):
        held = subscriber()
        directory.need()
        gather()
        prepare_digests(at=LATER)
        changing.leave(subscriber=held, at=LATER)
        mail.outbox.clear()
        assert send_waiting(clock=lambda: LATER) == 0
        assert mail.outbox == []


class TestTheMail:
    def test_it_can_be_left_with_one_click_by_a_program(self, known, client):
        held = subscriber()
        directory.need()
        [digest] = sent()
        message = digest.message()
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        address = message["List-Unsubscribe"].strip("<>")
        path = address[address.index("/updates/") :]
        client.handler.enforce_csrf_checks = True
        answer = client.post(
            path,
            "List-Unsubscribe=One-Click",
            content_type="application/x-www-form-urlencoded",
        )
        assert answer.status_code == 200
        held.refresh_from_db()
        assert held.left_at

    def test_opening_the_link_alone_changes_nothing(self, known, visit):
        held = subscriber()
        directory.need()
        [digest] = sent()
        address = digest.message()["List-Unsubscribe"].strip("<>")
        page = visit(address[address.index("/updates/") :])
        assert page.heading == "Unsubscribe"
        held.refresh_from_db()
        assert held.left_at is None

    def test_plain_text_comes_first_and_nothing_tracks(self, known):
        subscriber()
        directory.need()
        [digest] = sent()
        kinds = [part.get_content_type() for part in digest.message().walk()]
        assert kinds == ["multipart/alternative", "text/plain", "text/html"]
        html = digest.alternatives[0][0]
        assert "<img" not in html
        assert digest.message()["List-Id"].startswith("Counterpoint updates <updates.")

    def test_the_same_mailing_has_the_same_message_id(self, known):
        subscriber()
        directory.need()
        [digest] = sent()
        mailing = Mailing.objects.get()
        assert mailing.key in digest.message()["Message-ID"]


def test_the_number_of_queries_does_not_grow_with_subscribers(known):
    def queries_for(readers):
        for number in range(readers):
            name = f"reader{readers}-{number}@example.org"
            subscriber(name, choices=[("concept", "outcome.reduced-loneliness")])
        directory.need()
        gather()
        at = LATER + timedelta(days=readers)
        with CaptureQueriesContext(connection) as asked:
            assert prepare_digests(at=at) >= readers
        return len(asked)

    queries_for(1)  # the vocabulary is read once in a process
    assert queries_for(14) == queries_for(42)
