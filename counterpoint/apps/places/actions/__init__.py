"""Every write to places: loading our tables, and loading the full postcode directory."""

from counterpoint.apps.places.actions.postcode_directory import PostcodesLoaded, load_postcodes
from counterpoint.apps.places.actions.tables import Loaded, is_behind, load_places

__all__ = ["Loaded", "PostcodesLoaded", "is_behind", "load_places", "load_postcodes"]
