import pytest

from tests.factories import places


@pytest.fixture
def loaded(db, tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    return places.load(folder)
