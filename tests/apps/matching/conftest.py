"""A small vocabulary, a few places, and an index in a folder of its own."""

from pathlib import Path

import pytest

from counterpoint.apps.matching.actions import indexing
from counterpoint.apps.matching.queries.finding import find
from counterpoint.apps.matching.queries.questions import Question
from counterpoint.domain.matching.statement import Side
from tests.factories import directory
from tests.factories.directory import AT
from tests.factories.words import load_small_vocabulary


@pytest.fixture
def known(db, tmp_path: Path, settings):
    """The vocabulary and the places; returns the places by name."""
    words = tmp_path / "words"
    words.mkdir()
    load_small_vocabulary(words)
    settings.SEARCH_INDEX = tmp_path / "search"
    return directory.places()


@pytest.fixture
def index(known):
    indexing.rebuild(at=AT, clock=lambda: AT)
    return known


def found(text, side="need", **asked):
    """Identifiers of what is found, best first."""
    indexing.drain()
    answer = find(Question(side=Side(side), text=text, **asked), AT.date())
    return [match.candidate.key for match in answer.ranked]
