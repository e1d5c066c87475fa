"""The Kent and Gloucestershire stories and the invented round, as the demonstration replays them."""

from decimal import Decimal

import pytest
from django.utils import timezone

from counterpoint.apps.commissioning.actions.logging import first_broken
from counterpoint.apps.commissioning.models import Call, Reading
from counterpoint.apps.commissioning.queries.ranking import round_of
from counterpoint.apps.directory.models import Organisation
from counterpoint.config.demonstration import FOLDER
from counterpoint.config.demonstration_calls import load_calls
from tests.factories import directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    directory.places()
    for name in ("Kent County Council", "NHS Gloucestershire Clinical Commissioning Group"):
        directory.organisation(name, roles=("commissioner",))
    for _time in range(2):
        list(load_calls(FOLDER / "calls.yaml", timezone.now()))


def test_the_stories_and_the_round(loaded):
    first, second = Call.objects.filter(title="Six Ways to Wellbeing").order_by("pk")
    assert (first.state, second.state) == ("replaced", "published")
    assert second.earlier == first
    assert second.is_readvertised
    for made in (first, second):
        assert made.lots.count() == 6
        assert made.pot == Decimal(210_000)
        assert not made.has_known_times
        assert made.source_url.startswith("https://")
    again = Call.objects.filter(title="Cultural commissioning grants").order_by("pk")
    assert [one.state for one in again] == ["replaced", "published"]
    assert [one.lots.count() for one in again] == [2, 2]
    # What no source says is not filled in.
    assert all(one.pot is None for one in again)
    made = Call.objects.get(state="assessing")
    scored = round_of(made)
    assert (made.pot, len(scored.standings), made.seats.count()) == (Decimal(300_000), 120, 6)
    assert scored.is_all_read
    assert Reading.objects.count() == 240
    assert first_broken(made) is None
    invented = Organisation.objects.filter(applications__call=made)
    assert set(invented.values_list("is_example", "stage")) == {(True, "draft")}
