import pytest

from counterpoint.domain.places import spelling
from counterpoint.domain.places.spelling import Spelling

NAMES = [
    "thanet",
    "taunton",
    "totton",
    "north tyneside",
    "south tyneside",
    "brentford",
    "brentwood",
]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Thannet", "thanet"),
        ("Tauntonn", "taunton"),
        ("north tynside", "north tyneside"),
        ("Brentfood", None),  # as near to Brentwood
        ("Manchester", None),
        ("Ely", None),  # too short to be told apart
        ("Hauntont", None),  # another first letter
    ],
)
def test_a_slip_is_mended_only_where_one_name_is_plainly_meant(written, meant):
    found = Spelling(NAMES).meant(written)
    assert (found and found[0]) == meant


def test_suggestions_come_likest_first():
    nearest = Spelling(NAMES).nearest("tyneside")
    assert {name for name, _ in nearest} <= {"north tyneside", "south tyneside"}
    scores = [score for _, score in Spelling(NAMES).nearest("brentwod")]
    assert scores == sorted(scores, reverse=True)


def test_what_is_kept_for_later_does_not_grow_without_end(monkeypatch):
    monkeypatch.setattr(spelling, "MOST_KEPT", 3)
    known = Spelling(NAMES)
    for number in range(20):
        known.nearest(f"thanet {number}")
    assert len(known._known) <= 3
    assert known.meant("Thannet")[0] == "thanet"
