"""What an address of the route page says: the day, the answers, and the day to count from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict

from counterpoint.domain.commissioning.route.rules import Rulebook
from counterpoint.domain.commissioning.working_days import Nation
from counterpoint.web.asked import readable

LONGEST_ANSWER = 1_000
YEARS = range(2000, 2100)


@dataclass(frozen=True)
class Asked:
    on: date
    answers: Mapping[str, str] = field(default_factory=dict)
    asking: str = ""  # the question that a form was sent for
    counted_from: date | None = None
    nation: Nation = Nation.ENGLAND
    problems: Mapping[str, str] = field(default_factory=dict)  # what was written, by field


def asked(query: QueryDict, book: Rulebook, today: date) -> Asked:
    on, notice_on = (query.get(name, "").strip() for name in ("on", "from"))
    days = {"on": day_of(on), "from": day_of(notice_on)}
    written = {"on": on, "from": notice_on}
    nation = query.get("nation", "")
    return Asked(
        on=days["on"] or today,
        answers={
            code: readable(query.get(code, "")[:LONGEST_ANSWER])
            for code in book.questions
            if query.get(code)
        },
        asking=query.get("asking", ""),
        counted_from=days["from"],
        nation=Nation(nation) if nation in list(Nation) else Nation.ENGLAND,
        problems={
            name: readable(words[:40])
            for name, words in written.items()
            if words and not days[name]
        },
    )


def day_of(written: str) -> date | None:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day.year in YEARS else None
