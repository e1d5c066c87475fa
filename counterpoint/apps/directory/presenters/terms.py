"""The page on which proposed terms are decided, ready to print."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from counterpoint.apps.directory.models.concepts import Origin
from counterpoint.apps.directory.presenters.cards import ARTS_KINDS
from counterpoint.apps.directory.presenters.marking import Part, marked
from counterpoint.apps.directory.queries.proposals import Proposals
from counterpoint.apps.vocabulary.models import Concept


@dataclass(frozen=True)
class TermRow:
    code: str
    name: str
    kind: str
    voice: str
    definition: str
    words: list[str]
    decision: str  # "accept", "refuse" or nothing yet


@dataclass(frozen=True)
class Caution:
    words: str
    says: str
    instead: str
    is_refusal: bool


@dataclass(frozen=True)
class TermsView:
    paragraphs: list[list[Part]]
    # Those that wait for a decision stand first on either side.
    services: list[TermRow]
    arts: list[TermRow]
    waiting: int
    warnings: list[Caution]
    found: list[TermRow]


DECISIONS = {
    Origin.PROPOSED: "",
    Origin.ACCEPTED: "accept",
    Origin.ADDED: "accept",
    Origin.SOURCE: "accept",
    Origin.REFUSED: "refuse",
}


def terms_view(
    text: str, tags: Iterable[Any], proposals: Proposals, found: Iterable[Concept]
) -> TermsView:
    tags = list(tags)
    triggers = [word for tag in tags if tag.origin != Origin.REFUSED for word in tag.words]
    rows = [term_row(tag.concept, tag.words, DECISIONS[tag.origin]) for tag in tags]
    rows.sort(key=lambda row: bool(row.decision))
    on_record = {row.code for row in rows if row.decision != "refuse"}
    return TermsView(
        paragraphs=[marked(line, triggers) for line in text.splitlines() if line.strip()],
        services=[row for row in rows if row.voice == "cool"],
        arts=[row for row in rows if row.voice == "warm"],
        waiting=sum(not row.decision for row in rows),
        warnings=[
            Caution(one.words, one.says, one.instead, one.verdict == "refuse")
            for one in proposals.warnings
        ],
        found=[term_row(one, [], "") for one in found if one.code not in on_record],
    )


def term_row(concept: Concept, words: list[str], decision: str) -> TermRow:
    return TermRow(
        code=concept.code,
        name=concept.name,
        kind=concept.get_kind_display(),
        voice="warm" if concept.kind in ARTS_KINDS else "cool",
        definition=concept.definition,
        words=words,
        decision=decision,
    )
