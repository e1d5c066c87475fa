"""Answers as they are pasted from a spreadsheet: a row for each person and time.

Everything that is wrong is told with its row and column, and then nothing is scored: a result from
the rows that happened to fit would look like a result.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterpoint.domain.outcomes.change import Pair
from counterpoint.domain.outcomes.instruments import Instrument, Series
from counterpoint.domain.outcomes.scoring import (
    ImpossibleAnswer,
    Scores,
    copied_columns,
    entered,
    score,
)
from counterpoint.domain.refusals import Invalid

MOST_ROWS = 5_000
PERSON = {"person", "code", "id", "participant", "participantcode", "personcode"}
WHEN = {"when", "time", "wave", "timepoint", "point"}
BEFORE = {"before", "pre", "baseline", "start", "1", "t1", "first"}
AFTER = {"after", "post", "followup", "end", "2", "t2", "second"}
NOT_ANSWERED = {"", "na", "none", "missing"}


class AnswersRefused(Invalid):
    sentence = "Nothing was scored."

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.sentence, " ".join(self.problems))


@dataclass(frozen=True)
class Pasted:
    """Scores by person, before and after; an unscored person is there with None."""

    before: Mapping[str, Scores]
    after: Mapping[str, Scores]

    def pairs(self, series: Series) -> list[Pair]:
        found = []
        for person, scores in self.before.items():
            one, other = scores[series.code], self.after.get(person, {}).get(series.code)
            if one is not None and other is not None:
                found.append((one, other))
        return found


def plain(heading: str) -> str:
    return re.sub(r"[^a-z0-9]", "", heading.casefold())


def read(instrument: Instrument, text: str) -> Pasted:
    """Raises AnswersRefused with every problem."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        raise AnswersRefused(["Paste a line of headings and a line for each person and time."])
    if len(lines) > MOST_ROWS:
        raise AnswersRefused([f"There are {len(lines)} rows; {MOST_ROWS} is the most."])
    sign = max("\t;,", key=lines[0].count)
    headings, *rows = csv.reader(lines, delimiter=sign)
    reading = _Reading(instrument, headings)
    if not reading.problems:
        for number, cells in enumerate(rows, start=2):
            reading.take(number, cells)
        reading.look_for_copies()
    if reading.problems:
        raise AnswersRefused(reading.problems)
    return Pasted(reading.found["before"], reading.found["after"])


class _Reading:
    def __init__(self, instrument: Instrument, headings: Sequence[str]) -> None:
        self.instrument = instrument
        self.problems: list[str] = []
        self.found: dict[str, dict[str, Scores]] = {"before": {}, "after": {}}
        self.rows: list[dict[str, int | None]] = []
        named = {plain(heading): place for place, heading in reversed([*enumerate(headings)])}
        self.person = self._column(named, PERSON, "person")
        self.when = self._column(named, WHEN, "when")
        wanted = instrument.items or instrument.series
        self.columns = {
            one.code: self._column(named, {plain(one.code), plain(_label(one))}, one.code)
            for one in wanted
        }

    def _column(self, named: Mapping[str, int], known: set[str], label: str) -> int:
        place = next((named[name] for name in named if name in known), None)
        if place is None:
            self.problems.append(f"There is no column “{label}”.")
        return place or 0

    def take(self, number: int, cells: Sequence[str]) -> None:
        cells = [*cells, *[""] * (max(self.person, self.when, *self.columns.values()) + 1)]
        person, said = cells[self.person].strip(), plain(cells[self.when])
        when = "before" if said in BEFORE else "after" if said in AFTER else ""
        if not person:
            self.problems.append(f"Row {number}: there is no code of a person.")
        elif not when:
            self.problems.append(f"Row {number}: “{cells[self.when]}” is not before or after.")
        elif person in self.found[when]:
            self.problems.append(
                f"Row {number}: {person} is there twice {when}. Which one counts? Take one out."
            )
        else:
            self.found[when][person] = self._scores(number, cells)

    def _scores(self, number: int, cells: Sequence[str]) -> Scores:
        values: dict[str, int | None] = {}
        for code, place in self.columns.items():
            values[code] = self._value(cells[place].strip(), f"Row {number}, {code}")
        self.rows.append(values)
        try:
            if self.instrument.items:
                return score(self.instrument, values, cell=f"Row {number}")
            return {
                series.code: None
                if (total := values[series.code]) is None
                else entered(series, total, cell=f"Row {number}")
                for series in self.instrument.series
            }
        except ImpossibleAnswer as refused:
            self.problems.append(str(refused))
            return {}

    def _value(self, cell: str, where: str) -> int | None:
        if plain(cell) in NOT_ANSWERED and cell in (
            "",
            "-",
            "–",
            "NA",
            "n/a",
            "N/A",
            "missing",
        ):
            return None
        if re.fullmatch(r"-?\d{1,6}", cell):
            return int(cell)
        self.problems.append(f"{where}: “{cell[:20]}” is not a whole number.")
        return None

    def look_for_copies(self) -> None:
        self.problems += [
            f"{one} and {other} are equal in every row, as if one had been copied over the other. "
            "Check the file against the forms."
            for one, other in copied_columns(self.rows)
        ]


def _label(one: object) -> str:
    return str(getattr(one, "about", "") or getattr(one, "name", ""))
