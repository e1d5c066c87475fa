"""What the vocabulary makes of somebody's own words."""

from dataclasses import dataclass

from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.apps.vocabulary.queries import lexicon
from counterpoint.domain.vocabulary.reading import Refusal, Understood


@dataclass(frozen=True)
class Proposal:
    """A term, how sure the reading is, and the words that led to it as they were written."""

    concept: Concept
    strength: float
    words: tuple[str, ...]


@dataclass(frozen=True)
class Proposals:
    terms: tuple[Proposal, ...] = ()
    # Words that seem to mean something else: the writer is asked, nothing is proposed on them.
    warnings: tuple[Refusal, ...] = ()


def own_words(record: Organisation | Offer | Need) -> str:
    """The text that terms are proposed from: what the writer said, and nothing else."""
    if isinstance(record, Organisation):
        parts = (record.description, record.community_practice)
    elif isinstance(record, Offer):
        parts = (record.title, record.description)
    else:
        parts = (record.title, record.statement)
    return "\n".join(part for part in parts if part)


def propose_concepts(text: str) -> Proposals:
    reading = lexicon().read(text)
    stored = {
        concept.code: concept
        for concept in Concept.objects.filter(
            code__in=[one.concept.code for one in reading.understood], retired_at=None
        )
    }
    terms = tuple(
        Proposal(stored[one.concept.code], one.strength, _trigger_words(one))
        for one in reading.understood
        if one.concept.code in stored
    )
    return Proposals(terms, reading.refusals)


def _trigger_words(understood: Understood) -> tuple[str, ...]:
    """Each wording once, in the order of the text."""
    ordered = sorted(understood.triggers, key=lambda trigger: trigger.start)
    return tuple(dict.fromkeys(trigger.words for trigger in ordered))
