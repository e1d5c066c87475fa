import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection

from counterpoint.apps.directory.actions import offers
from counterpoint.apps.history.changes import note
from counterpoint.apps.history.models import Change
from counterpoint.apps.history.retention import forget
from counterpoint.apps.history.wellbeing import all_answers
from counterpoint.apps.matching.actions import indexing
from counterpoint.apps.matching.models import IndexState
from counterpoint.apps.matching.position import MOST_GAPS, Position
from counterpoint.apps.matching.queries.knowledge import engine, vocabulary_mark
from counterpoint.domain.matching.engine import SearchQuery, State
from tests.apps.matching.conftest import found
from tests.factories import directory
from tests.factories.directory import AT


def health():
    return engine().health(vocabulary=vocabulary_mark())


class TestDraining:
    def test_a_published_offer_is_found_and_a_withdrawn_one_is_not(self, index):
        offer = directory.offer(title="Ukulele evenings")
        assert found("ukulele")[0] == f"offer:{offer.pk}"
        offers.withdraw_offer(offer=offer, by=None, at=AT)
        assert f"offer:{offer.pk}" not in found("ukulele")

    def test_drafts_are_not_found(self, index):
        draft = directory.offer(title="Ukulele evenings", is_published=False)
        assert f"offer:{draft.pk}" not in found("ukulele")

    def test_nothing_is_drained_twice(self, index):
        directory.offer()
        assert indexing.drain() > 0
        assert indexing.drain() == 0

    def test_an_award_speaks_for_its_recipient(self, index):
        choir, fund = (
            directory.organisation("Example Voices"),
            directory.organisation("Example Fund"),
        )
        assert _past_work(choir) == {}
        award = directory.award(
            funder=fund, recipient=choir, title="Reduce loneliness by song"
        )
        note("award", [award.pk], at=AT)
        indexing.drain()
        assert _past_work(choir)["outcome.reduced-loneliness"][:2] == [1, award.title]

    def test_changes_of_records_that_are_never_found_are_passed_by(self, index):
        note("place", [1], at=AT)
        note("offer", [987654], at=AT)
        assert indexing.drain() == 2

    def test_a_number_that_becomes_visible_late_is_not_lost(self, index):
        offer = directory.offer(title="Ukulele evenings")
        indexing.drain()
        late = Change.objects.latest("id").pk + 1
        Change.objects.create(pk=late + 1, record_type="offer", record_id=987654, at=AT)
        offers.edit_offer(offer=offer, details={"title": "Kazoo evenings"}, by=None, at=AT)
        # PostgreSQL hands out `late` itself here, SQLite the number after the next.
        Change.objects.filter(pk__gte=late).exclude(pk=late + 1).delete()
        indexing.drain()
        assert found("kazoo") == []
        Change.objects.create(pk=late, record_type="offer", record_id=offer.pk, at=AT)
        assert found("kazoo")[0] == f"offer:{offer.pk}"


class TestPosition:
    def test_it_survives_being_written_down(self):
        position = Position(12, (3, 7))
        assert Position.parse(str(position)) == position
        assert Position.parse("nonsense") == Position()

    def test_numbers_passed_by_are_remembered_until_they_are_seen(self):
        passed = Position(10).after([12, 14])
        assert passed == Position(14, (11, 13))
        assert passed.after([11]) == Position(14, (13,))

    def test_it_does_not_grow_without_bound(self):
        assert len(Position(0).after([10**9]).gaps) <= MOST_GAPS


class TestRebuilding:
    def test_a_missing_index_is_noticed_and_made(self, known):
        directory.offer(title="Ukulele evenings")
        assert health().state is State.MISSING
        indexing.bring_up_to_date(at=AT, clock=lambda: AT)
        assert health().state is State.READY
        assert found("ukulele")

    def test_a_damaged_index_is_noticed_and_made_anew(self, index, settings):
        for path in Path(settings.SEARCH_INDEX).rglob("manifest.json"):
            path.write_text("{", encoding="utf-8")
        assert health().state is State.CORRUPT
        assert not next(one for one in all_answers() if one.part == "search index").is_well
        indexing.bring_up_to_date(at=AT, clock=lambda: AT)
        assert health().state is State.READY

    def test_another_vocabulary_makes_the_index_stale(self, index, tmp_path):
        from counterpoint.apps.vocabulary import actions

        path = tmp_path / "words" / "outcomes.yaml"
        path.write_text(path.read_text().replace("find your voice", "find a voice"))
        actions.load(folder=tmp_path / "words", by=None, at=AT)
        assert health().state is State.STALE
        assert indexing.is_rebuild_due()

    def test_everything_public_is_in_it_once(self, known):
        choir = directory.organisation("Example Voices")
        offer, need = directory.offer(choir), directory.need()
        fund = directory.organisation("Example Fund", roles=("funder",))
        award = directory.award(funder=fund, recipient=choir)
        alone = directory.award(funder=fund, recipient=None)
        directory.offer(choir, is_published=False)
        indexing.rebuild(at=AT, clock=lambda: AT)
        keys = list(engine().keys())
        assert len(keys) == len(set(keys))
        assert {
            f"offer:{offer.pk}",
            f"need:{need.pk}",
            f"organisation:{choir.pk}",
            f"organisation:{fund.pk}",
            f"award:{award.pk}",
            f"award:{alone.pk}",
        } <= set(keys)
        state = IndexState.objects.get()
        assert (state.record_count, state.is_being_made) == (len(keys), False)

    def test_rebuilding_and_draining_agree(self, index):
        choir = directory.organisation("Example Voices", place=index["Thanet"])
        offer = directory.offer(choir, description="A choir where grandparents make friends.")
        directory.need(statement="Reduce loneliness among older adults.")
        note("offer", [offer.pk], at=AT)
        indexing.drain()
        drained = _documents()
        indexing.rebuild(at=AT, clock=lambda: AT)
        assert _documents() == drained

    def test_what_happened_before_is_not_read_again(self, known):
        directory.offer()
        indexing.rebuild(at=AT, clock=lambda: AT)
        assert indexing.drain() == 0


def test_taken_over_changes_are_forgotten_after_a_week(index, at):
    directory.offer()
    indexing.drain()
    waiting = Change.objects.create(
        pk=Change.objects.latest("id").pk + 5, record_type="offer", record_id=1, at=AT
    )
    later = at.replace(year=2027)
    forget(later)
    assert list(Change.objects.all()) == [waiting]


def _past_work(organisation):
    indexing.drain()
    stored = _documents()[f"organisation:{organisation.pk}"]
    return json.loads(stored).get("past_work", {})


def _documents():
    hits = engine().search(SearchQuery(limit=100)).hits
    return {hit.key: hit.stored for hit in hits}


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the killed process needs the file")
def test_a_process_killed_while_indexing_loses_and_doubles_nothing(tmp_path):
    """A hundred changes; the process that takes them over is killed again and again."""
    environment = {**os.environ, "COUNTERPOINT_HOME": str(tmp_path)}
    root = Path(__file__).parents[3]

    def run(code, **options):
        return subprocess.Popen(
            [sys.executable, "-c", code], env=environment, cwd=root, text=True, **options
        )

    made = run(MAKER, stdout=subprocess.PIPE)
    assert made.communicate()[0].strip().endswith("100")
    kills = 0
    for _attempt in range(6):
        process = run(SLOW_DRAINER, stdout=subprocess.PIPE)
        process.stdout.readline()
        time.sleep(0.15)
        if process.poll() is None:
            kills += 1
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    assert kills
    checked = run(CHECKER, stdout=subprocess.PIPE)
    assert checked.communicate()[0].split()[-2:] == ["100", "100"]


SETUP = """
import json
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "counterpoint.config.settings"
import django
django.setup()
from datetime import UTC, datetime
from counterpoint.apps.matching.actions import indexing
from counterpoint.apps.matching.queries.knowledge import engine, vocabulary_mark
now = datetime(2026, 11, 2, tzinfo=UTC)
"""
MAKER = (
    SETUP
    + """
from django.core.management import call_command
from counterpoint.apps.directory.models import Offer
from counterpoint.apps.history.changes import note
call_command("migrate", verbosity=0)
indexing.rebuild(at=now, clock=lambda: now)
for number in range(100):
    offer = Offer.objects.create(title=f"Offer {number}", description="song", stage="published",
                                 created_at=now, updated_at=now, published_at=now)
    note("offer", [offer.pk], at=now)
print(Offer.objects.count())
"""
)
SLOW_DRAINER = (
    SETUP
    + """
indexing.AT_ONCE = 5
print("ready", flush=True)
indexing.drain()
"""
)
CHECKER = (
    SETUP
    + """
indexing.drain()
keys = list(engine().keys())
print(len(keys), len(set(keys)))
"""
)
