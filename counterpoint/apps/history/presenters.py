from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from counterpoint.apps.history.kinds import kind
from counterpoint.apps.history.models import Entry


@dataclass(frozen=True)
class Line:
    at: datetime
    sentence: str


class _Blank(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return ""


def lines(entries: Iterable[Entry], *, with_names: bool = False) -> list[Line]:
    """History as sentences. The public learns that a member acted, not which one."""
    return [Line(entry.at, sentence(entry, with_names=with_names)) for entry in entries]


def sentence(entry: Entry, *, with_names: bool = False) -> str:
    words = _Blank(entry.detail, by=_actor(entry, with_names), subject=entry.subject_name)
    told = str(kind(entry.kind).sentence).format_map(words)
    # A reason was written for colleagues.
    reason = entry.detail.get("reason", "") if with_names else ""
    return f"{told}: {reason}" if reason else told


def _actor(entry: Entry, with_names: bool) -> str:
    if not entry.by_id:
        return _("The system")
    return str(entry.by) if with_names else _("A member")
