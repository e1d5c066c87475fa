"""Scoring pasted answers: what the page says, and what it refuses to say."""

import pytest

pytestmark = pytest.mark.django_db

ITEMS = [f"q{n}" for n in range(1, 8)]


def row(person, when, raw):
    answers, left = [], raw - 7
    for _item in ITEMS:
        answers.append(1 + min(4, left))
        left -= answers[-1] - 1
    return ",".join([person, when, *map(str, answers)])


def pasted(pairs, only_before=()):
    lines = [",".join(["person", "when", *ITEMS])]
    for number, (before, after) in enumerate(pairs):
        lines += [row(f"P{number}", "before", before), row(f"P{number}", "after", after)]
    lines += [row(f"Q{number}", "before", raw) for number, raw in enumerate(only_before)]
    return "\n".join(lines)


FIVE = [(18, 21), (20, 22), (22, 26), (24, 25), (25, 28)]


def test_five_people_get_their_numbers_and_no_headline(visit):
    page = visit.post("/measures/swemwbs/score/", answers=pasted(FIVE, [20]))
    assert (
        "started: 6; completed: not stated; measured both times: 5; missing: 1" in page.words
    )
    assert "Too few people answered both times for a headline." in page.words
    assert "On average" not in page.words
    assert "Mean change 1.99" in page.words
    assert "1.03: one standard error of measurement 4 0" in page.words
    assert "2.77 standard errors of measurement 1 0" in page.words


def test_forty_pairs_get_a_sentence_with_what_must_be_said_beside_it(visit):
    page = visit.post("/measures/swemwbs/score/", answers=pasted(FIVE * 8), referred=60)
    assert "On average 1.99 points better." in page.words
    assert "Referred: 60; started: 40" in page.words
    assert "regression to the mean" in page.words
    assert "at most 2 of 5" in page.words


def test_no_clear_change_is_called_that(visit):
    page = visit.post("/measures/swemwbs/score/", answers=pasted([(20, 22), (22, 20)] * 20))
    assert "No clear change: the interval holds zero." in page.words


def test_problems_are_told_by_row_and_nothing_is_scored(visit):
    page = visit.post("/measures/ons4/score/", answers="person,when,satisfaction\nA,before,11")
    assert "There is no column “worthwhile”." in page.words
    assert "Mean change" not in page.words


def test_more_completed_than_started_is_refused(visit):
    page = visit.post("/measures/swemwbs/score/", answers=pasted(FIVE), completed=9)
    assert "can only become fewer" in page.words


def test_all_four_series_are_shown_apart(visit):
    head = "person,when,satisfaction,worthwhile,happy,anxious\n"
    rows = "".join(f"P{n},pre,5,6,{n % 9},2\nP{n},post,6,6,{n % 8},6\n" for n in range(30))
    page = visit.post("/measures/ons4/score/", answers=head + rows)
    for name in (
        "Life satisfaction",
        "Worthwhile",
        "Happiness yesterday",
        "Anxiety yesterday",
    ):
        assert name in page.words
    assert "On average 4.00 points worse." in page.words
    assert "No clear change" in page.words


def test_one_person_alone_cannot_be_compared(visit):
    page = visit.post("/measures/swemwbs/score/", answers=pasted(FIVE[:1]))
    assert "At least two people" in page.words


def test_answers_are_gone_after_scoring_and_stay_to_be_corrected_when_refused(visit):
    scored = visit.post("/measures/swemwbs/score/", answers=pasted(FIVE))
    refused = visit.post("/measures/swemwbs/score/", answers="person,when\nP0,before")
    box = [next(page.tree.iter("textarea")).text or "" for page in (scored, refused)]
    assert "P0" not in box[0]
    assert "P0,before" in box[1]
    assert "no-store" in scored.response["Cache-Control"]
