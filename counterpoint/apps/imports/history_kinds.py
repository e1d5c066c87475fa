from django.utils.translation import gettext_lazy as _

from counterpoint.apps.history.kinds import describe

describe(
    {
        "import.finished": _(
            "{by} imported {subject}: {added} added, {changed} changed, {refused} refused"
        ),
        "import.undone": _("{by} took the import of {subject} back"),
        "doubt.settled": _("{by} decided that two organisations are {answer}"),
        "doubt.reopened": _("{by} took back a decision about two organisations"),
        "mapping.saved": _("{by} said how the columns of {subject} are read"),
        "mapping.removed": _("{by} removed the reading of columns {name}"),
    }
)
