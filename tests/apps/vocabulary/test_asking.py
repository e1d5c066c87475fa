import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from counterpoint.apps.history.wellbeing import all_answers
from counterpoint.apps.vocabulary import actions, queries, uses
from counterpoint.apps.vocabulary.models import Concept
from tests.apps.vocabulary.files import OUTCOMES, write


def test_a_text_is_read_with_what_is_loaded(loaded):
    reading = queries.lexicon().read("A choir to reduce loneliness")
    assert {one.concept.code for one in reading.understood} == {
        "activity.choir",
        "outcome.reduced-loneliness",
    }
    assert (
        queries.crosswalk().link("outcome.reduced-loneliness", "activity.choir").weight == 0.75
    )
    assert queries.lexicon().read("commission a mural").is_refused


def test_asking_again_costs_one_small_query(loaded):
    queries.lexicon(), queries.crosswalk()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        first, again = queries.lexicon(), queries.lexicon()
    assert first is again
    assert len(asked) == 2


def test_a_new_release_is_followed_at_once(loaded, at):
    assert queries.vocabulary().get("outcome.connection").name == "More connection"
    write(loaded, outcomes=OUTCOMES.replace("More connection", "More company"))
    actions.load(folder=loaded, by=None, at=at)
    assert queries.vocabulary().get("outcome.connection").name == "More company"


@pytest.mark.django_db
def test_before_anything_is_loaded_nothing_is_understood():
    assert queries.lexicon().read("loneliness").understood == ()
    assert queries.release_hash() == ""


def test_ordinary_words_are_not_taken_for_slips(loaded):
    assert "chair" in queries.ordinary_words()
    assert queries.lexicon().read("a chair").understood == ()


def test_apps_that_use_concepts_are_asked_where(loaded, monkeypatch):
    monkeypatch.setattr(uses, "_COUNTERS", [])
    uses.counts(lambda concept, within: uses.Use("offers", len(within), "/offers/"))
    (use,) = queries.where_used(
        Concept.objects.get(code="outcome.connection"), queries.index()
    )
    assert (use.label, use.count) == ("offers", 2)


def doctor() -> tuple[bool, str]:
    (answer,) = (one for one in all_answers() if one.part == "vocabulary")
    return answer.is_well, f"{answer.says} {answer.advice}"


@pytest.mark.django_db
def test_the_doctor_says_that_nothing_is_loaded():
    is_well, says = doctor()
    assert not is_well
    assert "counterpoint vocabulary load" in says


def test_the_doctor_notices_that_the_files_have_changed(loaded, settings):
    settings.VOCABULARIES = loaded
    assert doctor()[0]
    write(loaded, outcomes=OUTCOMES.replace("More connection", "More company"))
    is_well, says = doctor()
    assert not is_well
    assert "The files have changed since" in says


def test_the_doctor_is_calm_when_the_files_are_elsewhere(loaded, settings, tmp_path):
    settings.VOCABULARIES = tmp_path / "nowhere"
    is_well, says = doctor()
    assert is_well
    assert "There are no vocabulary files" in says
