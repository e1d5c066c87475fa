from counterpoint.domain.vocabulary.concepts import Kind
from counterpoint.domain.vocabulary.index import Index
from tests.domain.vocabulary.building import concept, vocabulary

INDEX = Index(
    vocabulary(
        concept("outcome.health", name="Health"),
        concept("outcome.mood", "good mood", name="Better mood", broader="outcome.health"),
        concept(
            "outcome.falls", "falls prevention", name="Fewer falls", broader="outcome.health"
        ),
        concept(
            "activity.dance",
            "dance for mood",
            name="Dance",
            serves=("outcome.falls",),
            related=("outcome.mood",),
        ),
    )
)


def codes(found):
    return [concept.code for concept in found]


def test_neighbours_are_found_from_either_side():
    assert codes(INDEX.narrower("outcome.health")) == ["outcome.mood", "outcome.falls"]
    assert codes(INDEX.above("outcome.falls")) == ["outcome.health"]
    assert codes(INDEX.served_by("outcome.falls")) == ["activity.dance"]
    assert codes(INDEX.related("outcome.mood")) == ["activity.dance"]
    assert codes(INDEX.related("activity.dance")) == ["outcome.mood"]
    assert codes(INDEX.tops(Kind.OUTCOME)) == ["outcome.health"]


def test_words_are_found_where_they_begin_and_the_nearest_first():
    assert [hit.concept.code for hit in INDEX.containing("Mood")] == [
        "outcome.mood",
        "activity.dance",
    ]
    assert [hit.label.text for hit in INDEX.containing("falls prev")] == ["falls prevention"]
    assert INDEX.containing("ood") == ()
    assert INDEX.containing("?") == ()


def test_letters_lead_to_names():
    assert INDEX.letters() == ("B", "D", "F", "H")
    assert codes(INDEX.under("d")) == ["activity.dance"]
    assert INDEX.under("z") == ()
