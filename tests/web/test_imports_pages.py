"""The pages of imports, as the programme team gets them; each is checked by `tests/pages.py`."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from counterpoint.apps.directory.models import DataSource, Offer, Organisation
from counterpoint.apps.imports import tasks
from counterpoint.apps.imports.actions import uploads
from counterpoint.apps.imports.models import DoubtfulMatch, ImportRun, SavedMapping, Stage
from tests.factories import accounts, imports
from tests.factories.words import load_small_vocabulary

UNKNOWN = "was,wie,wo\nChor,Wir singen,Leeds\nTanz,Wir tanzen,Hull\n"


@pytest.fixture(autouse=True)
def words(db, tmp_path_factory):
    load_small_vocabulary(tmp_path_factory.mktemp("vocabulary"))


@pytest.fixture(autouse=True)
def search_is_left_alone(monkeypatch):
    """The index belongs to matching, and to the whole process."""
    asked = []
    monkeypatch.setattr(tasks, "refresh_search", lambda: asked.append(True))
    return asked


@pytest.fixture(autouse=True)
def a_place_for_uploads(settings, tmp_path_factory):
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("uploads")


@pytest.fixture
def team(db):
    return accounts.person("Tess Team", is_programme_team=True)


@pytest.fixture
def office(visit, team):
    return visit.as_(team)


@pytest.fixture
def send(office, django_capture_on_commit_callbacks):
    """Sends a form and lets the work that it asks for be done."""

    def sent(address, **fields):
        if address == "/imports/new/":
            fields = {"kind": "auto", **fields}
        with django_capture_on_commit_callbacks(execute=True):
            return office.post(address, **fields)

    return sent


def file(words=imports.OFFERS, name="offers.csv"):
    content = words.encode() if isinstance(words, str) else words
    return SimpleUploadedFile(name, content)


def run_page(page):
    """The page as it is after the work: the answer to the form was made before."""
    return f"/imports/{ImportRun.objects.latest('pk').pk}/"


class TestWhoMayCome:
    def test_a_visitor_is_asked_to_sign_in(self, client, db):
        response = client.get("/imports/")
        assert response.status_code == 302
        assert response["Location"].startswith("/account/login/")

    @pytest.mark.parametrize("address", ["/imports/", "/imports/new/", "/imports/doubts/"])
    def test_somebody_of_no_team_is_refused(self, visit, address):
        page = visit.as_(accounts.person())(address, status=403)
        assert "programme team" in page.words

    def test_the_account_menu_offers_it_to_the_team_alone(self, visit, team):
        assert "Imports" not in visit.as_(accounts.person())("/data-sources/").links
        assert visit.as_(team)("/data-sources/").links["Imports"] == "/imports/"


class TestList:
    def test_without_imports_it_says_what_to_do(self, office):
        page = office("/imports/")
        assert "Nothing has been imported yet" in page.words
        assert page.links["Import a file"] == "/imports/new/"

    def test_it_shows_each_import_with_its_counts(self, office, tmp_path, team):
        imports.imported(tmp_path, imports.OFFERS_WITH_A_FAULT, by=team)
        words = office("/imports/").words
        for expected in ("offers.csv", "Finished", "Offers", "Tess Team", "2 1 0 1"):
            assert expected in words

    def test_it_asks_the_database_as_often_for_many_as_for_one(
        self, office, tmp_path, team, django_assert_max_num_queries
    ):
        for number in range(25):
            imports.imported(
                tmp_path,
                f"id,title,description\n{number},A{number},B",
                name=f"{number}.csv",
                by=team,
            )
        with django_assert_max_num_queries(9):
            page = office("/imports/")
        assert "1 to 20 of 25" in page.words
        assert "Next" in page.links


class TestSendingAFile:
    def test_a_good_file_is_imported_and_reported(self, send, office, search_is_left_alone):
        send("/imports/new/", file=file())
        page = office(run_page(office))
        assert page.heading == "offers.csv"
        assert "Finished" in page.words
        assert Offer.objects.filter(title="Singing for health").exists()
        assert search_is_left_alone

    def test_the_upload_goes_when_it_was_read(self, send):
        send("/imports/new/", file=file())
        run = ImportRun.objects.get()
        assert run.path == ""
        assert not list(uploads.folder().glob("*.csv"))

    def test_without_a_file_it_asks_for_one(self, office):
        assert office.post("/imports/new/", kind="auto").errors == ["File: Choose a file."]

    def test_a_web_page_under_the_name_of_a_workbook_is_refused(self, send):
        page = send("/imports/new/", file=file("<html><table></table></html>", "grants.xlsx"))
        assert "a web page or XML saved under the name of a workbook" in page.errors[0]
        assert not ImportRun.objects.exists()
        assert not list(uploads.folder().glob("*.xlsx"))

    def test_the_note_beside_an_open_workbook_is_refused(self, send):
        page = send("/imports/new/", file=file(b"x", "~$grants.xlsx"))
        assert "“~$”" in page.errors[0]

    def test_a_file_that_is_too_large_is_refused_with_both_sizes(self, send, settings):
        settings.LARGEST_UPLOAD_BYTES = 1_000_000
        page = send("/imports/new/", file=file(b"a,b\n" * 300_000))
        assert "This file has 2 MB; at most 1 MB can be sent here." in page.errors[0]

    def test_the_name_of_the_file_leads_nowhere_on_the_disk(self, send):
        send("/imports/new/", file=file(UNKNOWN, "..\\..\\evil.sh"))
        path = Path(ImportRun.objects.get().path)
        assert path.parent == Path(settings.MEDIA_ROOT) / "imports"
        assert path.suffix == ""

    def test_the_same_bytes_are_asked_about_before_anything_starts(self, send, office):
        send("/imports/new/", file=file())
        page = send("/imports/new/", file=file(name="again.csv"))
        assert page.heading == "This file was imported before"
        assert ImportRun.objects.count() == 1
        hidden = {
            field.get("name"): field.get("value")
            for field in page.tree.iter("input")
            if field.get("type") == "hidden" and field.get("name") != "csrfmiddlewaretoken"
        }
        send("/imports/new/", **hidden)
        again = ImportRun.objects.latest("pk")
        assert (again.file_name, again.counts["unchanged"]) == ("again.csv", 2)

    def test_a_made_up_ticket_opens_no_file(self, send):
        page = send("/imports/new/", ticket="../../etc/passwd", file_name="x.csv")
        assert "The file is no longer here." in page.errors[0]

    def test_what_the_sender_says_goes_with_the_records(self, send):
        send("/imports/new/", file=file(), publisher="Example Trust", licence="CC BY 4.0")
        source = DataSource.objects.get()
        assert (source.publisher, source.licence) == ("Example Trust", "CC BY 4.0")


class TestTrialRun:
    def test_it_stores_nothing_and_can_be_made_real(self, send, office):
        send("/imports/new/", file=file(), is_trial="on")
        page = office(run_page(office))
        assert "This was a trial run: nothing was stored" in page.words
        assert not Offer.objects.exists()
        send(f"{run_page(office)}for-real/")
        assert Offer.objects.count() == 2

    def test_a_file_that_nobody_went_on_with_is_dropped_after_a_week(self, send, office):
        send("/imports/new/", file=file(), is_trial="on")
        at = timezone.now()
        assert uploads.drop_old_uploads(at=at) == 0
        assert uploads.drop_old_uploads(at=at + uploads.KEPT_FOR + timedelta(hours=1)) >= 1
        assert "Send it again to import it for real" in office(run_page(office)).words


class TestReport:
    @pytest.fixture
    def run(self, tmp_path, team):
        return imports.imported(tmp_path, imports.OFFERS_WITH_A_FAULT, by=team)

    def test_a_refused_row_says_where_why_and_what_to_do(self, office, run):
        words = office(f"/imports/{run.pk}/").words
        assert "1 row that could not be used" in words
        assert "“title” is empty." in words
        assert "a row cannot be used without it" in words

    def test_the_refused_rows_are_a_file_that_no_spreadsheet_runs(self, office, tmp_path):
        bad = 'id,title,description\n"=1+1",,x\n'
        run = imports.imported(tmp_path, bad, name="=cmd.csv")
        response = office.client.get(f"/imports/{run.pk}/refused.csv")
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [row["row"] for row in rows] == ["2"]
        assert rows[0]["file"] == "'=cmd.csv"
        assert rows[0]["advice"]

    def test_a_corrected_file_shows_before_and_after(self, office, tmp_path):
        imports.imported(tmp_path)
        again = imports.imported(
            tmp_path, imports.OFFERS.replace("Singing for health", "Singing together")
        )
        words = office(f"/imports/{again.pk}/").words
        assert "1 record says something else now" in words
        assert "Singing for health Singing together" in words

    def test_changes_are_read_in_a_fixed_number_of_queries(
        self, office, tmp_path, django_assert_max_num_queries
    ):
        before = "id,title,description\n" + "".join(
            f"{n},Old {n},About {n}\n" for n in range(30)
        )
        imports.imported(tmp_path, before)
        run = imports.imported(tmp_path, before.replace("About", "Of"))
        with django_assert_max_num_queries(16):
            page = office(f"/imports/{run.pk}/")
        assert "1 to 20 of 30" in page.words

    def test_remarks_are_counted_with_their_first_rows(self, office, tmp_path):
        rows = "".join(f"{n},Name {n},NOTAPOSTCODE\n" for n in range(6))
        run = imports.imported(tmp_path, "id,name,postcode\n" + rows, name="list.csv")
        words = office(f"/imports/{run.pk}/").words
        assert "6 “NOTAPOSTCODE” is not a UK postcode." in words
        assert "2, 3, 4" in words


class TestProgress:
    @pytest.fixture
    def run(self, tmp_path, team):
        path = tmp_path / "offers.csv"
        path.write_text(imports.OFFERS)
        return ImportRun.objects.create(
            file_name="offers.csv",
            path=str(path),
            sha256="0" * 64,
            size_bytes=100,
            stage=Stage.RUNNING,
            share_done=0.25,
            counts={"rows": 5000},
            started_by=team,
            started_at=timezone.now(),
            beat_at=timezone.now(),
            worker="elsewhere:1",
        )

    def test_it_says_how_far_it_is(self, office, run):
        page = office(f"/imports/{run.pk}/")
        assert "25 %, 5,000 rows so far" in page.words
        assert b'http-equiv="refresh"' in page.response.content

    def test_the_time_left_is_measured_while_somebody_looks(self, office, run):
        office(f"/imports/{run.pk}/")
        key = f"import-pace:{run.pk}:{run.worker}"
        since, share = cache.get(key)
        cache.set(key, (since - timedelta(seconds=30), share))
        ImportRun.objects.update(share_done=0.5)
        response = office.client.get(f"/imports/{run.pk}/progress/")
        assert "about 60 seconds left" in response.content.decode()
        assert "HX-Refresh" not in response

    def test_the_page_is_fetched_anew_when_it_is_over(self, office, run):
        ImportRun.objects.update(stage=Stage.FINISHED)
        response = office.client.get(f"/imports/{run.pk}/progress/")
        assert response["HX-Refresh"] == "true"

    def test_a_silent_one_can_be_gone_on_with(self, office, send, run):
        ImportRun.objects.update(beat_at=timezone.now() - timedelta(minutes=5))
        page = office(f"/imports/{run.pk}/")
        assert "It has stopped" in page.words
        assert b'http-equiv="refresh"' not in page.response.content
        send(f"/imports/{run.pk}/resume/")
        assert ImportRun.objects.get().stage == Stage.FINISHED

    def test_one_that_is_at_work_is_not_started_twice(self, office, run):
        page = office.post(f"/imports/{run.pk}/resume/", status=409)
        assert "Another process is importing this file." in page.words

    def test_a_fault_of_ours_leaves_it_to_be_gone_on_with(self, office, run, monkeypatch):
        ImportRun.objects.update(stage=Stage.WAITING)

        def broken(*, run, clock):
            run.stage, run.worker = Stage.RUNNING, "here:1"
            run.save()
            raise ZeroDivisionError

        monkeypatch.setattr(tasks, "run_to_end", broken)
        with pytest.raises(ZeroDivisionError):
            tasks.import_file.call(run.pk)
        assert "It was broken off by a fault of ours" in office(f"/imports/{run.pk}/").words

    def test_the_work_asked_for_twice_is_done_once(self, run):
        ImportRun.objects.update(stage=Stage.FINISHED)
        tasks.import_file.call(run.pk)
        assert ImportRun.objects.get().beat_at == run.beat_at


class TestUndo:
    def test_it_says_what_it_means_and_takes_it_back(self, office, tmp_path, team):
        run = imports.imported(tmp_path, by=team)
        page = office(f"/imports/{run.pk}/undo/")
        assert page.heading == "Take this import back?"
        page = office.post(f"/imports/{run.pk}/undo/")
        assert "This import was taken back" in page.words
        assert not Offer.objects.exists()

    def test_a_newer_file_of_the_list_comes_first(self, office, tmp_path):
        run = imports.imported(tmp_path)
        imports.imported(tmp_path, imports.OFFERS.replace("weekly", "daily"))
        page = office(f"/imports/{run.pk}/undo/")
        assert "Take that one back first" in page.words


class TestColumns:
    @pytest.fixture
    def run(self, send):
        send("/imports/new/", file=file(UNKNOWN, "liste.csv"))
        return ImportRun.objects.get()

    def test_an_unknown_list_asks_for_its_columns(self, office, run):
        page = office(f"/imports/{run.pk}/")
        assert "Waits for its columns" in page.words
        page = office(page.links["Say which column is what"])
        assert "Chor Wir singen Leeds" in page.words

    def test_a_field_that_is_needed_is_asked_for(self, office, run):
        page = office.post(f"/imports/{run.pk}/columns/?kind=offers", name="Chöre")
        assert page.errors == ["Title: A row cannot be used without it: choose its column."]

    def test_one_column_cannot_be_two_fields(self, office, run):
        page = office.post(
            f"/imports/{run.pk}/columns/?kind=offers",
            **{"name": "Chöre", "column-title": "was", "column-description": "was"},
        )
        assert page.errors == ["Description: This column was chosen for another field above."]

    def test_once_said_the_file_is_read_and_so_is_the_next(self, send, office, run):
        chosen = {"name": "Chöre", "column-title": "was", "column-description": "wie"}
        send(f"/imports/{run.pk}/columns/?kind=offers", **chosen)
        assert set(Offer.objects.values_list("title", flat=True)) == {"Chor", "Tanz"}
        send("/imports/new/", file=file(UNKNOWN + "Film,Wir drehen,York\n", "neu.csv"))
        assert Offer.objects.filter(title="Film").exists()
        assert "Chöre" in office("/imports/mappings/").links

    def test_saved_columns_are_changed_and_removed(self, office, team):
        saved = imports.mapping(by=team)
        assert "The choir list" in office(f"/imports/mappings/{saved.pk}/").heading
        office.post(f"/imports/mappings/{saved.pk}/", **{"column-title": "wo"})
        assert SavedMapping.objects.get().columns == {"title": "wo"}
        page = office.post(f"/imports/mappings/{saved.pk}/remove/")
        assert "No columns are saved" in page.words

    def test_a_finished_import_has_no_columns_to_choose(self, office, tmp_path):
        run = imports.imported(tmp_path)
        page = office(f"/imports/{run.pk}/columns/")
        assert page.heading == "There are no columns to choose from"


class TestDoubts:
    @pytest.fixture
    def doubt(self, tmp_path):
        return imports.doubt(imports.imported(tmp_path))

    def test_an_empty_queue_says_so(self, office):
        assert "Nothing waits for a decision" in office("/imports/doubts/").words

    def test_both_records_stand_side_by_side_with_what_speaks_for_it(self, office, doubt):
        page = office("/imports/doubts/")
        assert (
            "One name is the beginning of the other. They are in the same district."
            in page.words
        )
        assert {"Example Truck Theatre", "Example Truck"} <= page.links.keys()
        assert "65 of 100" in page.words

    def test_decisions_of_a_page_are_sent_together_and_taken_back(self, office, doubt):
        other = imports.doubt(doubt.run, "Example Arts", "Example Arts Ltd Leeds")
        page = office.post(
            "/imports/doubts/",
            **{
                "doubt": [doubt.pk, other.pk],
                f"doubt-{doubt.pk}-answer": "same",
                f"doubt-{other.pk}-answer": "different",
            },
        )
        assert "Nothing waits for a decision" in page.words
        doubt.refresh_from_db()
        assert (doubt.answer, doubt.newcomer.merged_into) == ("same", doubt.candidate)
        page = office.post(f"/imports/doubts/{doubt.pk}/", answer="undo")
        assert "Are these the same?" in page.heading
        assert DoubtfulMatch.objects.waiting().get() == doubt
        assert Organisation.objects.get(pk=doubt.newcomer_id).merged_into is None

    def test_what_is_left_for_later_stays(self, office, doubt):
        office.post(
            "/imports/doubts/", **{"doubt": doubt.pk, f"doubt-{doubt.pk}-answer": "later"}
        )
        assert DoubtfulMatch.objects.waiting().count() == 1

    def test_one_that_somebody_else_decided_is_said(self, office, doubt):
        office.post(f"/imports/doubts/{doubt.pk}/", answer="different")
        fields = {"doubt": doubt.pk, f"doubt-{doubt.pk}-answer": "same"}
        response = office.client.post("/imports/doubts/", fields, follow=True)
        assert "Somebody has decided this meanwhile." in response.content.decode()

    def test_a_page_of_pairs_takes_a_fixed_number_of_queries(
        self, office, doubt, django_assert_max_num_queries
    ):
        for number in range(12):
            imports.doubt(doubt.run, f"Example Hall {number}", f"Example Hall {number} Trust")
        with django_assert_max_num_queries(16):
            page = office("/imports/doubts/")
        assert "1 to 10 of 13" in page.words


class TestDataSources:
    def test_everybody_can_read_who_published_what_under_which_licence(self, visit, tmp_path):
        imports.imported(
            tmp_path, publisher="Example Trust", licence="CC BY 4.0", url="https://x.example/"
        )
        page = visit("/data-sources/")
        assert page.links["CC BY 4.0"] == "https://creativecommons.org/licenses/by/4.0/"
        for expected in (
            "Published by Example Trust",
            "2 offers",
            "1 file",
            "2 November 2026",
        ):
            assert expected in page.words

    def test_the_count_follows_an_import_that_is_taken_back(self, visit, office, tmp_path):
        run = imports.imported(tmp_path, publisher="Example Trust")
        assert "2 offers" in visit("/data-sources/").words
        office.post(f"/imports/{run.pk}/undo/")
        assert "none at present" in visit("/data-sources/").words

    def test_invented_examples_say_so(self, visit, tmp_path):
        imports.imported(tmp_path)
        assert "made up to show" not in visit("/data-sources/").words
        imports.imported(tmp_path, imports.OFFERS.replace("Tideway", "Example"), source="Ours")
        assert "made up to show" in visit("/data-sources/").words

    def test_it_leaves_as_csv_and_json_with_the_same_rows(self, client, tmp_path):
        imports.imported(tmp_path, publisher="=Example")
        text = client.get("/data-sources/sources.csv").content.decode("utf-8-sig")
        row = next(csv.DictReader(io.StringIO(text)))
        assert (row["publisher"], row["offers"]) == ("'=Example", "2")
        listed = json.loads(client.get("/data-sources/sources.json").content)
        assert [(one["publisher"], one["offers"]) for one in listed] == [("=Example", 2)]

    def test_the_tables_of_the_product_name_their_publishers_too(self, visit):
        page = visit("/data-sources/")
        assert "Office for National Statistics" in page.words

    def test_many_sources_take_no_more_queries(
        self, client, tmp_path, django_assert_max_num_queries
    ):
        for number in range(8):
            text = f"id,title,description\n{number},A{number},B{number}"
            imports.imported(tmp_path, text, publisher=f"Publisher {number}")
        with django_assert_max_num_queries(7):
            client.get("/data-sources/")
