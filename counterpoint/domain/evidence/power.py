"""How many people an evaluation needs to see an effect as large as the one that was pooled."""

from math import ceil

from counterpoint.domain.evidence.distributions import normal_quantile
from counterpoint.domain.refusals import Invalid


class NothingToDetect(Invalid):
    sentence = "An effect of nought cannot be detected by any number of people."


def people_per_arm(
    standardised_effect: float, *, power: float = 0.8, alpha: float = 0.05
) -> int:
    """Two equal arms, two-sided (Cohen 1988, by the normal distribution; one more for t)."""
    if standardised_effect == 0:
        raise NothingToDetect
    reach = normal_quantile(1 - alpha / 2) + normal_quantile(power)
    return ceil(2 * (reach / standardised_effect) ** 2) + 1


def people_per_arm_in_clusters(n: int, *, cluster_size: int, intraclass: float) -> int:
    """Whole groups are allotted: each further member of one tells a little less."""
    return ceil(n * (1 + (cluster_size - 1) * intraclass))
