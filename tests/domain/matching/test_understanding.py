import pytest

from counterpoint.domain.matching.meaning import Meaning
from counterpoint.domain.matching.statement import Locality, Side
from counterpoint.domain.matching.understanding import (
    MOST_ASKED,
    asked_codes,
    asked_places,
    facets_of,
    filed,
    teaching,
)
from counterpoint.domain.vocabulary.crosswalk import Crosswalk
from tests.domain.matching.world import LEXICON, MEANING, VOCABULARY, statement, terms


def test_what_is_said_comes_with_its_words_and_hints_after_it():
    said = terms("a choir for pensioners with lung trouble")
    assert [(term.code, term.words) for term in said if not term.is_hint] == [
        ("activity.choir", ("choir",)),
        ("population.older", ("pensioners",)),
    ]
    hints = {term.code: term for term in said if term.is_hint}
    assert "lung" in hints["condition.copd"].words
    assert hints["condition.copd"].strength < 0.6


def test_what_a_person_took_off_is_neither_said_nor_hinted():
    found = MEANING.terms(
        LEXICON.read("a choir for pensioners"), without=["population.older", "activity.choir"]
    )
    assert not {"population.older", "activity.choir"} & {term.code for term in found}


def test_words_that_editors_wrote_down_point_to_their_concept():
    pointed = Meaning(
        VOCABULARY, Crosswalk(VOCABULARY), {"condition.dementia": ("forgetful", "old tunes")}
    )
    (hint,) = pointed.terms(LEXICON.read("forgetful folk hum old tunes"))
    assert (hint.code, hint.is_hint) == ("condition.dementia", True)
    assert not MEANING.terms(LEXICON.read("forgetful folk hum old tunes"))
    lesson = next(one for one in teaching(pointed) if one.startswith("Dementia"))
    assert "forgetful" in lesson


def test_a_wide_need_is_easier_to_answer_than_a_special_one():
    ease = {
        text: MEANING.ease(terms(text)) for text in ("wellbeing", "lonely", "failing memory")
    }
    assert ease["lonely"] > ease["failing memory"] > 0
    assert MEANING.ease(()) == 0


def test_a_need_asks_for_what_it_says():
    asked = asked_codes(statement("reduce loneliness among older people"), MEANING)
    assert {"outcome.less-loneliness", "population.older"} <= set(asked)


def test_an_offer_asks_for_the_needs_that_it_can_answer():
    asked = asked_codes(statement("singing for lung health", Side.OFFER), MEANING)
    assert {"condition.copd", "outcome.breathing", "outcome.less-loneliness"} <= set(asked)
    assert asked["condition.copd"] > asked["outcome.less-loneliness"]


def test_an_offer_is_filed_under_what_it_serves():
    said = terms("a choir")
    under = filed(said, Side.OFFER, MEANING, MEANING.answers(said))
    assert under.says == ("activity.choir",)
    assert "outcome.less-loneliness" in under.reaches


def test_a_need_is_filed_under_what_it_says_alone():
    under = filed(terms("reduce loneliness"), Side.NEED, MEANING, {})
    assert under.says == ("outcome.less-loneliness",)
    assert "activity.choir" not in under.reaches


def test_narrowing_to_a_wider_concept_keeps_its_parts():
    assert facets_of(terms("pensioners make friends"), MEANING) == {
        "outcome": ("outcome.less-loneliness", "outcome.wellbeing"),
        "population": ("population.older", "population.adults"),
    }


def test_places_are_asked_for_with_the_areas_around_them():
    thanet = Locality("E1", "Thanet", ("kent", "south-east", "england"))
    asked = asked_places(statement("lonely", localities=(thanet,)))
    assert set(asked) == {"E1", "kent", "south-east"}
    assert asked["E1"] > asked["kent"]


def test_a_long_text_asks_for_no_more_than_can_be_answered_quickly():
    text = " ".join(label.text for concept in VOCABULARY for label in concept.labels)
    assert len(asked_codes(statement(text, Side.OFFER), MEANING)) <= MOST_ASKED


def test_every_concept_teaches_its_labels_and_what_it_serves():
    lessons = list(teaching(MEANING))
    assert len(lessons) == len(VOCABULARY)
    choir = next(lesson for lesson in lessons if lesson.startswith("Choir"))
    assert "Less loneliness" in choir


def test_what_few_things_answer_tells_more():
    assert MEANING.telling("condition.dementia") > MEANING.telling("outcome.less-loneliness")


@pytest.mark.parametrize(
    ("code", "above"), [("population.older", ("population.adults",)), ("x", ())]
)
def test_wider_concepts_come_nearest_first(code, above):
    assert MEANING.above(code) == above
