from tests.apps.directory.conftest import (  # noqa: F401  fixtures by being imported
    lead,
    small_vocabulary,
    stranger,
    team_member,
)
