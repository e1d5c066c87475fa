"""
                 outcome.health
                 /           \\
    outcome.mobility      outcome.mood        activity.movement
          |                                         |
    outcome.falls  <------- serves -------  activity.dance  ~ related ~  art_form.ballet
                                                    |
                                            activity.tea-dance
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.vocabulary.crosswalk import Crosswalk, LinkHow
from tests.domain.vocabulary.building import concept, vocabulary

HELD = vocabulary(
    concept("outcome.health"),
    concept("outcome.mobility", broader="outcome.health"),
    concept("outcome.mood", broader="outcome.health"),
    concept("outcome.falls", broader="outcome.mobility"),
    concept("activity.movement"),
    concept(
        "activity.dance",
        broader="activity.movement",
        serves=("outcome.falls",),
        related=("art_form.ballet",),
    ),
    concept("activity.tea-dance", broader="activity.dance"),
    concept("art_form.ballet"),
)
CROSSWALK = Crosswalk(HELD)
CODES = [one.code for one in HELD]

LINKS = [
    ("outcome.falls", "outcome.falls", "same", 1.0),
    ("outcome.mobility", "outcome.falls", "narrower", 0.9),
    ("outcome.health", "outcome.falls", "narrower", 0.81),
    ("outcome.falls", "outcome.mobility", "broader", 0.6),
    ("outcome.falls", "outcome.health", "broader", 0.36),
    ("outcome.falls", "activity.dance", "serves", 0.75),
    ("outcome.mobility", "activity.dance", "serves", 0.65),
    ("outcome.falls", "activity.tea-dance", "serves", 0.65),
    ("outcome.falls", "activity.movement", "serves", 0.65),
    ("activity.dance", "outcome.falls", "related", 0.4),
    ("activity.dance", "art_form.ballet", "related", 0.4),
    ("art_form.ballet", "activity.dance", "related", 0.4),
]
NOT_LINKED = [
    ("outcome.mood", "outcome.mobility"),  # only through what is above both
    ("outcome.health", "activity.dance"),  # two steps from what dance serves
    ("outcome.mobility", "activity.tea-dance"),  # a step at each end
    ("art_form.ballet", "outcome.falls"),
    ("outcome.falls", "outcome.unknown"),
    ("outcome.unknown", "outcome.unknown"),
]


@pytest.mark.parametrize(("needed", "offered", "how", "weight"), LINKS)
def test_how_an_offer_answers_a_need(needed, offered, how, weight):
    link = CROSSWALK.link(needed, offered)
    assert link is not None
    assert (link.how, link.weight) == (how, weight)
    assert (link.path[0], link.path[-1]) == (needed, offered)


@pytest.mark.parametrize(("needed", "offered"), NOT_LINKED)
def test_what_is_too_far_apart_is_not_linked(needed, offered):
    assert CROSSWALK.link(needed, offered) is None


def test_the_path_and_the_source_of_a_bridge_are_told():
    link = CROSSWALK.link("outcome.mobility", "activity.dance")
    assert link.path == ("outcome.mobility", "outcome.falls", "activity.dance")
    assert link.source == "source of outcome.falls"


def test_around_a_need_its_own_concept_comes_first():
    around = CROSSWALK.around("outcome.falls")
    assert list(around) == [
        "outcome.falls",
        "activity.dance",
        "activity.movement",
        "activity.tea-dance",
        "outcome.mobility",
        "outcome.health",
    ]
    assert CROSSWALK.around("outcome.unknown") == {}


def test_the_strongest_of_several_paths_wins():
    both = vocabulary(
        concept("outcome.falls"),
        concept("activity.dance", serves=("outcome.falls",), related=("outcome.falls",)),
    )
    assert Crosswalk(both).link("outcome.falls", "activity.dance").how is LinkHow.SERVES


@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_around_and_back_agree_with_the_single_question(needed, offered):
    link = CROSSWALK.link(needed, offered)
    assert CROSSWALK.around(needed).get(offered) == link
    assert CROSSWALK.needs_around(offered).get(needed) == link
    assert link is None or 0 < link.weight <= 1


@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_related_concepts_are_related_both_ways(one, other):
    link = CROSSWALK.link(one, other)
    if link and link.how is LinkHow.RELATED:
        assert CROSSWALK.link(other, one) is not None
