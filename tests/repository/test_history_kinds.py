"""Every kind of history line has a sentence, and every kind that the code writes is described."""

import re
from pathlib import Path

import pytest

from counterpoint.apps.history.kinds import all_kinds
from counterpoint.apps.history.presenters import _Blank

SOURCE = Path(__file__).resolve().parents[2] / "counterpoint"
WRITTEN = re.compile(r"""kind=["']([a-z_]+\.[a-z_]+)["']""")


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.code)
def test_a_sentence_can_be_made(kind):
    sentence = str(kind.sentence).format_map(_Blank(by="A member", subject="Something"))
    assert sentence.strip()
    assert "{" not in sentence


def test_every_kind_in_the_code_is_described():
    described = {kind.code for kind in all_kinds()}
    for file in SOURCE.rglob("*.py"):
        written = set(WRITTEN.findall(file.read_text(encoding="utf-8")))
        assert written <= described, f"{file.name}: {written - described}"
