"""What programmes show on the pages of organisations and places, and what goes with a merge."""

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory import panels as organisation_panels
from counterpoint.apps.directory.actions.moving import Movable, goes_with_organisation
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.places import panels as place_panels
from counterpoint.apps.places.models import Place
from counterpoint.apps.programmes.models import Partner, Programme
from counterpoint.apps.programmes.queries.lists import in_places, part_of
from counterpoint.web.components import Link

MOST_NAMED = 8
TITLE = _("Programmes")

goes_with_organisation(Movable("led_programmes", Programme, field="lead"))
goes_with_organisation(Movable("programme_parts", Partner))


@organisation_panels.register
def programmes_of(organisation: Organisation) -> place_panels.Panel | None:
    """Led by it or with it as a partner, each with what it did there."""
    roles = part_of(organisation)
    links = tuple(
        Link(name, f"/programmes/{slug}/", ", ".join(dict.fromkeys(map(str, done))))
        for (name, slug), done in roles.items()
    )
    return place_panels.Panel(TITLE, len(links), links) if links else None


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
