"""Vocabulary files of two kinds, small enough to see what changes."""

from pathlib import Path
from textwrap import dedent

OUTCOMES = """
    kind: outcome
    title: Outcomes
    about: What changes for people.
    concepts:
      - code: outcome.connection
        name: More connection
        definition: People know people.
        source: Counterpoint editors, 2026
        labels:
          public: [social connection]
      - code: outcome.reduced-loneliness
        name: Less loneliness
        broader: outcome.connection
        definition: Fewer people feel lonely.
        source: Counterpoint editors, 2026
        labels:
          commissioner: [reduce loneliness, loneliness]
          arts: [make friends, company]
          hidden: [lonelyness]
          cy: [unigrwydd]
        weak: [company]
        mappings:
          - {framework: PHOF, code: "1.18i", name: Loneliness, match: close,
             valid_from: 2013, valid_to: 2022, source: OHID}
    """
ACTIVITIES = """
    kind: activity
    title: Activities
    about: What people do.
    concepts:
      - code: activity.choir
        name: Choir
        serves: [{code: outcome.reduced-loneliness, source: A study}]
        related: [outcome.connection]
        definition: Singing in parts.
        source: Counterpoint editors, 2026
        labels:
          arts: [choir, "singing <together>"]
      - code: activity.craft
        name: Craft
        definition: Making by hand.
        source: Counterpoint editors, 2026
        labels:
          arts: [craft]
    """
FRIENDS = """
    lists: {art_object: [sculpture, mural]}
    friends:
      - code: friend.artwork
        words: [commission a mural]
        pattern: ["commission* ... {art_object}"]
        verdict: refuse
        says: This reads as paying for a work of art.
        instead: Say what should change for whom.
        unless: [wellbeing]
        senses: [{sense: a work of art, context: [wall]}]
        examples: {refuse: [commission a mural], accept: [a mural for wellbeing]}
        source: Counterpoint editors, 2026
    """


def write(folder: Path, **changed: str) -> Path:
    """The files, some of them with other contents; an empty one is left out."""
    files = {
        "outcomes": OUTCOMES,
        "activities": ACTIVITIES,
        "false_friends": FRIENDS,
        **changed,
    }
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.unlink(missing_ok=True)
        if text:
            path.write_text(dedent(text), encoding="utf-8")
    return folder
