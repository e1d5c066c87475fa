"""An instrument as its file describes it: items, series of scores, licence, and what is not done."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """ON needs nothing; LICENCE stays off until a programme records that it may use it;
    TOTAL is scored elsewhere, so a total is entered."""

    ON = "on"
    LICENCE = "licence"
    TOTAL = "total"


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"


class Forbids(StrEnum):
    """What the code refuses, not only the page."""

    SUM = "sum"
    MEAN_OF_RAW = "mean-of-raw"
    WELLBY = "wellby"


@dataclass(frozen=True)
class Citation:
    title: str
    url: str


@dataclass(frozen=True)
class Item:
    code: str
    about: str
    lowest: int
    highest: int
    # The printed wording; empty where the licence does not let us carry it.
    text: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Threshold:
    name: str
    points: float
    source: Citation


@dataclass(frozen=True)
class Norm:
    says: str
    source: Citation


@dataclass(frozen=True)
class Band:
    name: str
    lowest: float
    highest: float


@dataclass(frozen=True)
class Bands:
    """One source's way of naming scores. Sources disagree, so each stands under its own name."""

    source: Citation
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Series:
    """One score that stands by itself. An instrument may have several that are never added."""

    code: str
    name: str
    better: Better
    lowest: float
    highest: float
    items: tuple[str, ...] = ()
    # From each raw total to its metric score; empty where the total is the score.
    conversion: tuple[tuple[int, float], ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    norms: tuple[Norm, ...] = ()
    bands: tuple[Bands, ...] = ()


@dataclass(frozen=True)
class Rule:
    forbids: Forbids
    says: str
    source: Citation


@dataclass(frozen=True)
class Licence:
    says: str
    source: Citation
    line: str = ""


@dataclass(frozen=True)
class Instrument:
    code: str
    name: str
    short: str
    about: str
    state: State
    measures: tuple[str, ...]
    series: tuple[Series, ...]
    licence: Licence
    items: tuple[Item, ...] = ()
    item_count: int | None = None
    recall: str = ""
    ages: str = ""
    youngest: int | None = None
    languages: tuple[str, ...] = ("English",)
    administration: tuple[str, ...] = ()
    never: tuple[Rule, ...] = ()
    asked_for: Citation | None = None
    advice: str = ""

    @property
    def sources(self) -> tuple[Citation, ...]:
        """Every page that something here rests on, once."""
        found = [self.licence.source, *(rule.source for rule in self.never)]
        for series in self.series:
            for cited in (series.thresholds, series.norms, series.bands):
                found += [one.source for one in cited]
        if self.asked_for:
            found.append(self.asked_for)
        return tuple(dict.fromkeys(found))

    @property
    def seconds(self) -> int | None:
        """How long one asking takes, at SECONDS_AN_ITEM."""
        return None if self.item_count is None else self.item_count * SECONDS_AN_ITEM

    def forbids(self, what: Forbids) -> Rule | None:
        return next((rule for rule in self.never if rule.forbids is what), None)

    def one(self, code: str) -> Series:
        return next(series for series in self.series if series.code == code)


# Our own estimate for planning, not a published figure; pages say so.
SECONDS_AN_ITEM = 10
