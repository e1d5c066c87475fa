import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.matching.fusion import reciprocal_rank_fusion


def test_the_sums_of_a_worked_example():
    fused = dict(reciprocal_rank_fusion([["a", "b", "c"], ["b", "d"]]))
    assert fused == {
        "b": pytest.approx(1 / 62 + 1 / 61),
        "a": pytest.approx(1 / 61),
        "d": pytest.approx(1 / 62),
        "c": pytest.approx(1 / 63),
    }
    assert list(fused) == ["b", "a", "d", "c"]


RANKINGS = st.lists(st.lists(st.integers(0, 20), unique=True), max_size=4)


@given(RANKINGS)
def test_everything_ranked_is_fused_once_best_first(rankings):
    fused = reciprocal_rank_fusion(rankings)
    assert sorted(key for key, _ in fused) == sorted({key for one in rankings for key in one})
    assert [score for _, score in fused] == sorted((s for _, s in fused), reverse=True)


@given(RANKINGS)
def test_agreeing_rankings_keep_their_order(rankings):
    for ranking in rankings:
        assert [key for key, _ in reciprocal_rank_fusion([ranking] * 3)] == ranking
