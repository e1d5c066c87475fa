from datetime import date

import pytest

from counterpoint.apps.directory.actions import lives
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.history.models import Entry
from counterpoint.domain.refusals import Forbidden
from tests.factories import directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(lead):
    return directory.organisation("Example Clinical Group", roles=["commissioner"], by=lead)


def test_a_closed_organisation_stays_as_memory_and_offers_nothing(group, lead, at):
    offer, need = directory.offer(group, by=lead), directory.need(group, by=lead)
    lives.close_organisation(organisation=group, on=date(2022, 6, 30), by=lead, at=at)
    assert group.is_public
    for record in (offer, need):
        record.refresh_from_db()
        assert record.stage == Stage.WITHDRAWN
    assert Entry.objects.about(group).first().detail == {"on": "2022-06-30"}


def test_an_organisation_closes_once(group, lead, at):
    lives.close_organisation(organisation=group, on=date(2022, 6, 30), by=lead, at=at)
    with pytest.raises(lives.AlreadyClosed):
        lives.close_organisation(organisation=group, on=date(2022, 7, 1), by=lead, at=at)


def test_nothing_closes_before_it_opened(group, lead, at):
    Organisation.objects.filter(pk=group.pk).update(opened_on=date(2013, 4, 1))
    with pytest.raises(lives.ClosesBeforeItOpens):
        lives.close_organisation(organisation=group, on=date(2012, 1, 1), by=lead, at=at)


def test_a_former_name_is_recorded_with_its_years(group, lead, at):
    kept = lives.record_name(
        organisation=group,
        name="Example Primary Care Trust",
        valid_to=date(2013, 3, 31),
        by=lead,
        at=at,
    )
    assert (kept.kind, kept.folded_name) == ("former", "example primary care trust")
    assert Entry.objects.about(group).first().detail == {"name": kept.name}


def test_the_name_it_has_is_not_another_name(group, lead, at):
    with pytest.raises(lives.NameIsCurrent):
        lives.record_name(organisation=group, name=group.name, by=lead, at=at)


def test_a_succession_shows_on_both(group, lead, at):
    board = directory.organisation("Example Care Board", roles=["commissioner"])
    made = lives.record_succession(
        predecessor=group, successor=board, how="replaced", on=date(2022, 7, 1), by=lead, at=at
    )
    assert (made.predecessor, made.successor) == (group, board)
    assert Entry.objects.about(group).first().detail == {"other": board.name}
    assert Entry.objects.about(board).first().kind == "organisation.took_over"


def test_saying_it_twice_corrects_what_was_said_first(group, lead, at):
    board = directory.organisation("Example Care Board")
    who = {"predecessor": group, "successor": board, "by": lead, "at": at}
    lives.record_succession(how="merged", **who)
    lives.record_succession(how="replaced", **who)
    assert [one.how for one in group.successions.all()] == ["replaced"]


def test_nothing_takes_over_from_itself(group, lead, at):
    with pytest.raises(lives.SucceedsItself):
        lives.record_succession(
            predecessor=group, successor=group, how="merged", by=lead, at=at
        )


def test_strangers_to_both_record_no_succession(group, stranger, at):
    board = directory.organisation("Example Care Board")
    with pytest.raises(Forbidden):
        lives.record_succession(
            predecessor=group, successor=board, how="merged", by=stranger, at=at
        )
