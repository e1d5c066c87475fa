"""Guides beside matches, each with the reason why it is there."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from counterpoint.apps.publications.queries import Suggested
from counterpoint.web.components import Link


def lines(suggested: Iterable[Suggested]) -> list[Link]:
    return [
        Link(
            one.guide.title,
            one.guide.get_absolute_url(),
            note=_("because it helps with %(concepts)s")
            % {"concepts": ", ".join(concept.name for concept in one.concepts)},
        )
        for one in suggested
    ]
