from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.core import mail
from django.utils import timezone

from counterpoint.apps.updates.actions import campaigns
from counterpoint.apps.updates.models import Campaign
from tests.apps.updates.conftest import subscriber
from tests.factories import accounts

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def team(db):
    return accounts.person("Terry Team", is_programme_team=True)


def published(team, subject="What we learnt", at=None):
    at = at or timezone.now()
    made = campaigns.write(subject=subject, body="**Words**", by=team, at=at)
    campaigns.schedule(campaign=made, send_at=at, by=team, at=at)
    campaigns.prepare_campaigns(at=at)
    return made


def test_from_the_first_word_to_the_schedule(visit, team, known_readers):
    visit.as_(team)
    page = visit.post("/updates/campaigns/new/", subject="What we learnt", body="## Hello")
    assert page.heading == "What we learnt"
    assert "2 people it reaches now" in page.words
    assert "@example.org" in page.words
    assert "reader0@" not in page.words
    letter = Campaign.objects.get()
    address = f"/updates/campaigns/{letter.slug}/"
    visit.post(address + "edit/", subject="What we learnt", body="## Hello again")
    tomorrow = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    page = visit.post(address + "schedule/", send_at=tomorrow)
    assert "Scheduled" in page.words
    page = visit.post(address + "pause/")
    assert "Paused" in page.words
    page = visit.post(address + "go-on/")
    letter.refresh_from_db()
    assert letter.stage == Campaign.Stage.SCHEDULED
    visit(f"/newsletters/{letter.slug}/", status=404)


def test_a_test_reaches_the_writer(visit, team, django_capture_on_commit_callbacks):
    letter = campaigns.write(subject="A letter", body="Words", by=team, at=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        visit.as_(team).post(f"/updates/campaigns/{letter.slug}/test/")
    assert mail.outbox[-1].to == [team.email]


def test_what_is_no_place_and_no_term_is_said(visit, team):
    page = visit.as_(team).post(
        "/updates/campaigns/new/", subject="A", body="B", place="Atlantis", term="Nonsense"
    )
    assert len(page.errors) == 2


def test_a_sent_letter_is_public_with_a_feed(visit, team):
    first = published(team)
    page = visit("/newsletters/")
    assert page.links["What we learnt"] == first.get_absolute_url()
    assert visit(first.get_absolute_url()).heading == "What we learnt"
    answer = visit.client.get("/newsletters.atom")
    assert answer["Content-Type"] == "application/atom+xml"
    feed = ElementTree.fromstring(answer.content)
    # RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry must have.
    for must in ("id", "title", "updated", "author"):
        assert feed.find(f"{ATOM}{must}") is not None, must
    [entry] = feed.findall(f"{ATOM}entry")
    for must in ("id", "title", "updated"):
        assert entry.find(f"{ATOM}{must}") is not None, must
    [link] = [one for one in feed.findall(f"{ATOM}link") if one.get("rel") == "self"]
    assert link.get("href", "").endswith("/newsletters.atom")
    assert "<strong>Words</strong>" in (entry.findtext(f"{ATOM}summary") or "")


def test_the_archive_asks_as_often_however_many_letters(
    visit, team, django_assert_max_num_queries
):
    for number in range(22):
        published(team, f"Letter {number}", timezone.now() - timedelta(days=number))
    with django_assert_max_num_queries(2):
        page = visit("/newsletters/")
    assert "Letter 0" in page.words
    assert "Letter 21" not in page.words
    assert "Letter 21" in visit("/newsletters/", page=2).words


@pytest.fixture
def known_readers(db):
    return [subscriber(f"reader{number}@example.org") for number in range(2)]
