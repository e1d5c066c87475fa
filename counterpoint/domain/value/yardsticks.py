"""What different payers say a year in full health is worth. Side by side, and never mixed."""

from dataclasses import dataclass
from decimal import Decimal

from counterpoint.domain.outcomes.instruments import Citation
from counterpoint.domain.refusals import Invalid

SOURCE = Citation(
    "PubMed Central, PMC10722785, table 2",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC10722785/table/Tab2",
)


@dataclass(frozen=True)
class Yardstick:
    payer: str
    low: Decimal
    high: Decimal
    year: int | None
    source: Citation


YARDSTICKS = (
    Yardstick(
        "National Institute for Health and Care Excellence",
        Decimal(20_000),
        Decimal(30_000),
        None,
        SOURCE,
    ),
    Yardstick(
        "Department of Health and Social Care", Decimal(15_000), Decimal(15_000), None, SOURCE
    ),
    Yardstick("Treasury Green Book", Decimal(60_000), Decimal(60_000), 2018, SOURCE),
    Yardstick("Treasury Green Book", Decimal(70_000), Decimal(70_000), 2022, SOURCE),
)


class PayersDoNotMix(Invalid):
    sentence = "Yardsticks of different payers are not averaged or added."
    advice = "Take the one of whoever would pay."


def worth_of(qalys: Decimal, yardsticks: tuple[Yardstick, ...]) -> tuple[Decimal, Decimal]:
    """From low to high by one payer's yardstick."""
    if len(yardsticks) != 1:
        raise PayersDoNotMix
    return qalys * yardsticks[0].low, qalys * yardsticks[0].high


@dataclass(frozen=True)
class Claim:
    """What somebody says something returned: kept with its level, and without arithmetic."""

    says: str
    source: Citation
    nesta_level: int | None = None
