"""Questions that work, for those who do not know how to begin."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from counterpoint.web.components import Link

EXAMPLES = {
    "need": (
        _("reduce loneliness among over-65s living alone in Thanet"),
        _("fewer falls among frail older people in Gloucestershire"),
        _("emotional wellbeing of young people on the CAMHS waiting list"),
    ),
    "offer": (
        _("a weekly choir where people make friends"),
        _("singing for people who are short of breath"),
        _("museum objects and memories for people with dementia and their families"),
    ),
}


def examples(side: str) -> list[Link]:
    return [
        Link(str(words), f"{reverse('find')}?{urlencode({'as': side, 'q': str(words)})}")
        for words in EXAMPLES[side]
    ]
