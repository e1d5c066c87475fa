from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe(
    {
        "search.saved": _("{by} saved a search"),
        "search.removed": _("{by} removed a saved search"),
        "match.judged": _("{by} said whether a match was useful"),
    }
)
