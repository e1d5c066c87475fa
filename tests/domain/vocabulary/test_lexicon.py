import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.vocabulary.concepts import Audience, Label
from counterpoint.domain.vocabulary.lexicon import Lexicon
from counterpoint.domain.vocabulary.reading import How
from tests.domain.vocabulary.building import concept, lexicon, understood, vocabulary
from tests.domain.vocabulary.plain_reading import concepts_said

LONELINESS = concept(
    "outcome.loneliness", "loneliness", "reduce loneliness", "company?", "belonging?"
)
CHOIR = concept("activity.choir", "choir", "dementia choir", "singing group")
DEMENTIA = concept("condition.dementia", "dementia")
OLDER = concept("population.older-people", "older people")
LIVING_ALONE = concept("population.people-living-alone", "people living alone")
COPRODUCTION = concept("practice_model.co-production", "co-production", "well-being")
WELLBEING = concept("outcome.wellbeing", "wellbeing")
SEND = concept("population.send", "SEND", "special educational needs")
NEET = concept("population.neet", "NEET")
ORDINARY = "send people alone company plant group special"
READER = lexicon(
    LONELINESS,
    CHOIR,
    DEMENTIA,
    OLDER,
    LIVING_ALONE,
    COPRODUCTION,
    WELLBEING,
    SEND,
    NEET,
    ordinary=ORDINARY,
)


def how(text: str, code: str) -> list[How]:
    (one,) = (one for one in READER.read(text).understood if one.concept.code == code)
    return [trigger.how for trigger in one.triggers]


def test_the_longest_label_of_a_kind_speaks_and_the_shorter_inside_is_silent():
    assert understood(READER, "to reduce loneliness") == {
        "outcome.loneliness": ["reduce loneliness"]
    }


def test_labels_of_different_kinds_speak_from_the_same_words():
    assert understood(READER, "a dementia choir") == {
        "activity.choir": ["dementia choir"],
        "condition.dementia": ["dementia"],
    }


def test_labels_that_only_overlap_both_speak():
    assert understood(READER, "older people living alone") == {
        "population.older-people": ["older people"],
        "population.people-living-alone": ["people living alone"],
    }


def test_other_forms_of_the_words_are_told_apart_from_the_words():
    assert how("Choirs", "activity.choir") == [How.STEM]
    assert how("CHOIR", "activity.choir") == [How.EXACT]


def test_a_slip_is_understood_and_marked():
    assert how("lonliness", "outcome.loneliness") == [How.SPELLING]
    assert READER.read("lonliness").understood[0].strength == 0.8


def test_a_capital_in_the_middle_of_a_sentence_is_a_name_not_a_slip():
    assert understood(READER, "we work in Dementa") == {}
    assert understood(READER, "Chiors for all") == {}
    assert understood(READER, "at the DEMENTA fair") == {}
    assert "condition.dementia" in understood(READER, "MUSIC FOR DEMENTA")
    assert "condition.dementia" in understood(READER, "Dementa and music")
    assert "condition.dementia" in understood(READER, "Music With Dementa")
    assert understood(READER, "Grants to the Barn Dementa trust of the county") == {}
    assert "condition.dementia" in understood(READER, "we work on dementa")


@pytest.mark.parametrize(
    "text", ["co-production", "coproduction", "Co‑Production", "co production"]
)
def test_hyphens_may_be_there_or_not(text):
    assert "practice_model.co-production" in understood(READER, text)


@pytest.mark.parametrize("text", ["wellbeing", "well-being", "well being", "Well being"])
def test_words_that_many_write_apart_are_one(text):
    assert "outcome.wellbeing" in understood(READER, text)


@pytest.mark.parametrize(
    ("text", "is_understood"),
    [
        ("children with SEND", True),
        ("please send us your ideas", False),
        ("Send us your ideas", False),
        ("PLEASE SEND US YOUR IDEAS", False),
        ("special educational needs", True),
        ("our SENDs", True),
        ("she sends it", False),
    ],
)
def test_an_abbreviation_that_is_also_a_word_wants_its_capitals(text, is_understood):
    assert ("population.send" in understood(READER, text)) is is_understood


def test_an_abbreviation_that_is_no_word_is_understood_in_any_case():
    assert "population.neet" in understood(READER, "young people who are neet")


def test_an_ambiguous_word_alone_counts_for_little_and_with_support_for_half():
    (alone,) = READER.read("company").understood
    assert alone.strength == 0.25
    (supported,) = READER.read("company and belonging").understood
    assert supported.strength == 0.75  # 1 - (1 - 0.5) * (1 - 0.5)
    (certain,) = READER.read("company against loneliness").understood
    assert certain.strength == 1.0


def test_saying_an_ambiguous_word_twice_is_no_support():
    (one,) = READER.read("company, company").understood
    assert one.strength == 0.25
    assert len(one.triggers) == 2


def test_an_ambiguous_word_counts_only_as_it_is_written():
    assert understood(READER, "companies") == {}


def test_a_long_ambiguous_label_silences_a_certain_one_inside():
    reader = lexicon(
        concept("population.young-people", "youth"),
        concept("population.key-workers", "youth worker?"),
    )
    assert understood(reader, "a youth worker") == {"population.key-workers": ["youth worker"]}
    assert set(understood(reader, "youth and a youth worker")) == {
        "population.young-people",
        "population.key-workers",
    }


LIFE = lexicon(
    concept("outcome.friendship", "social life"),
    concept("population.travellers", "gypsy roma and traveller", "parish, town or village"),
    concept("practice_model.slogan", "my care: my way"),
)


@pytest.mark.parametrize(
    "text",
    ["social, life", "social; life", "social: life", "How social. Life is", "social! Life"],
)
def test_no_phrase_runs_across_a_sign(text):
    assert understood(LIFE, text) == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("social-life", "outcome.friendship"),
        ("social/life", "outcome.friendship"),
        ("social\nlife", "outcome.friendship"),
        ("Gypsy, Roma and Traveller", "population.travellers"),
        ("Gypsy, Roma, and Traveller", "population.travellers"),
        ("parish town or village", "population.travellers"),
        ("my care: my way", "practice_model.slogan"),
        ("my care my way", "practice_model.slogan"),
    ],
)
def test_a_phrase_holds_where_its_own_words_are_joined_or_listed(text, code):
    assert set(understood(LIFE, text)) == {code}


def test_a_list_may_hold_commas_but_no_other_sign():
    assert understood(LIFE, "Gypsy; Roma and Traveller") == {}


def test_what_is_shown_leaves_out_what_rests_on_one_ambiguous_word():
    reading = READER.read("company for a choir")
    assert [one.concept.code for one in reading.clear] == ["activity.choir"]
    assert [one.concept.code for one in reading.faint] == ["outcome.loneliness"]
    assert READER.read("company and belonging").faint == ()


def test_a_surname_is_not_the_word_it_holds():
    reader = lexicon(concept("population.men", "lads"), concept("setting.online", "web"))
    assert understood(reader, "Robert Ladd and Mary Webb") == {}
    assert understood(reader, "the lad on the webs") == {
        "population.men": ["lad"],
        "setting.online": ["webs"],
    }


def test_contractions_and_names_in_one_piece_are_no_slips():
    reader = lexicon(concept("activity.art", "artwork"), concept("population.agents", "agent"))
    assert understood(reader, "they aren't at ArtatWork") == {}
    assert understood(reader, "an artwrok") == {"activity.art": ["artwrok"]}


def test_ages_in_figures_lead_to_the_people_of_that_age():
    assert understood(READER, "for anyone older than 72") == {
        "population.older-people": ["older than 72"]
    }
    assert understood(READER, "not for over-65s") == {}
    assert understood(lexicon(CHOIR), "for anyone older than 72") == {}


def test_the_strongest_concept_comes_first_and_then_the_first_said():
    reading = READER.read("company for a choir with dementia")
    assert [one.concept.code for one in reading.understood] == [
        "activity.choir",
        "condition.dementia",
        "outcome.loneliness",
    ]


WELSH = lexicon(
    concept("population.children", "cy:plant", "cy:plant bach"),
    concept("outcome.loneliness", "cy:unigrwydd"),
    concept("outcome.wellbeing", "cy:lles"),
    concept("population.older", "cy:pobl hŷn"),
    ordinary=ORDINARY,
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("lleihau unigrwydd", {"outcome.loneliness"}),
        ("gweithdai i bobl hŷn", {"population.older"}),  # soft mutation of pobl
        ("cerddoriaeth gyda phlant", {"population.children"}),  # aspirate mutation
        ("canu yn yr ysgol gyda plant", {"population.children"}),
        ("plant trees in the park", set()),  # an English word unless the text is Welsh
        ("pobl hyn", {"population.older"}),  # typed without the accent
        ("canol", set()),
        ("people who feel less", set()),  # the soft mutation of lles is not less
    ],
)
def test_welsh_labels_are_found_in_welsh(text, codes):
    assert set(understood(WELSH, text)) == codes


def test_nothing_is_understood_from_nothing():
    for text in ("", "   ", "!!!", "\n\n", "12345", "—"):
        assert READER.read(text).understood == ()


WORDS = st.sampled_from(
    [
        "older",
        "people",
        "living",
        "alone",
        "reduce",
        "loneliness",
        "dementia",
        "choir",
        "company",
        "belonging",
        "singing",
        "group",
        "a",
        "of",
        "and",
        "choirs",
        "lived",
    ]
)
LABELS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
KINDS = st.sampled_from(["outcome", "activity", "population"])


@st.composite
def vocabularies(draw):
    made = []
    for number in range(draw(st.integers(1, 5))):
        texts = draw(st.lists(LABELS, min_size=1, max_size=4, unique=True))
        # Ambiguous labels of one word are left out: they count only as written, which is said above.
        labels = tuple(
            Label(text, Audience.PUBLIC, "en", " " in text and draw(st.booleans()))
            for text in texts
        )
        one = concept(f"{draw(KINDS)}.{number}")
        made.append(type(one)(one.code, one.kind, one.name, labels=labels))
    return vocabulary(*made)


@given(vocabularies(), st.lists(WORDS, max_size=12).map(" ".join))
def test_the_fast_reader_and_the_plain_one_agree(held, text):
    ordinary = frozenset(text.split())
    reading = Lexicon(held, ordinary).read(text)
    fast = {
        one.concept.code: {(trigger.start, trigger.end) for trigger in one.triggers}
        for one in reading.understood
    }
    assert fast == concepts_said(held, text)


@given(st.text(max_size=200))
def test_any_text_is_a_question_and_every_trigger_is_a_piece_of_it(text):
    reading = READER.read(text)
    for one in reading.understood:
        assert 0 < one.strength <= 1
        for trigger in one.triggers:
            assert text[trigger.start : trigger.end] == trigger.words


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_reading_twice_gives_the_same(text):
    assert READER.read(text) == READER.read(text)
