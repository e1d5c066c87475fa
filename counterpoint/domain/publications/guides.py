"""A guide as it is written down in its file, and what may be wrong with it.

Guides are files that are reviewed like code. Each names its audience, the day by which somebody must
look at it again, and a source for every claim: a marker such as [K6] in the text stands for an entry
under `sources`, and both ways round something that leads nowhere is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counterpoint.domain.vocabulary.entries import Entry
from counterpoint.domain.vocabulary.faults import Fault

CITATION = re.compile(r"\[([A-Z][A-Za-z]{0,2}\d{1,2}[a-z]?)\](?!\()")
FIELDS = frozenset(
    [
        "title",
        "slug",
        "audience",
        "summary",
        "concepts",
        "written_on",
        "review_by",
        "next",
        "chapters",
        "sources",
    ]
)
LONGEST_TITLE, LONGEST_SUMMARY = 120, 400


class Audience(StrEnum):
    COMMISSIONER = "commissioner"
    ARTS = "arts"


class BlockKind(StrEnum):
    """What a piece of a chapter is, in the word that stands before it in the file."""

    PARAGRAPH = "p"
    LIST = "list"
    STEPS = "steps"
    CHECK = "check"
    NOTE = "note"
    EXAMPLE = "example"
    TABLE = "table"


OF_ONE_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.NOTE})
OF_TEXTS = frozenset({BlockKind.LIST, BlockKind.STEPS, BlockKind.CHECK})


@dataclass(frozen=True, slots=True)
class Block:
    """`texts` are its paragraphs or entries; a table has rows, and `title` is its caption."""

    kind: BlockKind
    texts: tuple[str, ...] = ()
    title: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> Iterator[str]:
        yield from (self.title, *self.texts, *self.head)
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Source:
    key: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Guide:
    slug: str
    title: str
    audience: Audience
    summary: str
    chapters: tuple[Chapter, ...]
    written_on: date
    review_by: date
    concepts: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def words(self) -> Iterator[str]:
        yield from (self.title, self.summary)
        for chapter in self.chapters:
            yield chapter.title
            for block in chapter.blocks:
                yield from block.words

    @property
    def cited(self) -> tuple[str, ...]:
        """The keys that stand in the text, in the order in which they first do."""
        found = (key for text in self.words for key in CITATION.findall(text))
        return tuple(dict.fromkeys(found))

    @property
    def minutes_to_read(self) -> int:
        """At 230 words a minute, the middle of what adults manage (Brysbaert, 2019: 238)."""
        count = sum(len(text.split()) for text in self.words)
        return max(1, round(count / 230))


def guide_of(file: str, written: Mapping[str, object], faults: list[Fault]) -> Guide | None:
    """None when something that a guide cannot do without is missing; every reason is a fault."""
    entry = Entry(written, file, "", faults)
    before = len(faults)
    entry.expect_only(FIELDS)
    audience = entry.choice("audience", Audience)
    written_on, review_by = _day(entry, "written_on"), _day(entry, "review_by")
    if written_on and review_by and review_by <= written_on:
        entry.fault("review_by", "It is not after the day of writing.", "Give a later day.")
    chapters = tuple(_chapter(part) for part in entry.parts("chapters"))
    if not chapters:
        entry.fault("chapters", "There is none.", "Write at least one.")
    title = entry.text("title", is_required=True, longest=LONGEST_TITLE)
    slug = entry.text("slug", is_required=True)
    if slug and f"{slug}.yaml" != file:
        entry.fault("slug", f"The file is called {file}.", f"Call it {slug}.yaml.")
    summary = entry.text("summary", is_required=True, longest=LONGEST_SUMMARY)
    sources = tuple(_source(part) for part in entry.parts("sources"))
    if len(faults) > before or audience is None or written_on is None or review_by is None:
        return None
    guide = Guide(
        slug=slug,
        title=title,
        audience=audience,
        summary=summary,
        chapters=chapters,
        written_on=written_on,
        review_by=review_by,
        concepts=entry.texts("concepts"),
        next=entry.texts("next"),
        sources=sources,
    )
    _check_citations(guide, entry)
    return guide if len(faults) == before else None


def check_together(
    guides: Mapping[str, Guide], codes: Collection[str], faults: list[Fault]
) -> None:
    """That concepts exist in the vocabulary, and that guides lead on to guides."""
    for file, guide in guides.items():
        entry = Entry({}, file, "", faults)
        for code in guide.concepts:
            if code not in codes:
                entry.fault("concepts", f"“{code}” is not in the vocabulary.", "Correct it.")
        slugs = {one.slug for one in guides.values()} - {guide.slug}
        for slug in guide.next:
            if slug not in slugs:
                entry.fault("next", f"There is no other guide “{slug}”.", "Correct it.")


def _check_citations(guide: Guide, entry: Entry) -> None:
    known = [source.key for source in guide.sources]
    for key in sorted(set(guide.cited) - set(known)):
        entry.fault("sources", f"[{key}] stands in the text only.", "Add where it leads to.")
    for key in sorted(set(known) - set(guide.cited)):
        entry.fault(
            "sources", f"[{key}] stands nowhere in the text.", "Cite it or leave it out."
        )
    for key in sorted({key for key in known if known.count(key) > 1}):
        entry.fault("sources", f"[{key}] is there twice.", "Leave one out.")


def _day(entry: Entry, field: str) -> date | None:
    value = entry.fields.get(field)
    if isinstance(value, date):
        return value
    entry.fault(field, f"{value!r} is not a day.", "Write it as 2026-11-27.")
    return None


def _source(part: Entry) -> Source:
    part.expect_only({"key", "name", "address"})
    address = part.text("address", is_required=True)
    if address and not address.startswith(("https://", "http://")):
        part.fault("address", f"“{address}” is no web address.", "Begin with https://.")
    return Source(
        part.text("key", is_required=True), part.text("name", is_required=True), address
    )


def _chapter(part: Entry) -> Chapter:
    part.expect_only({"title", "body"})
    blocks = tuple(block for one in part.parts("body") if (block := _block(one)))
    if not blocks:
        part.fault("body", "The chapter says nothing.", "Write at least one paragraph.")
    return Chapter(part.text("title", is_required=True), blocks)


def _block(part: Entry) -> Block | None:
    if len(part.fields) != 1 or (name := next(iter(part.fields))) not in set(BlockKind):
        part.fault(
            "body",
            f"{sorted(part.fields)} is no piece of a chapter.",
            f"Begin each with one of: {', '.join(BlockKind)}.",
        )
        return None
    kind = BlockKind(name)
    if kind in OF_ONE_TEXT:
        return Block(kind, (part.text(name, is_required=True),))
    if kind in OF_TEXTS:
        return Block(kind, part.texts(name))
    inner = part.part(name, part.fields[name])
    if inner is None:
        return None
    return _table(inner) if kind is BlockKind.TABLE else _example(inner)


def _example(inner: Entry) -> Block:
    inner.expect_only({"title", "text"})
    title, text = inner.text("title", is_required=True), inner.text("text", is_required=True)
    return Block(BlockKind.EXAMPLE, (text,), title=title)


def _table(inner: Entry) -> Block:
    inner.expect_only({"caption", "head", "rows"})
    head = inner.texts("head")
    written = inner.fields.get("rows")
    rows = tuple(
        tuple("" if cell is None else str(cell) for cell in row)
        for row in (written if isinstance(written, list) else [])
        if isinstance(row, list)
    )
    if not rows or any(len(row) != len(head) for row in rows):
        inner.fault("rows", "A row has not as many cells as the head.", "Fill in each cell.")
    return Block(
        BlockKind.TABLE, title=inner.text("caption", is_required=True), head=head, rows=rows
    )
