"""Guides on their way out: as an Atom feed and as JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from counterpoint.apps.publications.models import Guide


def as_json(found: Iterable[Guide]) -> list[dict[str, Any]]:
    return [
        {
            "title": guide.title,
            "page": f"{settings.ADDRESS}{guide.get_absolute_url()}",
            "audience": guide.audience,
            "summary": guide.summary,
            "concepts": [one.code for one in guide.concepts.all()],
            "written_on": guide.written_on.isoformat(),
            "review_by": guide.review_by.isoformat(),
            "sources": guide.sources,
        }
        for guide in found
    ]


def feed(found: Sequence[Guide]) -> str:
    """Atom 1.0 (RFC 4287), the latest change first."""
    home = settings.ADDRESS
    atom = Atom1Feed(
        title=_("Counterpoint: guidance"),
        link=f"{home}{reverse('guidance')}",
        description=_("Guidance for commissioners and for arts organisations."),
        feed_url=f"{home}{reverse('guidance-feed')}",
        author_name="Counterpoint",
    )
    for guide in sorted(found, key=lambda one: one.updated_at, reverse=True):
        atom.add_item(
            title=guide.title,
            link=f"{home}{guide.get_absolute_url()}",
            description=guide.summary,
            pubdate=guide.first_loaded_at,
            updateddate=guide.updated_at,
            unique_id=f"{home}{guide.get_absolute_url()}",
            categories=[one.name for one in guide.concepts.all()],
        )
    return str(atom.writeString("utf-8"))
