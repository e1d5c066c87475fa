"""The catalogue of publications and events, as lists and as files."""

from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.presenters.columns import Table
from counterpoint.apps.programmes.models import Item

TITLES = {Item.Kind.PUBLICATION.value: _("Publications"), Item.Kind.EVENT.value: _("Events")}
COLUMNS = Table(
    "catalogue",
    {
        "Title": lambda item: item.title,
        "By": lambda item: item.by_whom,
        "Date": lambda item: item.on,
        "Where": lambda item: item.where,
        "For whom": lambda item: item.audience,
        "Note": lambda item: item.note,
        "Programme": lambda item: item.programme.name,
        "Source": lambda item: item.source_url,
    },
)
