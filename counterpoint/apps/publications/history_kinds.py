from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe(
    {
        "guide.added": _("{by} added the guide"),
        "guide.changed": _("{by} changed the guide"),
        "guide.withdrawn": _("{by} withdrew the guide"),
    }
)
