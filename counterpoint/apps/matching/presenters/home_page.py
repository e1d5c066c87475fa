"""Everything that the front page prints."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from counterpoint.apps.directory.models import Need, Offer
from counterpoint.apps.matching.presenters.examples import examples
from counterpoint.apps.matching.presenters.records import shown
from counterpoint.apps.matching.queries.home import Front
from counterpoint.web.components import Card, Flag


def home_page(front: Front) -> dict[str, Any]:
    return {
        "examples": [*examples("need")[:2], *examples("offer")[:2]],
        "stats": list(_stats(front)),
        "offers": [_card(offer) for offer in front.offers],
        "needs": [_card(need) for need in front.needs],
    }


def _stats(front: Front) -> Iterator[dict[str, Any]]:
    counts = front.counts
    words = {
        "organisation": (ngettext, "organisation", "organisations", "organisations"),
        "offer": (ngettext, "offer", "offers", "offers"),
        "need": (ngettext, "need", "needs", "needs"),
        "award": (ngettext, "published award", "published awards", "awards"),
    }
    for kind, (plural, one, several, url_name) in words.items():
        count = counts.get(kind, 0)
        if count:
            yield {
                "value": number_format(count, 0, force_grouping=True),
                "label": plural(one, several, count),
                "url": reverse(url_name),
            }


def _card(record: Offer | Need) -> Card:
    about = shown(record)
    is_need = isinstance(record, Need)
    return Card(
        title=about.title,
        url=about.url,
        kind=_("Need") if is_need else _("Offer"),
        voice="cool" if is_need else "warm",
        summary=about.summary,
        facts=about.facts,
        flags=[Flag(_("Invented for the demonstration"))] if about.is_example else [],
    )
