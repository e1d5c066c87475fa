"""From the gap map by a cell to the study and its doubt."""

import pytest
import yaml

from counterpoint.apps.evidence.actions import first_content
from counterpoint.apps.vocabulary.models import Concept
from tests.factories.directory import AT

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "theme"), [(390, "dark"), (1280, "light")])
def test_somebody_follows_a_cell_to_its_study(open_screen, transactional_db, width, theme):
    rows = yaml.safe_load(first_content.FILE.read_text(encoding="utf-8"))["studies"]
    Concept.objects.bulk_create(
        Concept(code=code, name=code.split(".")[1].capitalize(), kind=code.split(".")[0])
        for code in sorted({code for row in rows for code in row["concepts"]})
    )
    first_content.load(at=AT)
    screen = open_screen(width=width, theme=theme)
    for address in ("/evidence/", "/evidence/map/", "/evidence/coulton2015/"):
        screen.go(address)
        screen.check_accessibility()
        screen.check_width()
        screen.photograph(f"evidence-{address.strip('/').replace('/', '-')}-{width}")
    screen.go("/evidence/map/art_form.singing/outcome.quality-of-life/")
    screen.check_accessibility()
    screen.photograph(f"evidence-cell-{width}")
    assert "Listed, not pooled" in screen.page.content()
