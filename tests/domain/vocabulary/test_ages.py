import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.vocabulary.ages import BANDS, OLDEST, Ages, mentions, population

SAID = [
    ("reduce loneliness among over-65s living alone", "over-65s", 65, OLDEST, "older-people"),
    ("open to 65+", "65+", 65, OLDEST, "older-people"),
    ("aged 55 and over", "55 and over", 55, OLDEST, "people-over-50"),
    ("for 16-25 year olds", "16-25 year olds", 16, 25, "young-adults"),
    ("11 to 25-year-olds", "11 to 25-year-olds", 11, 25, "young-people"),
    ("play for under 5s", "under 5s", 0, 4, "early-years"),
    ("under-fives", "under-fives", 0, 4, "early-years"),
    ("anyone older than 70", "older than 70", 70, OLDEST, "older-people"),
    ("the over sixties", "over sixties", 60, OLDEST, "older-people"),
    ("over the age of eighty", "over the age of eighty", 80, OLDEST, "oldest-old"),
    ("women over 50", "women over 50", 50, OLDEST, "people-over-50"),
    ("children under 11", "children under 11", 0, 10, "children"),
    ("aged between 13 and 19", "aged between 13 and 19", 13, 19, "young-people"),
    ("young people 18–30 years old", "18–30 years old", 18, 30, "young-adults"),
    ("a 0-19s service", "0-19s", 0, 19, "children-and-young-people"),
    ("over-60's", "over-60's", 60, OLDEST, "older-people"),
    ("65 years and older", "65 years and older", 65, OLDEST, "older-people"),
    ("18 or under", "18 or under", 0, 18, "children-and-young-people"),
    (
        "nine- to fourteen-year-olds",
        "nine- to fourteen-year-olds",
        9,
        14,
        "children-and-young-people",
    ),
    ("8-to-11-year-olds", "8-to-11-year-olds", 8, 11, "children"),
    ("for thirteen to eighteens", "thirteen to eighteens", 13, 18, "young-people"),
    ("those past seventy who sing", "past seventy", 70, OLDEST, "older-people"),
    ("anyone past sixty-five", "past sixty-five", 65, OLDEST, "older-people"),
    ("women in their forties", "in their forties", 40, 49, "adults"),
    ("people in their late seventies", "in their late seventies", 70, 79, "older-people"),
    ("men in their 50s and 60s", "in their 50s and 60s", 50, 69, "people-over-50"),
    ("girls of 11-14", "girls of 11-14", 11, 14, "young-people"),
    ("Children and young people; 10-18", "young people; 10-18", 10, 18, "young-people"),
    ("young people (16-25)", "16-25", 16, 25, "young-adults"),
    ("a child under 5", "child under 5", 0, 4, "early-years"),
    ("children under two", "children under two", 0, 1, "early-years"),
    ("widows over 80", "widows over 80", 80, OLDEST, "oldest-old"),
    ("11–14s", "11–14s", 11, 14, "young-people"),
    ("aged 8 to 11", "aged 8 to 11", 8, 11, "children"),
    ("over thirty-five years old", "over thirty-five", 35, OLDEST, "adults"),
]
NOT_AGES = [
    "over 65 people came",
    "people over 20 weeks",
    "over 60 sessions",
    "10-12 weeks",
    "£65+ a head",
    "2014-15",
    "over 1,000 visits",
    "20-30 people",
    "1950s and over",
    "between 200 and 300 participants",
    "from 8 to 80",
    "a five year plan",
    "over 80 venues",
    "the over 80 venues we know",
    "under 5 miles",
    "people under 5 miles away",
    "60 minutes",
    "adults for 45 to 60 minutes",
    "£65",
    "under £65",
    "call 01843 656 600",
    "residents 020 7946 0958",
    "ring the carers on 07700 900 18 to 25",
    "since 1965",
    "from 2014 to 2019",
    "for over 50 years",
    "over twenty years of work",
    "the past fifty years",
    "over the past 60 projects",
    "half past ten",
    "past seventy performances",
    "in the seventies",
    "music of the 60s",
    "in their 1950s house",
    "people under one roof",
    "children, 10-18 July",
    "girls: 10-11.30am",
    "people of 20 to 30 countries",
    "one to one support",
    "from nine to five",
]


@pytest.mark.parametrize(("text", "words", "youngest", "oldest", "code"), SAID)
def test_ages_as_people_write_them(text, words, youngest, oldest, code):
    (mention,) = mentions(text)
    assert words in text[mention.start : mention.end]
    assert mention.ages == Ages(youngest, oldest)
    assert population(mention.ages) == f"population.{code}"


@pytest.mark.parametrize("text", NOT_AGES)
def test_other_numbers_are_not_ages(text):
    assert list(mentions(text)) == []


def test_a_range_across_many_ages_means_no_group_in_particular():
    assert population(Ages(0, 64)) is None


@given(st.integers(0, OLDEST - 1), st.integers(1, OLDEST))
def test_every_range_means_a_known_group_or_none(youngest, oldest):
    if youngest < oldest:
        assert population(Ages(youngest, oldest)) in (None, *BANDS)


@given(st.integers(18, 99))
def test_over_an_age_means_a_group_that_has_begun_by_then(age):
    assert BANDS[population(Ages(age, OLDEST))].youngest <= age
