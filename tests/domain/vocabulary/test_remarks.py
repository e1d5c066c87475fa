from dataclasses import replace

from counterpoint.domain.vocabulary.concepts import Label
from counterpoint.domain.vocabulary.remarks import remarks
from tests.domain.vocabulary.building import concept, friend, vocabulary


def doubts(held):
    return [
        str(remark) for remark in remarks(held) if not remark.code.startswith("population.")
    ]


def test_a_label_of_two_concepts_of_one_kind_is_remarked_on():
    found = doubts(
        vocabulary(concept("outcome.one", "choir"), concept("outcome.two", "choirs"))
    )
    assert found == [
        "outcome.one: “choir” is also a label of outcome.two, to which nothing links it."
    ]
    weak = vocabulary(concept("outcome.one", "choir"), concept("outcome.two", "choirs?"))
    assert doubts(weak) == []


def test_figures_alone_are_remarked_on():
    (doubt,) = doubts(vocabulary(concept("outcome.one", "0-4")))
    assert "prices, scores and dates" in doubt


def test_a_way_of_working_that_serves_nothing_is_remarked_on():
    (doubt,) = doubts(vocabulary(concept("activity.dance", "dance")))
    assert doubt.startswith("activity.dance: Nothing that is commissioned for")


def test_a_false_friend_must_behave_as_its_examples_say():
    wrong = replace(friend("mural"), caught=("a statue",), accepted=("a mural",))
    assert doubts(vocabulary(concept("outcome.one", "x"), friends=(wrong,))) == [
        "friend.one: “a statue” is not caught by its patterns.",
        "friend.one: “a mural” is caught and must not be.",
    ]


def test_age_rules_name_what_is_missing():
    missing = [remark.code for remark in remarks(vocabulary(concept("outcome.one", "x")))]
    assert "population.older-people" in missing


def test_labels_without_a_partner_are_not_remarked_on():
    held = vocabulary(replace(concept("outcome.one"), labels=(Label("x", "public"),)))
    assert doubts(held) == []
