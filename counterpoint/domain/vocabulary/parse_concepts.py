"""Concepts from the plain mappings of a vocabulary file."""

import re
from collections.abc import Iterator, Mapping

from counterpoint.domain.vocabulary.concepts import (
    Audience,
    Concept,
    FrameworkMapping,
    Kind,
    Label,
    Match,
    Serves,
)
from counterpoint.domain.vocabulary.entries import Entry
from counterpoint.domain.vocabulary.faults import Fault
from counterpoint.domain.vocabulary.folding import plain_words
from counterpoint.domain.vocabulary.word_sets import word_set

FIELDS = word_set("code name broader related serves definition source labels weak mappings")
MAPPING_FIELDS = word_set("framework code name match valid_from valid_to source")
# Under `labels`: who says it, or the language for what is not English.
LABEL_GROUPS = {
    "commissioner": (Audience.COMMISSIONER, "en"),
    "arts": (Audience.ARTS, "en"),
    "public": (Audience.PUBLIC, "en"),
    "hidden": (Audience.HIDDEN, "en"),
    "cy": (Audience.PUBLIC, "cy"),
}
LONGEST_LABEL = 200
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def concepts_of_file(
    file: str, kind: Kind, written: object, faults: list[Fault]
) -> Iterator[tuple[str, Concept]]:
    """Each concept with the file it stands in."""
    if not isinstance(written, list):
        faults.append(
            Fault(
                file,
                "",
                "concepts",
                "There is no list of concepts.",
                "Write concepts: and - code: ...",
            )
        )
        return
    for number, fields in enumerate(written, start=1):
        code = str(fields.get("code") or "") if isinstance(fields, Mapping) else ""
        entry = Entry({}, file, code or f"concept {number}", faults).part("concepts", fields)
        if entry:
            yield file, _concept(entry, kind)


def _concept(entry: Entry, kind: Kind) -> Concept:
    entry.expect_only(FIELDS)
    return Concept(
        code=_code(entry, kind),
        kind=kind,
        name=entry.text("name", is_required=True, longest=160),
        definition=entry.text("definition", is_required=True),
        source=entry.text("source", is_required=True),
        broader=entry.text("broader") or None,
        related=entry.texts("related"),
        serves=_serves(entry),
        labels=_labels(entry),
        mappings=tuple(_mapping(part) for part in entry.parts("mappings")),
    )


def _code(entry: Entry, kind: Kind) -> str:
    code = entry.text("code", is_required=True, longest=120)
    prefix, _, slug = code.partition(".")
    if code and (prefix != kind or not SLUG.fullmatch(slug)):
        entry.fault(
            "code",
            f"“{code}” is not a code of this file.",
            f"Write {kind}. and then small letters, figures and hyphens.",
        )
    return code


def _serves(entry: Entry) -> tuple[Serves, ...]:
    written = entry.fields.get("serves") or []
    if not isinstance(written, list):
        entry.fault("serves", "It is not a list.", "Put - before each code.")
        return ()
    return tuple(one for value in written if (one := _one_served(entry, value)))


def _one_served(entry: Entry, value: object) -> Serves | None:
    if isinstance(value, str):
        return Serves(value.strip())
    part = entry.part("serves", value)
    if part is None:
        return None
    part.expect_only(["code", "source"])
    return Serves(part.text("code", is_required=True), part.text("source"))


def _labels(entry: Entry) -> tuple[Label, ...]:
    groups = entry.fields.get("labels") or {}
    part = entry.part("labels", groups)
    if part is None:
        return ()
    part.expect_only(LABEL_GROUPS)
    weak = {plain_words(text) for text in entry.texts("weak")}
    labels = tuple(
        Label(text, audience, language, plain_words(text) in weak)
        for group, (audience, language) in LABEL_GROUPS.items()
        for text in dict.fromkeys(part.texts(group))
    )
    _check_labels(entry, labels, weak)
    return labels


def _check_labels(entry: Entry, labels: tuple[Label, ...], weak: set[tuple[str, ...]]) -> None:
    listed = {plain_words(label.text) for label in labels}
    listed.add(plain_words(entry.text("name")))
    for words in sorted(weak - listed):
        entry.fault(
            "weak",
            f"“{' '.join(words)}” is not among the labels.",
            "List it under the audience that says it, too.",
        )
    for label in labels:
        if not plain_words(label.text):
            entry.fault("labels", f"“{label.text}” has no word in it.", "Take it out.")
        if len(label.text) > LONGEST_LABEL:
            entry.fault(
                "labels", f"“{label.text}” is too long.", f"{LONGEST_LABEL} is the most."
            )
    if not labels:
        entry.fault("labels", "There are none.", "Write down what people call it.")


def _mapping(part: Entry) -> FrameworkMapping:
    part.expect_only(MAPPING_FIELDS)
    mapping = FrameworkMapping(
        framework=part.text("framework", is_required=True, longest=60),
        code=part.text("code", is_required=True, longest=60),
        name=part.text("name", longest=300),
        match=part.choice("match", Match) or Match.CLOSE,
        source=part.text("source", is_required=True),
        valid_from=part.year("valid_from"),
        valid_to=part.year("valid_to"),
    )
    if mapping.valid_from and mapping.valid_to and mapping.valid_to < mapping.valid_from:
        part.fault(
            "mappings",
            f"{mapping.framework} {mapping.code} ends before it begins.",
            "Exchange valid_from and valid_to.",
        )
    return mapping
