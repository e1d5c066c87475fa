"""What a corrected file changed: field by field, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst

from counterpoint.apps.imports.actions.undoing import MODELS
from counterpoint.apps.imports.models import ImportChange
from counterpoint.apps.imports.queries.runs import related

LONGEST_VALUE = 300


@dataclass(frozen=True)
class FieldChange:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Changed:
    name: str
    url: str
    row: int
    fields: tuple[FieldChange, ...]


def changed_records(changes: Sequence[ImportChange]) -> list[Changed]:
    known = related(_named_in(changes))
    return [_changed(change, known) for change in changes]


def _named_in(changes: Sequence[ImportChange]) -> dict[type[Any], set[Any]]:
    """The records themselves, and those that their fields point to."""
    wanted: dict[type[Any], set[Any]] = {}
    for change in changes:
        wanted.setdefault(MODELS[change.record_type], set()).add(change.record_id)
        for name in change.after:
            model = _points_to(change, name)
            values = {change.before.get(name), change.after[name]} - {None}
            if model is not None and values:
                wanted.setdefault(model, set()).update(values)
    return wanted


def _changed(change: ImportChange, known: dict[tuple[type[Any], Any], Any]) -> Changed:
    record = known.get((MODELS[change.record_type], change.record_id))
    address = getattr(record, "get_absolute_url", None)
    return Changed(
        change.record_name,
        address() if address else "",
        change.row,
        tuple(_fields(change, known)),
    )


def _fields(
    change: ImportChange, known: dict[tuple[type[Any], Any], Any]
) -> Iterator[FieldChange]:
    for name, after in change.after.items():
        model, before = _points_to(change, name), change.before.get(name)
        if model is not None:
            before, after = known.get((model, before), ""), known.get((model, after), "")
        yield FieldChange(_label(change, name), _shown(before), _shown(after))


def _field(change: ImportChange, name: str) -> Any:
    try:
        return MODELS[change.record_type]._meta.get_field(name.removesuffix("_id"))
    except FieldDoesNotExist:
        return None


def _points_to(change: ImportChange, name: str) -> type[Any] | None:
    field = _field(change, name)
    return field.related_model if field is not None and field.is_relation else None


def _label(change: ImportChange, name: str) -> str:
    field = _field(change, name)
    return str(capfirst(str(field.verbose_name))) if field is not None else name


def _shown(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE].rstrip() + "…"
