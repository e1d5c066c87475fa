import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.vocabulary.slips import Slips

KNOWN = [
    "loneliness",
    "dementia",
    "isolation",
    "choir",
    "alzheimer",
    "support",
    "sport",
    "piece",
    "peace",
    "carers",
    "consulting",
    "archive",
]
ORDINARY = frozenset(["spots", "career", "discuss", "positive", "achieve"])
SLIPS = Slips(frozenset(KNOWN), KNOWN, ORDINARY)

MEANT = [
    ("lonliness", "loneliness"),
    ("lonelyness", "loneliness"),
    ("dementa", "dementia"),
    ("demetnia", "dementia"),
    ("isolaton", "isolation"),
    ("alzhiemer", "alzheimer"),
    ("alzhimerr", "alzheimer"),  # two slips in a long word
    ("peice", "piece"),  # letters in the wrong order before another letter
    ("suport", "support"),  # a letter left out before one too many
]
LEFT = [
    "spots",  # an ordinary word
    "discussed",  # a form of one
    "positively",  # made from one
    "unsupportive",
    "quoir",  # the first letter is seldom the slip
    "chor",  # too short
    "consisting",  # two letters changed for two others: another word
    "achive",  # the ordinary achieve is as likely as archive
    "corers",  # a letter changed in a short word: another word
    "zzzzzzzz",
    "lone2liness",
]


@pytest.mark.parametrize(("written", "meant"), MEANT)
def test_a_slip_is_put_right(written, meant):
    assert SLIPS.corrected(written) == meant


@pytest.mark.parametrize("written", LEFT)
def test_a_word_that_may_be_meant_as_it_stands_is_left(written):
    assert SLIPS.corrected(written) is None


@given(st.sampled_from(KNOWN))
def test_a_known_word_is_never_corrected(word):
    assert SLIPS.corrected(word) is None


@given(st.sampled_from([word for word in KNOWN if len(word) > 7]), st.data())
def test_one_letter_left_out_of_a_long_word_is_found_again(word, data):
    place = data.draw(st.integers(1, len(word) - 1))
    assert SLIPS.corrected(word[:place] + word[place + 1 :]) in (word, None)
