import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.vocabulary.folding import fold, plain_words, stems, tokens

SAME = [
    ("organize", "organise"),
    ("organizations", "organisations"),
    ("analyzing", "analysing"),
    ("color", "colour"),
    ("neighborhood", "neighbourhood"),
    ("behavioral", "behavioural"),
    ("center", "centre"),
    ("centered", "centred"),
    ("theater", "theatre"),
    ("program", "programme"),
    ("programs", "programmes"),
    ("pediatric", "paediatric"),
    ("aging", "ageing"),
    ("counselor", "counsellor"),
    ("jewelry", "jewellery"),
    ("practise", "practice"),
    ("licence", "license"),
    ("mom", "mum"),
    ("HŶN", "hyn"),
    ("café", "cafe"),
    ("Brontë", "bronte"),
    ("Smørrebrød", "smorrebrod"),
    ("Parkinson’s", "Parkinson's"),
    ("women's", "women"),
    ("don't", "dont"),
    ("ﬁlm", "film"),
]
SIZES = ["size", "prize", "seized", "capsize", "resizing", "maize", "oversized"]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_ways_of_writing_one_word_fold_to_the_same(one, other):
    assert fold(one).plain == fold(other).plain


@pytest.mark.parametrize("word", SIZES)
def test_a_z_that_belongs_to_the_root_stays(word):
    assert fold(word).plain == word


def test_a_token_knows_where_it_stands_and_how_it_was_written():
    text = "Café—owners’ CHOIRS, co-op"
    assert [(one.start, one.end, one.written) for one in tokens(text)] == [
        (0, 4, "Café"),
        (5, 11, "owners"),
        (13, 19, "CHOIRS"),
        (21, 23, "co"),
        (24, 26, "op"),
    ]
    assert stems(text) == ("cafe", "owner", "choir", "co", "op")


@given(st.text(max_size=80))
def test_tokens_are_pieces_of_the_text_in_order(text):
    end = 0
    for token in tokens(text):
        assert token.start >= end
        assert text[token.start : token.end] == token.written
        assert token.plain
        end = token.end


@given(st.from_regex(r"[A-Za-z]{1,14}", fullmatch=True))
def test_case_makes_no_difference(word):
    assert fold(word.upper()) == fold(word.lower()) == fold(word)


@given(st.from_regex(r"[a-z]{1,12}(ize|izing|ization|or|er)?", fullmatch=True))
def test_british_spelling_is_stable(word):
    folded = fold(word).plain
    assert plain_words(folded) == (folded,)
