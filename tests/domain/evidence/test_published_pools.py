"""Published meta-analyses, to the digit as they are printed, and 180 results of metafor."""

import csv
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from counterpoint.domain.evidence.pooling import Interval, Method, pool
from counterpoint.domain.evidence.regression import regress

FILES = Path(__file__).parents[2] / "files" / "evidence"
INTERVALS = {"Wald": Interval.WALD, "Knapp-Hartung": Interval.KNAPP_HARTUNG}
TESTS = {"z": Interval.WALD, "knha": Interval.KNAPP_HARTUNG, "adhoc": Interval.GUARDED}
MODERATORS = {"intercept": (), "one": ("mod1",), "two": ("mod1", "mod2")}
# Printed from raw effects of two decimals, so no better than a hundredth.
COARSE = {"baskerville2012 SMD": 0.011}
# metafor leaves the search for the likelihood's maximum once a step is below 1e-5; ours goes on.
STOPPING = 2e-5
BY_LIKELIHOOD = {"ML", "REML"}
# metafor stopped a little above nought, where the likelihood is flat; the maximum is at nought.
AT_THE_BOUNDARY = ("CLASP OR", "ML")


def published():
    sets = json.loads((FILES / "published_pools.json").read_text(encoding="utf-8"))["datasets"]
    for one in sets:
        for printed in one["published"]:
            name = f"{one['dataset']}-{printed['method']}-{printed['interval']}"
            yield pytest.param(one, printed, id=name)


@pytest.mark.parametrize(("studies", "printed"), list(published()))
def test_a_published_result_comes_out_as_it_was_printed(studies, printed):
    found = pool(
        studies["effects"],
        studies["variances"],
        method=Method(printed["method"]),
        interval=INTERVALS[printed["interval"]],
    )
    slack = COARSE.get(studies["dataset"], 0.0001)
    if (studies["dataset"], printed["method"]) == AT_THE_BOUNDARY:
        slack = 0.003
    assert found.k == printed["k"]
    for name, attribute in (
        ("estimate", "estimate"),
        ("se", "standard_error"),
        ("ci_lower", "ci_low"),
        ("ci_upper", "ci_high"),
        ("tau", "tau"),
        ("tau2", "tau2"),
        ("Q", "q"),
    ):
        if name in printed:
            assert getattr(found, attribute) == pytest.approx(printed[name], abs=slack), name
    if "I2" in printed:
        i2 = 100 * found.i2_from_tau2
        tolerance = 0.9 if studies["dataset"] in COARSE else 0.02
        assert i2 == pytest.approx(printed["I2"], abs=tolerance)


def test_the_two_kinds_of_i2_are_two_numbers():
    studies = next(published()).values[0]
    found = pool(studies["effects"], studies["variances"], interval=Interval.WALD)
    assert 100 * found.i2_from_tau2 == pytest.approx(41.86, abs=0.02)
    assert 100 * found.i2_from_q == pytest.approx(49.76, abs=0.01)


def test_a_prediction_interval_is_the_published_one():
    studies = next(published()).values[0]
    found = pool(studies["effects"], studies["variances"], interval=Interval.WALD)
    assert found.prediction == pytest.approx((-0.2036, 0.3711), abs=0.0002)


def designs():
    rows = defaultdict(list)
    with (FILES / "metafor_designs.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            rows[row["case"]].append({k: float(v) for k, v in row.items() if k != "case"})
    return rows


DESIGNS = designs()
CASES = json.loads((FILES / "metafor_results.json").read_text(encoding="utf-8"))["cases"]


def test_all_180_cases_are_there():
    assert len(CASES) == 180


@pytest.mark.parametrize(
    "case", CASES, ids=lambda c: f"{c['design']}-{c['model']}-{c['method']}-{c['test']}"
)
def test_a_result_of_metafor_is_ours(case):
    found = ours(case, known_tau2=case["tau2"] if case["method"] in BY_LIKELIHOOD else None)
    assert found.tau2 == pytest.approx(case["tau2"], abs=1e-6)
    for place, one in enumerate(found.coefficients):
        assert one.estimate == pytest.approx(case["beta"][place], abs=1e-6)
        assert one.standard_error == pytest.approx(case["se"][place], abs=1e-6)
        assert one.ci_low == pytest.approx(case["ci_lb"][place], abs=1e-6)
        assert one.ci_high == pytest.approx(case["ci_ub"][place], abs=1e-6)
        assert one.p == pytest.approx(case["pval"][place], abs=1e-6)


@pytest.mark.parametrize(
    "case", [c for c in CASES if c["method"] in BY_LIKELIHOOD and c["test"] == "z"]
)
def test_the_likelihood_is_nowhere_higher_than_where_we_stop(case):
    tau2 = ours(case).tau2
    assert tau2 == pytest.approx(case["tau2"], abs=STOPPING)
    best = log_likelihood(case, tau2)
    for other in (case["tau2"], tau2 + 1e-4, max(0.0, tau2 - 1e-4)):
        assert best >= log_likelihood(case, other) - 1e-12


def ours(case, known_tau2=None):
    rows = DESIGNS[case["design"]]
    return regress(
        [row["y"] for row in rows],
        [row["v"] for row in rows],
        [[row[name] for row in rows] for name in MODERATORS[case["model"]]],
        method=Method(case["method"]),
        interval=TESTS[case["test"]],
        known_tau2=known_tau2,
    )


def log_likelihood(case, tau2):
    """Word for word from its definition, without a shortcut."""
    rows = DESIGNS[case["design"]]
    y = np.array([row["y"] for row in rows])
    x = np.array([[1.0, *(row[m] for m in MODERATORS[case["model"]])] for row in rows])
    inverse = np.linalg.inv(np.diag([row["v"] + tau2 for row in rows]))
    beta = np.linalg.solve(x.T @ inverse @ x, x.T @ inverse @ y)
    rest = y - x @ beta
    value = 0.5 * np.linalg.slogdet(inverse)[1] - 0.5 * rest @ inverse @ rest
    if case["method"] == "REML":
        value -= 0.5 * np.linalg.slogdet(x.T @ inverse @ x)[1]
    return value


@pytest.mark.parametrize("case", [c for c in CASES if c["model"] == "intercept"])
def test_the_quick_way_without_moderators_agrees_too(case):
    rows = DESIGNS[case["design"]]
    found = pool(
        [row["y"] for row in rows],
        [row["v"] for row in rows],
        method=Method(case["method"]),
        interval=TESTS[case["test"]],
    )
    by_matrices = ours(case)
    assert found.estimate == pytest.approx(by_matrices.coefficients[0].estimate, abs=1e-9)
    assert found.ci_low == pytest.approx(by_matrices.coefficients[0].ci_low, abs=1e-8)
    assert found.tau2 == pytest.approx(by_matrices.tau2, abs=1e-8)
