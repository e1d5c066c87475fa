"""False friends and their word lists from the plain mappings of their file."""

from collections.abc import Mapping

from counterpoint.domain.vocabulary.concepts import FalseFriend, Sense, Verdict
from counterpoint.domain.vocabulary.entries import Entry
from counterpoint.domain.vocabulary.faults import Fault
from counterpoint.domain.vocabulary.patterns import (
    PatternFault,
    compile_pattern,
    with_lists_written_out,
)
from counterpoint.domain.vocabulary.word_sets import word_set

FIELDS = word_set("code words pattern verdict says instead unless examples senses source")
Lists = dict[str, tuple[str, ...]]


def friends_of_file(
    file: str, written: Mapping[str, object], faults: list[Fault]
) -> tuple[FalseFriend, ...]:
    whole = Entry(written, file, "", faults)
    lists = _lists(whole)
    friends = tuple(_friend(entry, lists) for entry in _entries(whole))
    codes = [friend.code for friend in friends]
    faults.extend(
        Fault(file, code, "code", "It is used twice.", "Give each its own.")
        for code in sorted({code for code in codes if codes.count(code) > 1})
    )
    return friends


def _lists(whole: Entry) -> Lists:
    written = whole.fields.get("lists") or {}
    part = whole.part("lists", written)
    return {str(name): part.texts(str(name)) for name in part.fields} if part else {}


def _entries(whole: Entry) -> list[Entry]:
    return [
        Entry(part.fields, part.file, str(part.fields.get("code") or "a friend"), part.faults)
        for part in whole.parts("friends")
    ]


def _friend(entry: Entry, lists: Lists) -> FalseFriend:
    entry.expect_only(FIELDS)
    examples = entry.part("examples", entry.fields.get("examples") or {})
    if examples:
        examples.expect_only(word_set("refuse accept"))
    return FalseFriend(
        code=entry.text("code", is_required=True),
        verdict=entry.choice("verdict", Verdict) or Verdict.ASK,
        says=entry.text("says", is_required=True),
        instead=entry.text("instead"),
        patterns=_patterns(entry, "pattern", lists),
        unless=_patterns(entry, "unless", lists),
        words=entry.texts("words"),
        caught=examples.texts("refuse") if examples else (),
        accepted=examples.texts("accept") if examples else (),
        senses=tuple(_sense(part) for part in entry.parts("senses")),
        source=entry.text("source"),
    )


def _patterns(entry: Entry, field: str, lists: Lists) -> tuple[str, ...]:
    readable = []
    for text in entry.texts(field):
        try:
            written_out = with_lists_written_out(text, lists)
            compile_pattern(written_out)
            readable.append(written_out)
        except PatternFault as fault:
            entry.fault(field, f"{fault}.", "The signs are explained at the head of the file.")
    return tuple(readable)


def _sense(part: Entry) -> Sense:
    part.expect_only(word_set("sense context"))
    return Sense(part.text("sense", is_required=True), part.texts("context"))
