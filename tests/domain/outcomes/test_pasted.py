"""Answers as people paste them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.outcomes.distribution import distribution
from counterpoint.domain.outcomes.pasted import AnswersRefused, read
from tests.domain.outcomes.written import shipped

INSTRUMENTS = shipped()
UCLA, SWEMWBS = INSTRUMENTS["ucla-3"], INSTRUMENTS["swemwbs"]
HEAD = "Participant Code;When?;Lacking companionship;LEFT OUT;isolated\n"


def problems(text):
    with pytest.raises(AnswersRefused) as refused:
        read(UCLA, HEAD + text)
    return list(refused.value.problems)


def test_headings_are_read_as_people_write_them():
    found = read(UCLA, HEAD + "A1;Pre;3;3;2\nA1;Follow-up;2;1;1\n")
    assert found.pairs(UCLA.series[0]) == [(8, 4)]


def test_a_missing_answer_leaves_the_pair_out_and_is_no_zero():
    found = read(UCLA, HEAD + "A1;pre;3;;2\nA1;post;2;1;1\nA2;pre;1;1;1\n")
    assert found.before["A1"] == {"total": None}
    assert found.pairs(UCLA.series[0]) == []
    assert len(found.before) == 2


def test_every_problem_is_told_with_its_row_and_nothing_is_taken():
    found = problems("A1;pre;4;1;1\n;pre;1;1;1\nA2;later;1;1;1\nA3;pre;x;1;1\n")
    assert "Row 2: “4” cannot be an answer to companionship." in found[0]
    assert found[1:] == [
        "Row 3: there is no code of a person.",
        "Row 4: “later” is not before or after.",
        "Row 5, companionship: “x” is not a whole number.",
    ]


def test_a_person_who_is_there_twice_is_asked_about():
    assert "A1 is there twice before" in problems("A1;pre;1;1;1\nA1;pre;2;1;1\n")[0]


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(AnswersRefused, match="no column “isolated”"):
        read(UCLA, "person,when,companionship,left-out\nA1,pre,1,1\n")


def test_a_column_copied_over_another_is_held():
    rows = "".join(f"P{n};pre;{n % 3 + 1};{n % 3 + 1};{n % 2 + 1}\n" for n in range(30))
    assert "companionship and left-out are equal in every row" in problems(rows)[0]


def test_a_total_is_read_for_what_is_scored_elsewhere():
    ghq = INSTRUMENTS["ghq-28"]
    found = read(ghq, "person\twhen\ttotal\nA\tpre\t40\nA\tpost\t30\nB\tpre\t\n")
    assert found.pairs(ghq.series[0]) == [(40, 30)]


@given(
    st.lists(st.tuples(*[st.sampled_from([s for _r, s in SWEMWBS.series[0].conversion])] * 2))
)
def test_every_score_is_in_one_step(pairs):
    steps = distribution(SWEMWBS.series[0], pairs)
    assert (
        sum(step.before for step in steps) == sum(step.after for step in steps) == len(pairs)
    )
    assert (steps[0].lowest, steps[-1].highest) == (7, 35)
