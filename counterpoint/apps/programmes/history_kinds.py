from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe(
    {
        "programme.started": _("{by} began the programme {subject}"),
        "programme.edited": _("{by} edited {subject}"),
        "programme.published": _("{by} published {subject}"),
        "programme.withdrawn": _("{by} withdrew {subject}"),
        "programme.part_added": _("{by} added to {subject}: {name}"),
        "programme.part_removed": _("{by} took off {subject}: {name}"),
    }
)
