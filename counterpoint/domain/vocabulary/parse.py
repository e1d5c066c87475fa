"""The vocabulary from its files: what the YAML says, as values, or every fault explained."""

from collections.abc import Mapping

from counterpoint.domain.vocabulary.checks import faults_between
from counterpoint.domain.vocabulary.concepts import (
    Concept,
    FalseFriend,
    Heading,
    Kind,
    Vocabulary,
)
from counterpoint.domain.vocabulary.entries import Entry
from counterpoint.domain.vocabulary.faults import Fault, VocabularyFaults
from counterpoint.domain.vocabulary.parse_concepts import concepts_of_file
from counterpoint.domain.vocabulary.parse_friends import friends_of_file

HEADER = ("kind", "title", "about", "concepts")


def vocabulary_from_mappings(files: Mapping[str, object]) -> Vocabulary:
    """Takes what each file holds, by the file's name. Raises VocabularyFaults."""
    faults: list[Fault] = []
    concepts: list[tuple[str, Concept]] = []
    friends: list[FalseFriend] = []
    headings: list[Heading] = []
    for file, written in files.items():
        if not isinstance(written, Mapping):
            faults.append(
                Fault(
                    file,
                    "",
                    "",
                    "It is not a vocabulary file.",
                    "Begin with kind: or friends:.",
                )
            )
        elif "friends" in written:
            friends.extend(friends_of_file(file, written, faults))
        elif heading := _heading(file, written, faults):
            headings.append(heading)
            concepts.extend(
                concepts_of_file(file, heading.kind, written.get("concepts"), faults)
            )
    faults.extend(faults_between(concepts))
    if faults:
        raise VocabularyFaults(faults)
    return Vocabulary(
        tuple(concept for _, concept in concepts), tuple(friends), tuple(headings)
    )


def _heading(file: str, written: Mapping[str, object], faults: list[Fault]) -> Heading | None:
    header = Entry(written, file, "", faults)
    header.expect_only(HEADER)
    kind = header.choice("kind", Kind)
    if kind is None:
        return None
    return Heading(kind, header.text("title", is_required=True), header.text("about"))
