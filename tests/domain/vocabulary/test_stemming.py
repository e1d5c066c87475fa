import pytest

from counterpoint.domain.vocabulary.stemming import stem

FAMILIES = [
    "dance dances dancing danced",
    "make makes making made",
    "care cares caring cared",
    "sing sings singing sang sung",
    "choir choirs",
    "family families",
    "movie movies",
    "run runs running",
    "travel travels travelling traveling travelled",
    "share shares sharing shared",
    "write writes writing written wrote",
    "church churches",
    "illness illnesses",
    "crisis crises",
    "hope hopes hoping hoped",
    "breathe breathes breathing breath",
    "disability disabilities",
    "age ages aged ageing",
    "refer refers referred referring",
    "knit knits knitting knitted",
    "weave weaves weaving",
    "live lives living lived",
    "child children",
    "woman women",
    "person people persons",
    "bus buses",
    "use uses used using",
    "build builds building buildings",
    "study studies studied",
    "refugee refugees",
    "art arts",
]
DIFFERENT = [
    "care car",
    "refuge refugee",
    "hope hop",
    "university universal universe",
    "organ organisation",
    "commission commissioner",
    "singer singing",
    "news new",
    "house housing",
    "even evening",
    "being bee",
    "wellbeing well",
    "string ring",
    "need ned",
    "illness ill",
    "sibling sibyl",
    "live alive",
    "hmp hmpps",
]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_forms_of_a_word_have_one_stem(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("words", DIFFERENT)
def test_different_words_keep_different_stems(words):
    separate = words.split()
    assert len({stem(word) for word in separate}) == len(separate)


@pytest.mark.parametrize("word", ["", "a", "us", "is", "ing", "ed", "s", "1960s", "16s"])
def test_very_short_words_and_figures_are_left_alone(word):
    assert stem(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fewer", "reduce"),
        ("reduction", "reducing"),
        ("less", "reduced"),
        ("increase", "more"),
    ],
)
def test_verbs_of_one_direction_are_one(one, other):
    assert stem(one) == stem(other)


def test_the_two_directions_differ():
    assert stem("fewer") != stem("more")
