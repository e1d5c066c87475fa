"""The words that point to concepts, as they stand in their file."""

import pytest
from django.conf import settings

from counterpoint.apps.matching.queries.knowledge import POINTERS, pointers
from counterpoint.apps.vocabulary import written


@pytest.fixture(scope="module")
def vocabulary():
    return written.read(settings.VOCABULARIES).vocabulary


def test_each_line_speaks_of_a_concept_that_there_is(vocabulary):
    assert [code for code in pointers() if code not in vocabulary] == []


def test_no_concept_has_two_lines_and_no_line_a_word_twice():
    lines = POINTERS.read_text(encoding="utf-8").splitlines()
    codes = [line.partition(":")[0] for line in lines if line and not line.startswith("#")]
    assert len(codes) == len(set(codes))
    doubled = {
        code: words for code, words in pointers().items() if len(set(words)) < len(words)
    }
    assert doubled == {}
