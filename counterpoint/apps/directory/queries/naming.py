"""Organisations by what people call them."""

from urllib.parse import urlsplit

from django.db.models import Q

from counterpoint.apps.directory.models import Organisation, OrganisationName
from counterpoint.domain.interchange.values.names import name_key

MOST_NAMESAKES = 5


def organisations_called(words: str) -> list[Organisation]:
    """By the address of the page, whole or its last part; else by the name, present or former."""
    slug = urlsplit(words).path.strip("/").rpartition("/")[2] or words
    by_address = Organisation.objects.filter(slug=slug, merged_into=None)
    return list(by_address) or namesakes(words)


def namesakes(name: str) -> list[Organisation]:
    """Public records that a person would take for the same name."""
    key = name_key(name)
    if not key:
        return []
    also = OrganisationName.objects.filter(folded_name=key).values("organisation")
    found = Organisation.objects.public().filter(Q(folded_name=key) | Q(pk__in=also))
    return list(found.select_related("place").defer("place__outline")[:MOST_NAMESAKES])
