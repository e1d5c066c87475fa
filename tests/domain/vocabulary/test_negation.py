import pytest

from tests.domain.vocabulary.building import concept, lexicon, understood

READER = lexicon(
    concept("population.children", "children"),
    concept("population.teenagers", "teenagers"),
    concept("setting.clinic", "clinical"),
    concept("art_form.singing", "singing"),
    concept("outcome.loneliness", "lonely", "loneliness"),
    concept("condition.pain", "pain"),
    concept("condition.dementia", "dementia"),
    concept("practice_model.referral", "referral"),
)
RULED_OUT = [
    ("not for children", "population.children"),
    ("This is not suitable for children.", "population.children"),
    ("no children", "population.children"),
    ("without any children", "population.children"),
    ("excluding children", "population.children"),
    ("for adults rather than children", "population.children"),
    ("a non-clinical service", "setting.clinic"),
    ("there is no singing", "art_form.singing"),
    ("It isn't open to children", "population.children"),
    ("no referral needed", "practice_model.referral"),
    ("not for people with dementia", "condition.dementia"),
    ("we do not work with loneliness", "outcome.loneliness"),
    ("not for children or teenagers", "population.teenagers"),
    ("no singing", "art_form.singing"),
]
SAID = [
    ("not only for children", "population.children"),
    ("No experience needed, children welcome", "population.children"),
    ("so that nobody is lonely", "outcome.loneliness"),
    ("people who are not lonely any more", "outcome.loneliness"),
    ("without pain", "condition.pain"),
    ("no longer lonely", "outcome.loneliness"),
    ("We are not for profit. Children sing.", "population.children"),
    ("no charge; children come free", "population.children"),
    ("singing", "art_form.singing"),
    ("adults rather than a clinic, children too", "population.children"),
]


@pytest.mark.parametrize(("text", "code"), RULED_OUT)
def test_what_a_text_rules_out_is_not_understood_from_it(text, code):
    assert code not in understood(READER, text)


@pytest.mark.parametrize(("text", "code"), SAID)
def test_what_is_said_with_a_negation_near_by_is_still_said(text, code):
    assert code in understood(READER, text)
