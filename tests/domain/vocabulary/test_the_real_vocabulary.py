"""The vocabulary as it ships: enough of it, nothing broken in it, and both languages meet."""

import pytest

from counterpoint.domain.vocabulary import ages
from counterpoint.domain.vocabulary.concepts import Audience, Kind, Verdict
from counterpoint.domain.vocabulary.reading import How
from tests.domain.vocabulary.building import (
    ORDINARY_WORDS,
    real_crosswalk,
    real_lexicon,
    real_vocabulary,
    understood,
)
from tests.domain.vocabulary.pairs import PAIRS, TOO_WIDE_ALONE


def codes(text: str) -> set[str]:
    return set(understood(real_lexicon(), text))


def test_there_is_enough_of_it():
    vocabulary = real_vocabulary()
    assert len(vocabulary) >= 400
    assert sum(len(concept.labels) for concept in vocabulary) >= 2_000
    assert {concept.kind for concept in vocabulary} == set(Kind)
    assert {heading.kind for heading in vocabulary.headings} == set(Kind)


def test_every_age_band_is_a_population_of_the_vocabulary():
    assert set(ages.BANDS) <= {one.code for one in real_vocabulary().of_kind(Kind.POPULATION)}


def test_a_priority_is_coded_with_the_words_that_say_so():
    text = "reduce loneliness among over-65s living alone in Thanet"
    found = understood(real_lexicon(), text)
    assert "loneliness" in found["outcome.reduced-loneliness"][0]
    assert found["population.older-people"] == ["over-65s"]
    assert found["population.people-living-alone"] == ["living alone"]


def test_a_choir_that_never_says_loneliness_answers_the_need():
    offered = codes("a weekly choir where people make friends")
    links = [real_crosswalk().link("outcome.reduced-loneliness", code) for code in offered]
    assert any(links)


@pytest.mark.parametrize("number", PAIRS)
def test_both_sides_of_a_pair_meet(number):
    needed, offered = PAIRS[number]
    needed_codes = {phrase: codes(phrase) for phrase in needed}
    offered_codes = {phrase: codes(phrase) for phrase in offered}
    link = real_crosswalk().link
    alone = [
        phrase
        for phrase, mine, others in (
            *((one, found, offered_codes) for one, found in needed_codes.items()),
            *((one, found, needed_codes) for one, found in offered_codes.items()),
        )
        if phrase not in TOO_WIDE_ALONE
        and not any(
            link(here, there) or link(there, here)
            for here in mine
            for theirs in others.values()
            for there in theirs
        )
    ]
    assert alone == []


FRIENDS = real_vocabulary().friends
CAUGHT = [(friend, text) for friend in FRIENDS for text in friend.caught]
ACCEPTED = [(friend, text) for friend in FRIENDS for text in friend.accepted]


@pytest.mark.parametrize(("friend", "text"), CAUGHT, ids=[text for _, text in CAUGHT])
def test_a_false_friend_is_caught(friend, text):
    found = [one for one in real_lexicon().read(text).refusals if one.friend == friend.code]
    assert [one.verdict for one in found] == [friend.verdict]
    assert found[0].words in text


@pytest.mark.parametrize(("friend", "text"), ACCEPTED, ids=[text for _, text in ACCEPTED])
def test_a_true_friend_is_let_in(friend, text):
    assert friend.code not in [one.friend for one in real_lexicon().read(text).refusals]


def test_every_false_friend_has_examples_of_both_sorts_and_says_why():
    for friend in FRIENDS:
        assert all((friend.caught, friend.accepted, friend.says)), friend.code
        assert friend.verdict is Verdict.REFUSE or friend.senses, friend.code


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("community center programs", "community centre programmes"),
        ("theater for behavioral health", "theatre for behavioural health"),
        (
            "aging well, organized neighborhood walks",
            "ageing well, organised neighbourhood walks",
        ),
    ],
)
def test_american_spelling_means_the_same(american, british):
    assert codes(american) == codes(british) != set()


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        ("lonliness among older poeple", "outcome.reduced-loneliness"),
        ("people with demensia", "condition.dementia"),
        ("social perscribing", "practice_model.social-prescribing"),
        ("reduce isolaton", "outcome.less-social-isolation"),
    ],
)
def test_slips_of_the_keyboard_are_understood(slip, code):
    assert code in codes(slip)


@pytest.mark.parametrize(
    "text",
    [
        "a croft with green shutters",
        "the shutter stuck",
        "herons and coral in plotting order",
        "Grant to Barking Association",
        "Pakistan Association Liverpool",
        "Brighton Youth",
        "to achive change",
        "The Aidan's team",
        "Robert Ladd",
        "a testimony about migraine",
    ],
)
def test_ordinary_words_and_names_are_not_put_right(text):
    found = real_lexicon().read(text).understood
    assert [one for one in found for word in one.triggers if word.how is How.SPELLING] == []


def test_a_worker_is_not_the_people_worked_with():
    assert "population.young-people" not in codes("a youth worker for the estate")
    assert "population.men" not in codes("Robert Ladd")


def test_no_phrase_is_read_across_a_comma():
    assert "outcome.friendship-belonging" not in codes("social, life and work")
    assert "population.gypsy-roma-traveller" in codes("Gypsy, Roma and Traveller families")


def test_welsh_is_understood_as_far_as_there_are_labels_and_the_rest_is_left():
    assert "outcome.reduced-loneliness" in codes("lleihau unigrwydd ymhlith pobl hŷn")
    assert "population.older-people" in codes("cymorth i bobl hŷn yn Abertawe")
    assert codes("Mae hi wedi bwrw glaw ddoe") == set()


def test_no_label_is_a_misspelling_that_would_be_suggested():
    ordinary = frozenset(ORDINARY_WORDS.read_text(encoding="utf-8").split())
    assert {"loneliness", "lonelyness"}.isdisjoint(ordinary)
    shown = {
        label.text
        for concept in real_vocabulary()
        for label in concept.labels
        if label.audience is not Audience.HIDDEN
    }
    assert "lonelyness" not in shown


def test_the_ordinary_words_are_sorted_and_written_once():
    words = ORDINARY_WORDS.read_text(encoding="utf-8").split()
    assert words == sorted(set(words))
