"""What changed in a programme, as an Atom feed. Nobody is named in it."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from counterpoint.apps.history.models import Entry
from counterpoint.apps.history.presenters import sentence
from counterpoint.apps.programmes.models import Programme


def atom(programme: Programme, entries: Iterable[Entry]) -> str:
    address = f"{settings.ADDRESS}{programme.get_absolute_url()}"
    feed = Atom1Feed(
        title=_("Changes in {name}").format(name=programme.name),
        link=address,
        description=programme.aims,
        feed_url=f"{address}changes.atom",
        language=settings.LANGUAGE_CODE,
    )
    for entry in entries:
        feed.add_item(
            title=sentence(entry),
            link=address,
            description="",
            unique_id=f"{address}#{entry.pk}",
            pubdate=entry.at,
            updateddate=entry.at,
        )
    return str(feed.writeString("utf-8"))
