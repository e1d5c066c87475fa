import copy

import pytest

from counterpoint.domain.vocabulary.concepts import Audience, Kind, Label, Match, Verdict
from counterpoint.domain.vocabulary.faults import VocabularyFaults
from counterpoint.domain.vocabulary.parse import vocabulary_from_mappings

OUTCOMES = {
    "kind": "outcome",
    "title": "Outcomes",
    "about": "What changes.",
    "concepts": [
        {
            "code": "outcome.connection",
            "name": "More connection",
            "definition": "People know people.",
            "source": "Editors",
            "labels": {"public": ["social connection"]},
        },
        {
            "code": "outcome.loneliness",
            "name": "Less loneliness",
            "broader": "outcome.connection",
            "related": ["outcome.connection"],
            "definition": "People are less lonely.",
            "source": "Editors",
            "labels": {
                "commissioner": ["reduce  loneliness"],
                "arts": ["company"],
                "cy": ["unigrwydd"],
                "hidden": "lonelyness",
            },
            "weak": ["Company"],
            "mappings": [
                {
                    "framework": "PHOF",
                    "code": "1.18i",
                    "match": "close",
                    "valid_from": 2013,
                    "source": "OHID",
                }
            ],
        },
    ],
}
ACTIVITIES = {
    "kind": "activity",
    "title": "Activities",
    "concepts": [
        {
            "code": "activity.choir",
            "name": "Choir",
            "serves": [
                "outcome.connection",
                {"code": "outcome.loneliness", "source": "A study"},
            ],
            "definition": "Singing in parts.",
            "source": "Editors",
            "labels": {"arts": ["choir"]},
        }
    ],
}
FRIENDS = {
    "lists": {"art": ["mural", "stained glass"]},
    "friends": [
        {
            "code": "friend.mural",
            "words": ["commission a mural"],
            "pattern": ["commission* ... {art}"],
            "verdict": "ask",
            "says": "It may be a work of art.",
            "instead": "Say for whom.",
            "unless": ["wellbeing"],
            "senses": [{"sense": "a work of art", "context": ["wall"]}],
            "examples": {"refuse": ["commission a mural"], "accept": ["a mural"]},
            "source": "Editors",
        }
    ],
}
FILES = {"outcomes.yaml": OUTCOMES, "activities.yaml": ACTIVITIES, "friends.yaml": FRIENDS}


def test_files_become_values():
    vocabulary = vocabulary_from_mappings(FILES)
    loneliness = vocabulary.get("outcome.loneliness")
    assert loneliness.kind is Kind.OUTCOME
    assert loneliness.broader == "outcome.connection"
    assert loneliness.labels == (
        Label("reduce loneliness", Audience.COMMISSIONER),
        Label("company", Audience.ARTS, is_weak=True),
        Label("lonelyness", Audience.HIDDEN),
        Label("unigrwydd", Audience.PUBLIC, "cy"),
    )
    (mapping,) = loneliness.mappings
    assert (mapping.code, mapping.match, mapping.valid_to) == ("1.18i", Match.CLOSE, None)
    choir = vocabulary.get("activity.choir")
    assert [(one.code, one.source) for one in choir.serves] == [
        ("outcome.connection", ""),
        ("outcome.loneliness", "A study"),
    ]
    assert [one.title for one in vocabulary.headings] == ["Outcomes", "Activities"]


def test_false_friends_have_their_lists_written_out():
    (friend,) = vocabulary_from_mappings(FILES).friends
    assert friend.verdict is Verdict.ASK
    assert friend.patterns == ("commission* ... (mural|stained glass)",)
    assert friend.senses[0].context == ("wall",)
    assert (friend.caught, friend.accepted) == (("commission a mural",), ("a mural",))


def faults_with(file, change):
    files = copy.deepcopy(FILES)
    change(files[file])
    with pytest.raises(VocabularyFaults) as raised:
        vocabulary_from_mappings(files)
    return [(fault.code, fault.field, fault.problem) for fault in raised.value.faults]


def in_loneliness(**fields):
    return lambda file: file["concepts"][1].update(fields)


BAD_CONCEPTS = [
    ({"definition": None}, "definition", "It is missing."),
    ({"name": 7}, "name", "7 is not text."),
    ({"name": "x" * 161}, "name", "It has 161 characters."),
    ({"relatd": []}, "relatd", "There is no such field."),
    ({"broader": "outcome.nothing"}, "broader", "“outcome.nothing” is not in the vocabulary."),
    ({"broader": "activity.choir"}, "broader", "“activity.choir” is of another kind."),
    ({"broader": "outcome.loneliness"}, "broader", "It comes back to itself."),
    (
        {"related": ["outcome.nothing"]},
        "related",
        "“outcome.nothing” is not in the vocabulary.",
    ),
    ({"related": ["outcome.loneliness"]}, "related", "It is related to itself."),
    ({"related": {"a": 1}}, "related", "It is not a list."),
    (
        {"serves": ["outcome.connection"]},
        "serves",
        "A concept of the kind outcome serves nothing.",
    ),
    ({"labels": {}, "weak": []}, "labels", "There are none."),
    ({"labels": ["a", "b"], "weak": []}, "labels", "['a', 'b'] has no fields."),
    ({"labels": {"artists": ["x"]}, "weak": []}, "artists", "There is no such field."),
    ({"labels": {"arts": [False]}, "weak": []}, "arts", "False is not text."),
    ({"labels": {"arts": ["!?"]}, "weak": []}, "labels", "“!?” has no word in it."),
    ({"labels": {"arts": ["y" * 201]}, "weak": []}, "labels", f"“{'y' * 201}” is too long."),
    ({"weak": ["belonging"]}, "weak", "“belonging” is not among the labels."),
    ({"mappings": [{"framework": "PHOF"}]}, "code", "It is missing."),
    ({"mappings": ["PHOF"]}, "mappings", "'PHOF' has no fields."),
    (
        {"code": "outcome.Not a slug"},
        "code",
        "“outcome.Not a slug” is not a code of this file.",
    ),
    (
        {"code": "activity.loneliness"},
        "code",
        "“activity.loneliness” is not a code of this file.",
    ),
]


@pytest.mark.parametrize(("fields", "field", "problem"), BAD_CONCEPTS)
def test_a_fault_in_a_concept_is_explained_where_it_stands(fields, field, problem):
    found = faults_with("outcomes.yaml", in_loneliness(**fields))
    assert (field, problem) in [(where, what) for _, where, what in found]


def test_a_mapping_must_make_sense():
    mapping = {
        "framework": "F",
        "code": "1",
        "match": "equal",
        "source": "S",
        "valid_from": 90,
    }
    found = faults_with("outcomes.yaml", in_loneliness(mappings=[mapping]))
    assert {(where, what) for _, where, what in found} == {
        ("match", "“equal” is not known."),
        ("valid_from", "90 is not a year."),
    }
    mapping.update(match="exact", valid_from=2020, valid_to=2013)
    ((_, where, what),) = faults_with("outcomes.yaml", in_loneliness(mappings=[mapping]))
    assert (where, what) == ("mappings", "F 1 ends before it begins.")


def test_a_code_is_used_once():
    found = faults_with(
        "outcomes.yaml", in_loneliness(code="outcome.connection", broader=None, related=[])
    )
    assert ("outcome.connection", "code", "It is used 2 times.") in found


def test_only_ends_are_served():
    def serve_a_choir(file):
        file["concepts"][0]["serves"] = ["activity.choir"]

    found = faults_with("activities.yaml", serve_a_choir)
    assert [field for _, field, _ in found] == ["serves"]


BAD_FRIENDS = [
    ({"verdict": "maybe"}, "verdict", "“maybe” is not known."),
    ({"says": ""}, "says", "It is missing."),
    ({"pattern": ["(a"]}, "pattern", "“(a”: a ( without its )."),
    ({"unless": ["{arts}"]}, "unless", "“{arts}”: no list is called “arts” (there are: art)."),
    ({"accepts": ["x"]}, "accepts", "There is no such field."),
    ({"examples": {"refuses": ["x"]}}, "refuses", "There is no such field."),
]


@pytest.mark.parametrize(("fields", "field", "problem"), BAD_FRIENDS)
def test_a_fault_in_a_false_friend_is_explained(fields, field, problem):
    found = faults_with("friends.yaml", lambda file: file["friends"][0].update(fields))
    assert ("friend.mural", field, problem) in found


def test_two_friends_cannot_share_a_code():
    found = faults_with(
        "friends.yaml", lambda file: file["friends"].append(file["friends"][0])
    )
    assert found == [("friend.mural", "code", "It is used twice.")]


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (["a", "list"], "It is not a vocabulary file."),
        (None, "It is not a vocabulary file."),
        ({"kind": "colour", "title": "Colours", "concepts": []}, "“colour” is not known."),
        ({"kind": "tier", "title": "Tiers"}, "There is no list of concepts."),
        ({"kind": "tier", "title": "Tiers", "concepts": ["x"]}, "'x' has no fields."),
    ],
)
def test_a_file_that_is_none_says_so(written, problem):
    with pytest.raises(VocabularyFaults) as raised:
        vocabulary_from_mappings({**FILES, "more.yaml": written})
    assert problem in [fault.problem for fault in raised.value.faults]
    assert "more.yaml" in str(raised.value.faults[0])


def test_every_fault_of_every_file_is_told_at_once():
    files = copy.deepcopy(FILES)
    files["outcomes.yaml"]["concepts"][1].update(definition="", related=["outcome.nothing"])
    files["friends.yaml"]["friends"][0]["says"] = ""
    with pytest.raises(VocabularyFaults) as raised:
        vocabulary_from_mappings(files)
    assert len(raised.value.faults) == 3
    assert "3 faults" in str(raised.value)
