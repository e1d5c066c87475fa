from dataclasses import replace

from counterpoint.domain.vocabulary.concepts import Heading, Kind, Vocabulary
from counterpoint.domain.vocabulary.difference import between
from tests.domain.vocabulary.building import concept, friend, vocabulary

CHOIR = concept("activity.choir", "choir", "singing?", name="Choir")
DANCE = concept("activity.dance", "dance")
HELD = vocabulary(CHOIR, DANCE, friends=(friend("mural"),))


def test_the_same_is_no_difference():
    assert between(HELD, HELD).is_empty
    assert between(Vocabulary(), Vocabulary()).is_empty


def test_what_is_new_changed_and_gone_is_told():
    new = vocabulary(
        concept("activity.choir", "choir", "singing", "sing together", name="Choirs"),
        concept("activity.craft", "craft", "making"),
        friends=(friend("statue"),),
    )
    difference = between(HELD, new)
    assert difference.added == ("activity.craft",)
    assert difference.retired == ("activity.dance",)
    (change,) = difference.changed
    assert change.fields == ("name", "labels")
    assert change.labels_added == ("singing (public)", "sing together (public)")
    assert change.labels_removed == ("singing (public, weak)",)
    assert (difference.labels_added, difference.labels_removed) == (4, 2)
    assert difference.friends_changed == ("friend.one",)
    assert list(difference.lines()) == [
        "+ activity.craft",
        "~ activity.choir  (name, labels)",
        "    + singing (public)",
        "    + sing together (public)",
        "    - singing (public, weak)",
        "- activity.dance",
        "~ friend.one",
    ]


def test_there_and_back_mirror_each_other():
    new = vocabulary(concept("activity.craft", "craft"), CHOIR)
    there, back = between(HELD, new), between(new, HELD)
    assert there.added == back.retired
    assert there.friends_removed == back.friends_added
    assert there.labels_added == back.labels_removed


def test_a_new_title_of_a_kind_is_a_difference():
    titled = replace(HELD, headings=(Heading(Kind.ACTIVITY, "Activities"),))
    assert not between(HELD, titled).is_empty
