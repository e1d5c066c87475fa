from datetime import datetime
from pathlib import Path

import pytest

from counterpoint.apps.vocabulary import actions
from tests.apps.vocabulary.files import write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


@pytest.fixture
def loaded(db: None, folder: Path, at: datetime) -> Path:
    """The folder whose files have been loaded."""
    actions.load(folder=folder, by=None, at=at)
    return folder
