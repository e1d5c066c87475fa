"""Questions about places. The gazetteer is built once for each release in each process."""

from counterpoint.apps.places.queries.in_force import (
    ancestors,
    containment,
    gazetteer,
    ids_holding,
    ids_within,
    latest_release,
)
from counterpoint.apps.places.queries.locating import Located, Outcome, locate
from counterpoint.apps.places.queries.near import Near, nearby
from counterpoint.apps.places.queries.pages import (
    Area,
    IndexPage,
    NoSuchPlace,
    PlacePage,
    all_places,
    index_page,
    place_page,
    place_with,
)

__all__ = [
    "Area",
    "IndexPage",
    "Located",
    "Near",
    "NoSuchPlace",
    "Outcome",
    "PlacePage",
    "all_places",
    "ancestors",
    "containment",
    "gazetteer",
    "ids_holding",
    "ids_within",
    "index_page",
    "latest_release",
    "locate",
    "nearby",
    "place_page",
    "place_with",
]
