"""Names are found by their first word and longest first. The plain way tries every name at every
word; both must find the same."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from counterpoint.domain.places.naming import key as key_of
from counterpoint.domain.places.naming import spoken_forms
from counterpoint.domain.places.place import Use
from counterpoint.domain.places.written import Written
from tests.domain.places.made import PLACES, gazetteer

KNOWN = gazetteer()
NAMES = sorted(
    {key_of(name) for place in PLACES for name in spoken_forms(place)}
    | {key_of(o.name) for place in PLACES for o in place.other_names if o.use is not Use.CODE}
)
LONG_NAMES = [name for name in NAMES if len(name) > 3]
FILLERS = [
    "and",
    "of",
    "nhs",
    "kent",
    "north",
    "the",
    "west",
    "dance",
    "in",
    "bournemouth",
    "st",
]

texts = st.lists(st.sampled_from([*LONG_NAMES, *FILLERS]), max_size=12).map(" ".join)


def hits_the_slow_way(text):
    words = text.split()
    found, index = [], 0
    while index < len(words):
        here = [
            name
            for name in LONG_NAMES
            if words[index : index + len(name.split())] == name.split()
        ]
        if here:
            longest = max(here, key=lambda name: len(name.split()))
            found.append((index, longest))
            index += len(longest.split())
        else:
            index += 1
    return found


@settings(max_examples=300)
@given(texts)
def test_both_ways_find_the_same_names(text):
    hits = KNOWN.names.hits(Written(text))
    fast = [(hit.first, hit.key) for hit in hits if hit.places and len(hit.key) > 3]
    assert fast == hits_the_slow_way(text)


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_words_stand_where_it_says(text):
    reading = KNOWN.read(text)
    for found in (*reading.mentions, *reading.unknowns):
        assert text[found.start : found.end] == found.words


def test_seventy_words_take_well_under_a_millisecond():
    """The bound is ten times what a slow core takes, so that only a change of kind breaks it."""
    text = (
        "We are looking for singing and dance for older people with dementia and their carers "
        "across Thanet, Dover and Margate, with outreach in Deal, working with NHS Kent and "
        "Medway, link workers, care homes and libraries in East Kent, starting in March next "
        "year and running for two years, with online sessions for people who cannot travel and "
        "visits to halls and homes, and with training for staff who want to go on alone after."
    )
    KNOWN.read(text)
    begun = time.process_time()
    for _ in range(50):
        KNOWN.read(text)
    assert (time.process_time() - begun) / 50 < 0.003
