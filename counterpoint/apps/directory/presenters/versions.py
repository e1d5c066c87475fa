"""What two people wrote into the same fields at the same time."""

from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm


@dataclass(frozen=True)
class Version:
    label: str
    yours: str
    theirs: str
    differs: bool


def versions(yours: BaseForm, theirs: BaseForm) -> list[Version]:
    """Each field as the writer left it and as it is stored; those that differ come first."""
    found = []
    for name, field in yours.fields.items():
        if field.widget.is_hidden or name not in theirs.fields:
            continue
        mine, stored = _words(yours[name].value()), _words(theirs[name].value())
        found.append(Version(str(yours[name].label), mine, stored, mine != stored))
    return sorted(found, key=lambda version: not version.differs)


def _words(value: Any) -> str:
    if value in (None, "", []):
        return ""
    if isinstance(value, list | tuple):
        return "\n".join(str(one) for one in value)
    return str(value).replace("\r\n", "\n").strip()
