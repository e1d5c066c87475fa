"""The forty studies, their pages, the gap map, and tiers that stay apart."""

import json

import pytest
from django.db import IntegrityError, transaction

from counterpoint.apps.accounts.permissions import NotOfTheProgrammeTeam
from counterpoint.apps.evidence.actions import first_content
from counterpoint.apps.evidence.actions.studies import AlreadyRecorded, UnknownConcept
from counterpoint.apps.evidence.models import Effect, Study
from counterpoint.apps.evidence.presenters.pools import pools
from counterpoint.apps.evidence.queries.gap_map import gap_map
from counterpoint.apps.evidence.queries.studies import studies_in_cell
from counterpoint.apps.history.models import Entry
from counterpoint.domain.evidence.levels import Tier
from tests.factories import accounts
from tests.factories.evidence import study

CELL = ("art_form.singing", "outcome.reduced-loneliness")


def test_loading_the_first_studies_twice_changes_nothing(forty, at):
    assert first_content.load(at=at) == 0
    assert Study.objects.count() == 40
    assert Entry.objects.filter(kind="study.recorded").count() == 40


def test_the_team_records_a_study_and_others_do_not(terms):
    assert study(by=accounts.person(is_programme_team=True)).pk
    with pytest.raises(NotOfTheProgrammeTeam):
        study(by=accounts.person())


def test_a_key_is_given_once_and_terms_must_be_known(terms):
    study(key="same")
    with pytest.raises(AlreadyRecorded):
        study(key="same")
    with pytest.raises(UnknownConcept):
        study(concepts=("outcome.nothing-like-it",))


def test_the_database_refuses_half_an_effect(terms):
    made = study()
    with pytest.raises(IntegrityError), transaction.atomic():
        Effect.objects.create(study=made, outcome="x", measure="MD", estimate=1, low=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Effect.objects.create(study=made, outcome="x", measure="MD", estimate=1, low=2, high=0)


def test_the_singing_trial_reads_as_printed_with_its_doubt(visit, forty):
    words = visit("/evidence/coulton2015/").words
    assert "n = 258" in words
    assert "MD 2.35 (95% CI 0.06–4.76)" in words
    assert "midpoint is 2.41" in words
    assert "Nesta level 3 of 5" in words
    assert "What it does not show" in words


def test_the_referral_scheme_s_page_sets_what_is_said_beside_what_was_studied(visit, forty):
    words = visit("/evidence/crone2018/").words
    assert "£216" in words
    assert "no comparison group" in words
    assert "Nesta level 2 of 5" in words
    assert "d_z 0.84" in words


def test_what_has_not_been_extracted_says_so(visit, forty):
    unread = Study.objects.filter(read="not_extracted")
    assert unread.count() == 8
    for one in unread:
        assert "has not been extracted here yet" in visit(one.get_absolute_url()).words


def test_the_list_narrows_and_counts_and_asks_little(
    visit, forty, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6):
        page = visit("/evidence/", words="tango")
    assert "3 studies" in page.words
    assert "3 studies" in visit("/evidence/", words="Hackney").words
    assert "1 study" in visit("/evidence/", design="controlled").words
    assert "No study here fits" in visit("/evidence/", words="zzz").words


def test_the_list_leaves_as_files(client, forty):
    rows = json.loads(client.get("/evidence.json?words=Hackney").content)
    assert {row["year"] for row in rows} == {2007, 2009, 2010}
    ris = client.get("/evidence.ris?words=Coulton").content.decode()
    assert "DO  - 10.1192/bjp.bp.113.129908" in ris
    assert ris.count("TY  - ") == ris.count("ER  - ") == 1
    (csl,) = json.loads(client.get("/evidence.csl.json?words=Coulton").content)
    assert csl["issued"] == {"date-parts": [[2015]]}
    assert client.get("/evidence.csv").content.decode().count("10.1192/bjp.bp.113.129908") == 1


def test_the_map_tells_strong_from_weak_from_empty(
    visit, forty, django_assert_max_num_queries
):
    found = gap_map()
    by_code = {
        (art.code, outcome.code): found.cells[art.pk, outcome.pk].certainty
        for art in found.arts
        for outcome in found.outcomes
        if (art.pk, outcome.pk) in found.cells
    }
    assert by_code["art_form.singing", "outcome.quality-of-life"] == "strong"
    assert by_code["practice_model.arts-on-prescription", "outcome.mental-wellbeing"] == "weak"
    assert by_code["art_form.music", "outcome.reduced-stress"] == "reviews"
    with django_assert_max_num_queries(8):
        page = visit("/evidence/map/")
    assert "has not been searched" in page.words
    assert "●" in page.words
    assert "○" in page.words


def test_the_map_narrows_by_design_and_leaves_as_files(visit, client, forty):
    assert "mobility-coordination" not in visit("/evidence/map/", design="cohort").words
    rows = json.loads(client.get("/evidence/map.json").content)
    assert all(row["certainty"] in {"strong", "weak", "reviews", "empty"} for row in rows)
    assert len(client.get("/evidence/map.csv").content.splitlines()) == len(rows) + 1


def test_a_cell_lists_its_studies_and_does_not_pool_a_few(visit, forty):
    words = visit("/evidence/map/art_form.singing/outcome.quality-of-life/").words
    assert "community singing" in words
    assert "Listed, not pooled" in words
    visit("/evidence/map/art_form.nothing/outcome.quality-of-life/", status=404)


def _five_trials():
    for place in range(5):
        effect = {
            "outcome": "loneliness",
            "measure": "SMD",
            "estimate": 0.1 * place,
            "low": 0.1 * place - 0.3,
            "high": 0.1 * place + 0.3,
        }
        study(effects=(effect,))


def test_a_practice_s_own_before_and_after_never_moves_the_trials(visit, terms):
    _five_trials()
    (before,) = pools(studies_in_cell(*CELL))
    assert before.tier == Tier.TRIALS
    change = {"outcome": "loneliness", "measure": "CHANGE", "t": 9.0, "df": 60}
    study(design="before_and_after", effects=(change,))
    strong = {"outcome": "l", "measure": "SMD", "estimate": 3.0, "low": 2.9, "high": 3.1}
    study(design="cohort", effects=(strong,))
    study(design="meta_analysis", effects=(strong,))
    assert pools(studies_in_cell(*CELL)) == [before]
    words = visit("/evidence/map/{}/{}/".format(*CELL)).words
    assert "SMD 0.20" in words
    assert "Observational studies" in words
