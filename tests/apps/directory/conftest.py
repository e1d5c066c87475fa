import pytest

from tests.factories import accounts
from tests.factories.words import small_vocabulary  # noqa: F401  a fixture by being imported


@pytest.fixture
def lead(db):
    return accounts.person("Lee Lead")


@pytest.fixture
def stranger(db):
    return accounts.person("Sam Stranger")


@pytest.fixture
def team_member(db):
    return accounts.person("Terry Team", is_programme_team=True)
