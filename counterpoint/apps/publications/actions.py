"""Loading the guides: rows follow the files, and an address that was public stays."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.history import actions as history
from counterpoint.apps.publications import written
from counterpoint.apps.publications.models import Guide
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.publications.guides import Guide as GuideText


def is_behind() -> bool:
    """Whether the files say something else than what is loaded."""
    held = set(Guide.objects.in_force().values_list("content_hash", flat=True))
    return held != written.hashes()


@transaction.atomic
def load(
    *, by: Person | None, at: datetime, folder: Path = written.GUIDES
) -> dict[str, list[str]]:
    """Slugs by what became of them: added, changed, withdrawn. The same files change nothing.

    Raises GuideFaults before anything is written.
    """
    read = written.read(folder)
    held = {guide.slug: guide for guide in Guide.objects.all()}
    outcome: dict[str, list[str]] = {"added": [], "changed": [], "withdrawn": []}
    for one in read:
        known = held.pop(one.guide.slug, None)
        if known and known.content_hash == one.sha256 and known.withdrawn_at is None:
            continue
        became = "changed" if known else "added"
        guide = _write(known or Guide(first_loaded_at=at), one.guide, one.sha256, at)
        history.record(kind=f"guide.{became}", subject=guide, by=by, at=at)
        outcome[became].append(guide.slug)
    for guide in held.values():
        if guide.withdrawn_at is None:
            guide.withdrawn_at = at
            guide.save(update_fields=["withdrawn_at"])
            history.record(kind="guide.withdrawn", subject=guide, by=by, at=at)
            outcome["withdrawn"].append(guide.slug)
    return outcome


def _write(guide: Guide, text: GuideText, sha256: str, at: datetime) -> Guide:
    guide.slug = text.slug
    guide.title = text.title
    guide.audience = text.audience.value
    guide.summary = text.summary
    guide.chapters = [asdict(chapter) for chapter in text.chapters]
    guide.sources = [asdict(source) for source in text.sources]
    guide.next_slugs = list(text.next)
    guide.minutes_to_read = text.minutes_to_read
    guide.written_on = text.written_on
    guide.review_by = text.review_by
    guide.content_hash = sha256
    guide.updated_at = at
    guide.withdrawn_at = None
    guide.save()
    guide.concepts.set(Concept.objects.filter(code__in=text.concepts))
    return guide
