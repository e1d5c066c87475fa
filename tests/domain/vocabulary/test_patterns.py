import pytest

from counterpoint.domain.vocabulary.folding import plain_words
from counterpoint.domain.vocabulary.patterns import (
    PatternFault,
    compile_pattern,
    with_lists_written_out,
)


def stands_in(pattern: str, text: str) -> bool:
    line = "".join(f"{word} " for word in plain_words(text))
    return bool(compile_pattern(pattern).expression.match(line))


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("commission", "Commission", True),
        ("commission", "commissioned", False),
        ("commission*", "commissioned", True),
        ("commission*", "commission", True),
        ("a (new|bold) work", "a bold work", True),
        ("a (new|bold) work", "a work", False),
        ("a (new|bold)? work", "a work", True),
        ("a (brand new|bold) work", "a brand new work", True),
        ("commission* ... sculpture", "commission sculpture", True),
        ("commission* ... sculpture", "commissioning a new big steel sculpture", True),
        ("commission* ... sculpture", "commissioning a new and very big sculpture", False),
        ("co-production", "co production", True),
        ("programme", "program", True),
        ("café", "cafe", True),
        ("(a (b|c)? d|e)", "a c d", True),
        ("(a (b|c)? d|e)", "e", True),
        ("c++ (x)", "c x", True),
    ],
)
def test_what_a_pattern_stands_for(pattern, text, expected):
    assert stands_in(pattern, text) is expected


@pytest.mark.parametrize(
    "pattern",
    ["", "(a", "a)", "(a|)", "(a)?", "...", "a* *", "*", "st*ff", "(|a) b", "{art} of"],
)
def test_a_pattern_that_cannot_be_read_says_so(pattern):
    with pytest.raises(PatternFault) as raised:
        compile_pattern(with_lists_written_out(pattern, {}))
    assert str(raised.value)


def test_a_list_is_written_out_as_a_choice():
    lists = {"art": ("mural", "stained glass")}
    assert with_lists_written_out("a new {art}", lists) == "a new (mural|stained glass)"
    with pytest.raises(PatternFault, match="no list is called “arts”"):
        with_lists_written_out("a {arts}", lists)
