"""Tails and quantiles of the four distributions that a synthesis needs."""

from scipy import special


def normal_quantile(share: float) -> float:
    return float(special.ndtri(share))


def normal_tail(z: float) -> float:
    """Two-sided."""
    return float(2 * special.ndtr(-abs(z)))


def t_quantile(share: float, df: float) -> float:
    return float(special.stdtrit(df, share))


def t_tail(t: float, df: float) -> float:
    """Two-sided."""
    return float(2 * special.stdtr(df, -abs(t)))


def chi2_tail(value: float, df: float) -> float:
    return float(special.chdtrc(df, value))


def f_tail(value: float, df1: float, df2: float) -> float:
    return float(special.fdtrc(df1, df2, value))
