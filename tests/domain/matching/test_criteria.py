import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.matching.criteria import DEFAULTS, Criterion, WeightRefused, Weights


def test_weights_not_moved_are_the_usual_ones():
    assert all(Weights()[criterion] == DEFAULTS[criterion] for criterion in Criterion)
    assert str(Weights()) == ""


@given(st.dictionaries(st.sampled_from(Criterion), st.integers(0, 100)))
def test_weights_survive_an_address(moved):
    weights = Weights(moved)
    back = Weights.parse(str(weights))
    assert all(back[criterion] == weights[criterion] for criterion in Criterion)


@pytest.mark.parametrize(
    "text", ["fame:10", "place", "place:", "place:101", "place:-1", "place:1.5", "place:ten"]
)
def test_what_is_no_weight_is_refused(text):
    with pytest.raises(WeightRefused):
        Weights.parse(text)
