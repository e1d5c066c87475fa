"""Every write to places: loading our tables, and loading the full postcode directory."""

from counterpoint.apps.places.actions.load_places import Loaded, load_places
from counterpoint.apps.places.actions.load_postcodes import PostcodesLoaded, load_postcodes

__all__ = ["Loaded", "PostcodesLoaded", "load_places", "load_postcodes"]
