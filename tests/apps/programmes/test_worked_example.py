"""The worked example goes in through the actions, once, with a source for everything."""

import pytest

from counterpoint.apps.programmes.actions.parts import PARTS
from counterpoint.apps.programmes.models import Figure, Programme
from counterpoint.apps.programmes.queries.pages import moves_in_time
from counterpoint.config.demonstration import FOLDER
from counterpoint.config.demonstration_programmes import load_programmes
from tests.factories import directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(at):
    directory.organisation("National Council for Voluntary Organisations")
    for _time in range(2):
        load_programmes(FOLDER / "programmes.yaml", at)


def test_two_pilots_and_five_localities_stand_each_once(loaded):
    kinds = list(Programme.objects.public().values_list("kind", flat=True))
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "programme": 1,
        "pilot": 2,
        "locality": 5,
    }


def test_everything_has_its_source(loaded):
    for model in PARTS.values():
        assert not model._default_manager.exclude(source_url__startswith="http").exists()


def test_figures_that_differ_are_all_kept(loaded):
    projects = Figure.objects.filter(question="How many projects were funded?")
    assert sorted(set(projects.values_list("figure", flat=True))) == ["nine", "twelve"]
    before = Figure.objects.filter(question__startswith="How much was put")
    assert sorted(one.figure for one in before) == ["about £250,000", "£254,000"]


def test_the_chains_of_torbay_and_york(loaded):
    def chain(name):
        moves = Programme.objects.get(name__startswith=name).moves.all()
        return [move.state for move, _value in moves_in_time(list(moves))]

    assert chain("Torbay")[-4:] == ["seat", "plan", "second-funder", "commission"]
    assert chain("York") == ["research", "conversation", "partnership"]
