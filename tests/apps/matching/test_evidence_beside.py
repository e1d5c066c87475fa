"""Studies beside matches: of what was asked about, the nearest first, and about no provider."""

import pytest

from counterpoint.apps.evidence.queries.about import studies_about
from counterpoint.apps.vocabulary.models import Concept
from tests.factories import evidence
from tests.factories.words import load_small_vocabulary

LONELY, OLDER = "outcome.reduced-loneliness", "population.older-adults"


@pytest.fixture(autouse=True)
def studies(db, tmp_path_factory):
    load_small_vocabulary(tmp_path_factory.mktemp("vocabulary"))
    return [
        evidence.study(concepts=(LONELY,), title="Old cohort", design="cohort", year=2024),
        evidence.study(concepts=(LONELY,), title="A trial", design="randomised", year=2015),
        evidence.study(concepts=(LONELY,), title="A review", design="review", year=2022),
        evidence.study(concepts=(LONELY, OLDER), title="Of older people", design="after_only"),
    ]


def test_those_that_share_most_come_first_then_trials(django_assert_num_queries):
    with django_assert_num_queries(4):
        (found,) = studies_about([LONELY], [OLDER])
    assert found.total == 4
    assert [one.title for one in found.nearest] == ["Of older people", "A trial", "A review"]


def test_a_concept_without_studies_is_left_out():
    other = Concept.objects.exclude(code__in=[LONELY, OLDER]).first()
    assert studies_about([other.code], []) == []


def test_a_need_is_shown_what_studies_say_of_its_outcome(visit):
    page = visit("/find/?as=need&q=reduce+loneliness")
    assert page.links["4 studies on Less loneliness"] == f"/evidence/?about={LONELY}"
    assert "A trial" in page.links
    assert "not about any provider above" in page.words


def test_nothing_is_said_where_nothing_was_studied(visit):
    assert "What studies say" not in visit("/find/?as=offer&q=xylophone").words
