from datetime import timedelta

import pytest
from django.core import mail

from counterpoint.apps.history.models import Entry
from counterpoint.apps.history.retention import forget
from counterpoint.apps.updates import tokens
from counterpoint.apps.updates.actions import changing, signing_up
from counterpoint.apps.updates.models import SignUp, Subscriber
from tests.apps.updates.conftest import CONSENT, ask, subscriber
from tests.factories import accounts
from tests.factories.directory import AT

pytestmark = pytest.mark.django_db
KIND = ("kind", "need")
OTHER = ("kind", "offer")


def test_nobody_is_told_before_they_confirm():
    ask("pat@example.org")
    assert not Subscriber.objects.exists()
    assert mail.outbox[-1].to == ["pat@example.org"]


def test_what_was_agreed_to_is_kept_with_when_and_where():
    held = subscriber()
    assert (held.consent_text, held.consent_page) == (CONSENT.text, CONSENT.page)
    assert (held.asked_at, held.confirmed_at) == (AT, AT)


def test_confirming_twice_changes_nothing():
    asked = ask("pat@example.org", choices=[KIND])
    first = signing_up.confirm(asked=asked, at=AT)
    changing.leave(subscriber=first, at=AT)
    again = signing_up.confirm(asked=asked, at=AT + timedelta(hours=1))
    assert again == first
    assert again.left_at == AT


def test_a_known_address_stays_confirmed_and_keeps_its_choices_until_it_confirms_more():
    held = subscriber(choices=[KIND], frequency="daily")
    asked = ask("PAT@example.org", choices=[OTHER], frequency="monthly")
    held.refresh_from_db()
    assert held.is_told
    assert set(held.choices.values_list("what", "code")) == {KIND}
    assert "told more" in mail.outbox[-1].body
    signing_up.confirm(asked=asked, at=AT)
    assert set(held.choices.values_list("what", "code")) == {KIND, OTHER}
    held.refresh_from_db()
    assert held.frequency == "daily"
    assert Subscriber.objects.count() == 1


def test_whoever_left_is_told_again_once_they_confirm_again():
    held = subscriber()
    changing.leave(subscriber=held, at=AT)
    asked = ask(held.email)
    assert Subscriber.objects.get().left_at
    signing_up.confirm(asked=asked, at=AT)
    assert Subscriber.objects.get().is_told


def test_nobody_can_fill_a_mailbox_by_typing_its_address():
    for _time in range(20):
        signing_up.ask(
            email="pat@example.org", wanted=signing_up.Wanted(), consent=CONSENT, at=AT
        )
    assert len(mail.outbox) == signing_up.MOST_MAILS_A_DAY


def test_what_nobody_confirmed_is_thrown_away_after_thirty_days():
    ask("pat@example.org")
    forget(AT + timedelta(days=29))
    assert SignUp.objects.count() == 1
    forget(AT + timedelta(days=31))
    assert not SignUp.objects.exists()


def test_forgetting_sign_ups_keeps_subscribers():
    subscriber()
    forget(AT + timedelta(days=400))
    assert Subscriber.objects.count() == 1


def test_whoever_left_is_forgotten_after_thirty_days():
    changing.leave(subscriber=subscriber(), at=AT)
    forget(AT + timedelta(days=31))
    assert not Subscriber.objects.exists()


def test_a_person_with_a_proved_address_needs_no_mail():
    person = accounts.person(email="pat@example.org")
    signing_up.begin_as_person(
        wanted=signing_up.Wanted(choices=[KIND]), consent=CONSENT, by=person, at=AT
    )
    assert Subscriber.objects.get().email == "pat@example.org"
    assert mail.outbox == []


def test_history_names_nobody():
    held = subscriber()
    changing.pause(subscriber=held, at=AT)
    changing.erase(subscriber=held, at=AT)
    told = " ".join(f"{one.subject_name} {one.detail}" for one in Entry.objects.all())
    assert "pat" not in told
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"sign_up.asked", "subscriber.confirmed", "subscriber.erased"} <= kinds


def test_erasing_leaves_nothing_of_the_address():
    held = subscriber(choices=[KIND])
    ask(held.email)
    changing.erase(subscriber=held, at=AT)
    assert not Subscriber.objects.exists()
    assert not SignUp.objects.exists()


def test_a_link_opens_only_its_own_door():
    held = subscriber()
    assert tokens.opened(tokens.to_leave(held), tokens.PREFERENCES) is None
    assert tokens.opened(tokens.to_preferences(held), tokens.LEAVE) is None
    assert tokens.opened(tokens.to_leave(held) + "x", tokens.LEAVE) is None
