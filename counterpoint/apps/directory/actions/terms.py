"""Commissioner terms on a record: the system proposes, a person decides.

A record's own words are never touched. What was refused stays refused when the words change, so
that nobody is asked the same question twice.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.saving import check_allowed, hold, note
from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.directory.models.concepts import Origin
from counterpoint.apps.directory.queries.owners import owner_of
from counterpoint.apps.directory.queries.proposals import own_words, propose_concepts
from counterpoint.apps.history import actions as history
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.refusals import Conflict, Invalid

Record = Organisation | Offer | Need


class TermsNotDecided(Conflict):
    sentence = _("Some of the proposed terms still wait for your decision.")
    advice = _("Accept or refuse each of them; nothing is published before.")


class TermRetired(Invalid):
    sentence = _("This term is no longer used.")
    advice = _("Choose the one that took its place.")


class NotAProposal(Invalid):
    sentence = _("This term is not on the record.")
    advice = _("Add it first, or reload the page.")


def propose(record: Record) -> int:
    """How many terms are new. Part of another action: leaves no line of its own."""
    terms = propose_concepts(own_words(record)).terms
    known = {tag.concept_id: tag for tag in record.tags.all()}
    for term in terms:
        _keep_words(known.get(term.concept.pk), list(term.words))
    read = {term.concept.pk for term in terms}
    record.tags.undecided().exclude(concept_id__in=read).delete()
    fresh = [term for term in terms if term.concept.pk not in known]
    record.tags.bulk_create(
        _tag(record, term.concept, Origin.PROPOSED, words=list(term.words)) for term in fresh
    )
    return len(fresh)


@transaction.atomic
def decide(
    *,
    record: Record,
    accepted: Collection[str] = (),
    refused: Collection[str] = (),
    by: Person | None,
    at: datetime,
) -> None:
    """Codes of terms on the record: those it stands for, those it does not."""
    check_allowed(by, owner_of(record))
    hold(record)
    tags = {tag.concept.code: tag for tag in record.tags.select_related("concept")}
    if not tags.keys() >= {*accepted, *refused}:
        raise NotAProposal
    decided = [
        *_decide((tags[code] for code in accepted), Origin.ACCEPTED, by, at),
        *_decide((tags[code] for code in refused), Origin.REFUSED, by, at),
    ]
    if decided:
        _tell(record, "terms_decided", [tag.concept.code for tag in decided], by, at)


@transaction.atomic
def add_term(*, record: Record, concept: Concept, by: Person | None, at: datetime) -> None:
    """A term that the words did not lead to, or a refusal taken back."""
    check_allowed(by, owner_of(record))
    hold(record)
    if concept.retired_at is not None:
        raise TermRetired
    decided = {"origin": Origin.ADDED, "decided_by": by, "decided_at": at}
    record.tags.update_or_create(concept=concept, defaults=decided)
    _tell(record, "term_added", [concept.code], by, at)


def check_all_decided(record: Record) -> None:
    if record.tags.undecided().exists():
        raise TermsNotDecided


def _decide(tags: Iterable[Any], origin: Origin, by: Person | None, at: datetime) -> list[Any]:
    # What a person added and then takes off is refused like the rest: it was considered.
    changed = [tag for tag in tags if not _stands(tag.origin, origin)]
    for tag in changed:
        tag.origin, tag.decided_by, tag.decided_at = origin, by, at
        tag.save(update_fields=["origin", "decided_by", "decided_at"])
    return changed


def _stands(now: str, wanted: Origin) -> bool:
    return now == wanted or (now == Origin.ADDED and wanted == Origin.ACCEPTED)


def _keep_words(tag: Any, words: list[str]) -> None:
    if tag is not None and tag.words != words:
        tag.words = words
        tag.save(update_fields=["words"])


def _tag(record: Record, concept: Concept, origin: Origin, *, words: list[str]) -> Any:
    model = record.tags.model
    return model(
        **{str(record._meta.model_name): record}, concept=concept, origin=origin, words=words
    )


def _tell(
    record: Record, verb: str, codes: list[str], by: Person | None, at: datetime
) -> None:
    history.record(
        kind=f"{record._meta.model_name}.{verb}",
        subject=record,
        by=by,
        at=at,
        detail={"terms": codes, "count": len(codes)},
    )
    note(record, at)
