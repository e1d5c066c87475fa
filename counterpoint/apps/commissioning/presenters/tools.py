"""The tools for buying, as the tabs that stand above each of them."""

from django.utils.translation import gettext_lazy as _

from counterpoint.web.components import Link
from counterpoint.web.navigation import Destination, links

TOOLS = (
    Destination(_("Which way to buy"), "buying-route", "/route"),
    Destination(_("Check a specification"), "specification-check", "/specification-check"),
    Destination(_("Full-cost price"), "price", "/price"),
    Destination(_("Partnerships"), "partnerships", "/partnerships"),
)


def tool_tabs(path: str) -> list[Link]:
    """A tool that is not installed is left out, as in the header."""
    return links(TOOLS, None, path)
