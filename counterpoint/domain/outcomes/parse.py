"""Instruments from their files: as values, or every fault with what to do about it."""

import re
from collections.abc import Iterable, Mapping

from counterpoint.domain.outcomes.instruments import (
    Citation,
    Forbids,
    Instrument,
    Item,
    Licence,
    Rule,
    State,
)
from counterpoint.domain.outcomes.parse_series import citation, number, series_of
from counterpoint.domain.refusals import Invalid
from counterpoint.domain.vocabulary.entries import Entry
from counterpoint.domain.vocabulary.faults import Fault
from counterpoint.domain.vocabulary.word_sets import word_set

FIELDS = word_set(
    "code name short about state measures items item_count recall ages youngest languages "
    "administration licence series never asked_for advice sources"
)
ITEM_FIELDS = word_set("code about text lowest highest options")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class InstrumentFaults(Invalid):
    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        super().__init__(
            f"The instrument files have {count}, so none was loaded.",
            " ".join(str(fault) for fault in self.faults),
        )


def instruments_from_mappings(files: Mapping[str, object]) -> tuple[Instrument, ...]:
    """Takes what each file holds, by the file's name. Raises InstrumentFaults."""
    faults: list[Fault] = []
    found: list[Instrument] = []
    for file, written in files.items():
        if not isinstance(written, Mapping) or not isinstance(
            written.get("instruments"), list
        ):
            faults.append(
                Fault(file, "", "", "It holds no instruments.", "Begin with instruments:.")
            )
            continue
        sources = _sources(Entry(written, file, "", faults))
        for fields in written["instruments"]:
            code = str(fields.get("code") or "") if isinstance(fields, Mapping) else ""
            entry = Entry({}, file, code, faults).part("instruments", fields)
            if entry:
                found.append(_instrument(entry, sources))
    codes = [one.code for one in found]
    faults.extend(
        Fault("", code, "code", "It stands twice.", "Rename one of them.")
        for code in sorted({code for code in codes if codes.count(code) > 1})
    )
    if faults:
        raise InstrumentFaults(faults)
    return tuple(found)


def _sources(entry: Entry) -> dict[str, Citation]:
    """The file's list of pages, which everything below names by a short key."""
    return {
        part.text("key", is_required=True): Citation(
            part.text("title", is_required=True), part.text("url")
        )
        for part in entry.parts("sources")
    }


def _instrument(entry: Entry, sources: Mapping[str, Citation]) -> Instrument:
    entry.expect_only(FIELDS)
    code = entry.text("code", is_required=True, longest=60)
    if not SLUG.fullmatch(code):
        entry.fault("code", f"“{code}” is not a code.", "Use small letters, figures, hyphens.")
    items = tuple(_item(part) for part in entry.parts("items"))
    count = number(entry, "item_count")
    asked_for = entry.text("asked_for")
    return Instrument(
        code=code,
        name=entry.text("name", is_required=True),
        short=entry.text("short", is_required=True, longest=40),
        about=entry.text("about", is_required=True),
        state=entry.choice("state", State) or State.TOTAL,
        measures=entry.texts("measures"),
        series=tuple(series_of(part, items, sources) for part in entry.parts("series")),
        licence=_licence(entry, sources),
        items=items,
        item_count=int(count) if count is not None else (len(items) or None),
        recall=entry.text("recall"),
        ages=entry.text("ages"),
        youngest=_whole(number(entry, "youngest")),
        languages=entry.texts("languages") or ("English",),
        administration=entry.texts("administration"),
        never=tuple(_rule(part, sources) for part in entry.parts("never")),
        asked_for=citation(entry, asked_for, sources) if asked_for else None,
        advice=entry.text("advice"),
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _item(entry: Entry) -> Item:
    entry.expect_only(ITEM_FIELDS)
    lowest, highest = number(entry, "lowest") or 0, number(entry, "highest") or 0
    if highest <= lowest:
        entry.fault("items", "The highest answer is not above the lowest.", "Correct them.")
    return Item(
        code=entry.text("code", is_required=True),
        about=entry.text("about", is_required=True),
        lowest=int(lowest),
        highest=int(highest),
        text=entry.text("text"),
        options=entry.texts("options"),
    )


def _licence(entry: Entry, sources: Mapping[str, Citation]) -> Licence:
    part = entry.part("licence", entry.fields.get("licence"))
    if part is None:
        return Licence("", Citation("", ""))
    return Licence(
        part.text("says", is_required=True),
        citation(part, part.text("source"), sources),
        part.text("line"),
    )


def _rule(entry: Entry, sources: Mapping[str, Citation]) -> Rule:
    return Rule(
        entry.choice("forbids", Forbids) or Forbids.SUM,
        entry.text("says", is_required=True),
        citation(entry, entry.text("source"), sources),
    )
