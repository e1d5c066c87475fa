"""What agreements show on an organisation's page, and what goes with a merge."""

from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value
from django.utils.translation import gettext_lazy

from counterpoint.apps.agreements.models import Agreement
from counterpoint.apps.directory import panels as organisation_panels
from counterpoint.apps.directory.actions.moving import Movable, goes_with_organisation
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.places.panels import Panel
from counterpoint.web.components import Link

MOST_NAMED = 8
TITLE = gettext_lazy("Agreements")

goes_with_organisation(Movable("agreements_made", Agreement, field="funder"))
goes_with_organisation(Movable("agreements", Agreement, field="provider"))


def _rows_of(organisation: Organisation) -> QuerySet[Any, Any]:
    party = Q(funder=organisation) | Q(provider=organisation)
    found = Agreement.objects.public().filter(party).order_by()
    return found.values_list("title", "reference", Value("", CharField()))


def _agreements_of(rows: Sequence[organisation_panels.Row]) -> Panel | None:
    links = tuple(Link(title, f"/agreements/{key}/") for title, key, _note in sorted(rows))
    return Panel(TITLE, len(links), links[:MOST_NAMED]) if links else None


organisation_panels.register(organisation_panels.Kind("agreements", _rows_of, _agreements_of))
