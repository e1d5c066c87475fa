from datetime import timedelta

import pytest

from counterpoint.apps.directory.actions import needs
from counterpoint.apps.directory.actions.saving import ChangedMeanwhile, NotComplete
from counterpoint.apps.directory.models import Need
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.history.models import Entry
from counterpoint.domain.refusals import Forbidden
from tests.factories import directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(lead):
    return directory.organisation("Example Council", roles=["commissioner"], by=lead)


@pytest.fixture
def need(council, lead):
    return directory.need(council, by=lead)


def test_a_need_is_published_when_its_words_are_there(council, lead, at):
    draft = directory.need(council, statement="", by=lead, is_published=False)
    with pytest.raises(NotComplete):
        needs.publish_need(need=draft, by=lead, at=at)
    needs.edit_need(need=draft, details={"statement": "Fewer falls."}, by=lead, at=at)
    assert needs.publish_need(need=draft, by=lead, at=at).stage == Stage.PUBLISHED


def test_a_stranger_states_no_need_for_a_council(council, stranger, at):
    with pytest.raises(Forbidden):
        needs.create_need(organisation=council, details={}, by=stranger, at=at)


def test_an_edit_says_what_changed(need, lead, at):
    assert needs.edit_need(need=need, details={"people": 40}, by=lead, at=at) == ["people"]
    assert Entry.objects.about(need).first().kind == "need.edited"
    assert not needs.edit_need(need=need, details={"people": 40}, by=lead, at=at)


def test_an_older_version_does_not_overwrite_a_newer_one(need, lead, at):
    seen = need.updated_at
    needs.edit_need(
        need=need, details={"people": 1}, seen_at=seen, by=lead, at=at + timedelta(1)
    )
    with pytest.raises(ChangedMeanwhile):
        needs.edit_need(need=need, details={"people": 2}, seen_at=seen, by=lead, at=at)
    assert Need.objects.get(pk=need.pk).people == 1


def test_a_need_that_is_met_is_withdrawn(need, lead, at):
    needs.withdraw_need(need=need, reason="met", by=lead, at=at)
    assert need.stage == Stage.WITHDRAWN
