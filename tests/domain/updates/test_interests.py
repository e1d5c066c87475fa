import pytest

from counterpoint.domain.updates.interests import Because, Interest, Told, Why, why


def told(**more):
    return Told(**{"key": "need:1", "kind": "need", "is_first": True, **more})


def interest(**chosen):
    return Interest(
        **{k: v if isinstance(v, str) else frozenset(v) for k, v in chosen.items()}
    )


@pytest.mark.parametrize(
    ("wanted", "happened", "expected"),
    [
        (interest(), told(), Why(Because.GENERAL)),
        (interest(kinds={"need"}), told(), Why(Because.KIND, "need")),
        (interest(kinds={"offer"}), told(), None),
        (
            interest(places={"kent"}),
            told(places=frozenset({"kent"})),
            Why(Because.IN_PLACE, "kent"),
        ),
        (interest(places={"kent"}), told(), None),
        (interest(concepts={"a"}), told(concepts=frozenset({"a"})), Why(Because.CHOSEN, "a")),
        (interest(concepts={"a"}), told(), None),
        (
            interest(concepts={"a"}, places={"kent"}),
            told(concepts=frozenset({"a"})),
            None,
        ),
        (interest(follows={"need:1"}), told(is_first=False), Why(Because.FOLLOWED, "need:1")),
        (interest(follows={"need:2"}), told(), None),
        (
            interest(follows={"need:1"}, kinds={"offer"}),
            told(),
            Why(Because.FOLLOWED, "need:1"),
        ),
        (
            interest(follows={"organisation:3"}),
            told(related=frozenset({"organisation:3"})),
            Why(Because.FOLLOWED, "organisation:3"),
        ),
        (
            interest(follows={"organisation:3"}),
            told(related=frozenset({"organisation:3"}), is_first=False),
            None,
        ),
        # Changes are for those who follow; nobody else hears of a corrected comma.
        (interest(), told(is_first=False), None),
        (interest(kinds={"need"}), told(is_first=False), None),
    ],
)
def test_why_something_is_told(wanted, happened, expected):
    assert why(wanted, happened) == expected


def test_other_words_that_mean_the_same_are_told_with_the_bridge():
    assert why(interest(words="choir"), told(), answers="A choir helps.") == Why(
        Because.ANSWERS, "A choir helps."
    )
    assert why(interest(words="choir"), told()) is None
