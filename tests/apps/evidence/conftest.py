import pytest
import yaml

from counterpoint.apps.evidence.actions import first_content
from counterpoint.apps.vocabulary.models import Concept


@pytest.fixture
def terms(db):
    """The concepts that the first studies are filed under, each with its code for a name."""
    rows = yaml.safe_load(first_content.FILE.read_text(encoding="utf-8"))["studies"]
    codes = {code for row in rows for code in row["concepts"]} | {"outcome.reduced-loneliness"}
    Concept.objects.bulk_create(
        Concept(code=code, name=code.split(".")[1], kind=code.split(".")[0])
        for code in sorted(codes)
    )


@pytest.fixture
def forty(terms, at):
    assert first_content.load(at=at) == 40
