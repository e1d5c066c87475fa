"""What programmes show on the pages of organisations and places, and what goes with a merge."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory import panels as organisation_panels
from counterpoint.apps.directory.actions.moving import Movable, goes_with_organisation
from counterpoint.apps.places import panels as place_panels
from counterpoint.apps.places.models import Place
from counterpoint.apps.programmes.models import Partner, Programme
from counterpoint.apps.programmes.queries.lists import in_places, part_of
from counterpoint.apps.programmes.words import ROLES
from counterpoint.web.components import Link

MOST_NAMED = 8
TITLE = _("Programmes")

goes_with_organisation(Movable("led_programmes", Programme, field="lead"))
goes_with_organisation(Movable("programme_parts", Partner))


def _programmes_of(rows: Sequence[organisation_panels.Row]) -> place_panels.Panel | None:
    """Led by it or with it as a partner, each with what it did there."""
    words = dict(ROLES)
    roles: dict[tuple[str, str], list[str]] = {}
    for name, slug, role in rows:
        roles.setdefault((name, slug), []).append(str(words[role]))
    links = tuple(
        Link(name, f"/programmes/{slug}/", ", ".join(dict.fromkeys(done)))
        for (name, slug), done in sorted(roles.items())
    )
    return place_panels.Panel(TITLE, len(links), links) if links else None


organisation_panels.register(organisation_panels.Kind("programmes", part_of, _programmes_of))


@place_panels.register
def programmes_here(place: Place, within: tuple[int, ...]) -> place_panels.Panel | None:
    found = in_places(within)
    count = found.count()
    if not count:
        return None
    links = tuple(
        Link(str(one), one.get_absolute_url(), one.get_kind_display())
        for one in found[:MOST_NAMED]
    )
    return place_panels.Panel(TITLE, count, links)
