"""What one vocabulary has that another has not: printed before a change is loaded, kept after."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from counterpoint.domain.vocabulary.concepts import Concept, Vocabulary


@dataclass(frozen=True, slots=True)
class ConceptChange:
    code: str
    fields: tuple[str, ...]  # which differ; labels are told apart below
    labels_added: tuple[str, ...] = ()
    labels_removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    added: tuple[str, ...] = ()
    changed: tuple[ConceptChange, ...] = ()
    retired: tuple[str, ...] = ()
    labels_added: int = 0
    labels_removed: int = 0
    friends_added: tuple[str, ...] = ()
    friends_changed: tuple[str, ...] = ()
    friends_removed: tuple[str, ...] = ()
    headings_changed: bool = False

    @property
    def is_empty(self) -> bool:
        return self == Difference()

    def as_mapping(self) -> dict[str, object]:
        return {
            "added": list(self.added),
            "changed": {
                change.code: {
                    "fields": list(change.fields),
                    "labels_added": list(change.labels_added),
                    "labels_removed": list(change.labels_removed),
                }
                for change in self.changed
            },
            "retired": list(self.retired),
            "labels_added": self.labels_added,
            "labels_removed": self.labels_removed,
            "friends_added": list(self.friends_added),
            "friends_changed": list(self.friends_changed),
            "friends_removed": list(self.friends_removed),
        }

    def lines(self) -> Iterator[str]:
        """For a terminal: + added, ~ changed, - retired."""
        yield from (f"+ {code}" for code in self.added)
        for change in self.changed:
            named = ", ".join(change.fields)
            yield f"~ {change.code}" + (f"  ({named})" if named else "")
            yield from (f"    + {text}" for text in change.labels_added)
            yield from (f"    - {text}" for text in change.labels_removed)
        yield from (f"- {code}" for code in self.retired)
        yield from (f"+ {code}" for code in self.friends_added)
        yield from (f"~ {code}" for code in self.friends_changed)
        yield from (f"- {code}" for code in self.friends_removed)


def between(held: Vocabulary, new: Vocabulary) -> Difference:
    changes = tuple(_changes(held, new))
    added = tuple(concept.code for concept in new if concept.code not in held)
    retired = tuple(concept.code for concept in held if concept.code not in new)
    held_friends = {friend.code: friend for friend in held.friends}
    new_friends = {friend.code: friend for friend in new.friends}
    return Difference(
        added=added,
        changed=changes,
        retired=retired,
        labels_added=_label_count(new, added) + sum(len(one.labels_added) for one in changes),
        labels_removed=_label_count(held, retired)
        + sum(len(one.labels_removed) for one in changes),
        friends_added=tuple(code for code in new_friends if code not in held_friends),
        friends_changed=tuple(
            code
            for code, friend in new_friends.items()
            if code in held_friends and held_friends[code] != friend
        ),
        friends_removed=tuple(code for code in held_friends if code not in new_friends),
        headings_changed=set(held.headings) != set(new.headings),
    )


def _changes(held: Vocabulary, new: Vocabulary) -> Iterator[ConceptChange]:
    for concept in new:
        before = held.get(concept.code)
        if before is not None and before != concept:
            old, now = _texts(before), _texts(concept)
            yield ConceptChange(
                concept.code,
                tuple(
                    field.name
                    for field in fields(Concept)
                    if getattr(before, field.name) != getattr(concept, field.name)
                ),
                tuple(text for text in now if text not in old),
                tuple(text for text in old if text not in now),
            )


def _texts(concept: Concept) -> dict[str, None]:
    """Each label with who says it, in the order of the file."""
    return dict.fromkeys(
        f"{label.text} ({label.audience if label.language == 'en' else label.language}"
        f"{', weak' if label.is_weak else ''})"
        for label in concept.labels
    )


def _label_count(vocabulary: Vocabulary, codes: tuple[str, ...]) -> int:
    return sum(len(concept.labels) for concept in vocabulary if concept.code in codes)
