"""A vocabulary small enough to keep in one's head, loaded as the real one is."""

from pathlib import Path
from textwrap import dedent

import pytest

from counterpoint.apps.vocabulary import actions
from tests.factories.directory import AT

FILES = {
    "outcomes.yaml": """
        kind: outcome
        title: Outcomes
        about: What should change.
        concepts:
          - code: outcome.reduced-loneliness
            name: Less loneliness
            definition: Fewer people feel lonely often or always.
            source: Counterpoint editors, 2026
            labels:
              commissioner: [reduce loneliness, loneliness]
              arts: [make friends, friendship]
            mappings:
              - {framework: PHOF, code: "B19", name: "Loneliness", match: close, source: "OHID"}
          - code: outcome.confidence
            name: More confidence
            definition: People trust themselves to do more.
            source: Counterpoint editors, 2026
            labels:
              commissioner: [confidence]
              arts: [find your voice]
        """,
    "activities.yaml": """
        kind: activity
        title: Activities
        about: What people do.
        concepts:
          - code: activity.singing
            name: Singing
            definition: Singing alone or together.
            source: Counterpoint editors, 2026
            labels:
              arts: [singing, sing together]
          - code: activity.choir
            name: Choir
            broader: activity.singing
            serves: [outcome.reduced-loneliness]
            definition: Singing together in parts.
            source: Counterpoint editors, 2026
            labels:
              arts: [choir, community choir]
        """,
    "populations.yaml": """
        kind: population
        title: Populations
        about: For whom.
        concepts:
          - code: population.older-adults
            name: Older adults
            definition: People of 65 and over.
            source: Counterpoint editors, 2026
            labels:
              commissioner: [older adults, over 65, people over 65]
              arts: [grandparents]
        """,
    "false_friends.yaml": """
        friends:
          - code: friend.commission-artwork
            words: [commission a new sculpture]
            pattern: ["commission a new sculpture"]
            verdict: refuse
            says: This reads as paying an artist for new work.
            instead: Say for whom and what should change.
            source: Counterpoint editors, 2026
        """,
}


def load_small_vocabulary(folder: Path) -> None:
    for name, text in FILES.items():
        (folder / name).write_text(dedent(text).strip() + "\n", encoding="utf-8")
    actions.load(folder=folder, by=None, at=AT)


@pytest.fixture
def small_vocabulary(db: None, tmp_path: Path) -> None:
    load_small_vocabulary(tmp_path)
