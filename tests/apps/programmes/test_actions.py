"""Who may write a programme, and what its actions keep."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from counterpoint.apps.directory.actions.saving import ChangedMeanwhile, NotComplete
from counterpoint.apps.directory.permissions import MayOnlyLook, NotAMember
from counterpoint.apps.history.models import Entry
from counterpoint.apps.programmes.actions import parts
from counterpoint.apps.programmes.actions import programmes as actions
from counterpoint.apps.programmes.models import Programme
from counterpoint.domain.programmes.pipeline import AlreadyEnded
from counterpoint.domain.programmes.when import NotADate
from tests.factories import accounts, directory, programmes

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return accounts.person()


@pytest.fixture
def house(editor):
    made = directory.organisation("Example House")
    directory.member(made, editor)
    return made


class TestSettingUp:
    def test_one_sitting_makes_strands_pilots_and_localities(self, house, editor, at):
        made = actions.set_up_programme(
            lead=house,
            details={"name": "Example Programme", "aims": "More singing."},
            strands=["Skills", "Influence", "Skills"],
            pilots=["Example County"],
            localities=["Example Town", "Example City"],
            by=editor,
            at=at,
        )
        assert [one.title for one in made.strands.all()] == ["Skills", "Influence"]
        assert sorted(made.parts.values_list("name", "kind")) == [
            ("Example City", "locality"),
            ("Example County", "pilot"),
            ("Example Town", "locality"),
        ]
        assert {one.lead for one in made.parts.all()} == {house}

    def test_only_editors_of_the_lead_may(self, house, at):
        stranger, viewer = accounts.person(), accounts.person()
        directory.member(house, viewer, "viewer")
        for person, refusal in ((stranger, NotAMember), (viewer, MayOnlyLook)):
            with pytest.raises(refusal):
                actions.create_programme(
                    lead=house, details={"name": "Theirs"}, by=person, at=at
                )
        assert not Programme.objects.exists()

    def test_names_that_are_the_same_get_addresses_of_their_own(self, house):
        slugs = [programmes.programme("New", lead=house).slug for _time in range(2)]
        assert slugs == ["new-2", "new-3"]

    def test_a_locality_has_no_parts(self, house, at):
        town = programmes.part_programme(programmes.programme(lead=house), "Example Town")
        with pytest.raises(actions.NotAProgramme):
            actions.create_part_programme(
                parent=town, kind="pilot", details={"name": "No"}, by=None, at=at
            )

    def test_it_cannot_end_before_it_begins(self, house, at):
        with pytest.raises(actions.EndsBeforeItBegins):
            programmes.programme(lead=house, starts="2016-06", ends="2015")
        assert programmes.programme(lead=house, starts="2016-06", ends="2016").ends == "2016"

    def test_the_database_keeps_a_pilot_from_standing_alone(self, house):
        made = programmes.programme(lead=house)
        with pytest.raises(IntegrityError), transaction.atomic():
            Programme.objects.filter(pk=made.pk).update(kind="pilot")


class TestStages:
    def test_it_is_published_once_it_says_what_it_is_for(self, house, editor, at):
        made = programmes.programme(lead=house, aims="", is_published=False)
        with pytest.raises(NotComplete):
            actions.publish_programme(programme=made, by=editor, at=at)
        actions.edit_programme(programme=made, details={"aims": "Singing."}, by=editor, at=at)
        actions.publish_programme(programme=made, by=editor, at=at)
        assert made.is_public
        with pytest.raises(actions.AlreadyPublished):
            actions.publish_programme(programme=made, by=editor, at=at)
        actions.withdraw_programme(programme=made, by=editor, at=at)
        with pytest.raises(actions.NotPublished):
            actions.withdraw_programme(programme=made, by=editor, at=at)
        kinds = Entry.objects.about(made).values_list("kind", flat=True)
        assert list(kinds) == [
            "programme.withdrawn",
            "programme.published",
            "programme.edited",
            "programme.started",
        ]

    def test_who_wrote_meanwhile_is_not_overwritten(self, house, at):
        made = programmes.programme(lead=house)
        seen = made.updated_at - timedelta(minutes=1)
        with pytest.raises(ChangedMeanwhile):
            actions.edit_programme(
                programme=made, details={"aims": "Mine."}, seen_at=seen, by=None, at=at
            )


class TestParts:
    def test_a_second_figure_leaves_the_first_as_it_was(self, house):
        made = programmes.programme(lead=house)
        programmes.figure(made, "nine")
        programmes.figure(made, "twelve")
        assert [one.figure for one in made.figures.all()] == ["nine", "twelve"]

    def test_a_figure_needs_its_source(self, house):
        with pytest.raises(parts.NeedsItsSource):
            programmes.figure(programmes.programme(lead=house), "nine", source_url="")

    def test_a_partner_is_linked_when_the_directory_knows_it(self, house):
        made = programmes.programme(lead=house)
        known = programmes.add(made, "partner", name="example house", role="partner")
        stranger = programmes.add(made, "partner", name="Nobody Here", role="partner")
        assert (known.organisation, known.name) == (house, "Example House")
        assert stranger.organisation is None
        with pytest.raises(parts.AlreadyAPartner):
            programmes.add(made, "partner", name="Example House", role="partner")

    def test_nothing_comes_after_the_end_until_the_end_is_taken_off(self, house, at):
        made = programmes.programme(lead=house)
        end = programmes.move(made, "ended", "2016")
        with pytest.raises(AlreadyEnded):
            programmes.move(made, "pilot", "2017")
        parts.remove_part(part=end, by=None, at=at)
        programmes.move(made, "pilot", "2017")
        assert [one.state for one in made.moves.all()] == ["pilot"]
        removed = Entry.objects.about(made).get(kind="programme.part_removed")
        assert removed.detail["name"] == "Ended"

    def test_what_is_no_date_is_refused(self, house):
        with pytest.raises(NotADate):
            programmes.move(programmes.programme(lead=house), "pilot", "soon")

    def test_only_writers_add_and_take_off(self, house, at):
        made = programmes.programme(lead=house)
        part = programmes.figure(made, "nine")
        stranger = accounts.person()
        with pytest.raises(NotAMember):
            parts.remove_part(part=part, by=stranger, at=at)
        with pytest.raises(NotAMember):
            parts.add_part(
                programme=made, what="strand", details={"title": "Mine"}, by=stranger, at=at
            )
