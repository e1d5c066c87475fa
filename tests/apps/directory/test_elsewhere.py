"""What the directory shows on the pages of places and terms, and that the numbers agree."""

import pytest

from counterpoint.apps.places import panels
from counterpoint.apps.places.queries import ids_within
from counterpoint.apps.vocabulary import queries as vocabulary
from counterpoint.apps.vocabulary.models import Concept
from tests.factories import directory

pytestmark = pytest.mark.django_db


def test_a_place_shows_who_is_based_there_what_is_offered_needed_and_was_awarded():
    places = directory.places()
    choir = directory.organisation("Example Choir", place=places["Thanet"])
    offer = directory.offer(choir, title="Singing")
    offer.service_areas.set([places["Kent"]])
    directory.need(place=places["Thanet"], title="Fewer falls")
    directory.award(funder=choir, recipient=None, place=places["Thanet"])
    kent = places["Kent"]
    shown = {str(one.title): one for one in panels.of(kent, ids_within(kent.code))}
    assert shown["Organisations based here"].links[0].label == "Example Choir"
    assert [link.label for link in shown["Offers"].links] == ["Singing"]
    assert [link.label for link in shown["Needs"].links] == ["Fewer falls"]
    assert shown["Awards"].count == 1
    assert shown["Awards"].more.url == "/awards/?place=E10000016"


def test_a_place_with_nothing_in_it_shows_nothing_of_ours():
    wales = directory.places()["Wales"]
    titles = {str(one.title) for one in panels.of(wales, ids_within(wales.code))}
    assert not titles & {"Organisations based here", "Offers", "Needs", "Awards"}


def test_more_than_a_few_are_a_link_away():
    places = directory.places()
    for number in range(7):
        directory.organisation(f"Choir {number}", place=places["Thanet"])
    shown = panels.of(places["Thanet"], ids_within("E07000114"))
    panel = next(one for one in shown if str(one.title) == "Organisations based here")
    assert (panel.count, len(panel.links)) == (7, 5)
    assert panel.more.url == "/organisations/?place=E07000114"


def used(code):
    concept = Concept.objects.get(code=code)
    return vocabulary.where_used(concept, vocabulary.index())


def test_a_term_says_where_it_is_used_and_the_list_behind_agrees(client, small_vocabulary):
    directory.offer()
    directory.need()
    for code, counts in (
        ("activity.singing", {"organisations": 2, "offers": 1, "needs": 0}),
        ("outcome.reduced-loneliness", {"organisations": 1, "offers": 1, "needs": 1}),
    ):
        found = {str(use.label): use for use in used(code)}
        for label, count in counts.items():
            assert found[label].count == count, (code, label)
            html = client.get(found[label].url).content.decode()
            word = label if count != 1 else label[:-1]
            assert f"{count} {word}" in html
