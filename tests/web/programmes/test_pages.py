"""The pages of programmes, as visitors and writers get them."""

import csv
import io
from xml.etree import ElementTree

import pytest

from counterpoint.apps.programmes.models import Programme
from tests.factories import accounts, directory, programmes

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def house():
    return directory.organisation("Example House")


@pytest.fixture
def editor(house):
    person = accounts.person()
    directory.member(house, person)
    return person


@pytest.fixture
def programme(house):
    return programmes.programme(lead=house, starts="2013-07", ends="2016-06")


class TestTheList:
    def test_it_shows_what_is_published_programmes_first(self, visit, programme):
        programmes.part_programme(programme, "An Example Town")
        programmes.programme("Unseen", is_published=False)
        page = visit("/programmes/")
        assert page.heading == "Programmes"
        assert page.words.index("Example Programme") < page.words.index("An Example Town")
        assert "July 2013 to June 2016" in page.words
        assert "Unseen" not in page.words

    def test_it_asks_the_database_the_same_for_many(
        self, visit, programme, django_assert_max_num_queries
    ):
        for number in range(12):
            programmes.part_programme(programme, f"Example Town {number}")
        with django_assert_max_num_queries(4):
            visit("/programmes/")


class TestOneProgramme:
    def test_figures_that_differ_stand_side_by_side_with_their_sources(self, visit, programme):
        programmes.figure(programme, "nine", source_name="One Report")
        programmes.figure(programme, "twelve", source_name="Another Report")
        page = visit(programme.get_absolute_url())
        assert "The sources differ" in page.words
        assert "nine : One Report" in page.words or "nine: One Report" in page.words
        assert "twelve" in page.words
        assert programmes.SOURCE in page.links.values()

    def test_the_period_leads_to_what_each_source_says(self, visit, programme):
        programmes.figure(programme, "2013 to 2017", question="When?", about="period")
        page = visit(programme.get_absolute_url())
        assert page.links["what each source says"] == "#figures"

    def test_kinds_of_money_are_never_summed(self, visit, programme):
        for kind, amount in (
            ("budget", 895_000),
            ("contract", 4_000_000),
            ("contract", 8_000_000),
            ("contract", 50_000_000),
            ("grant", 100),
            ("grant", 250),
        ):
            programmes.add(programme, "money", kind=kind, amount=amount, what="Something")
        words = visit(programme.get_absolute_url()).words
        assert "£895,000" in words
        assert "Together £350" in words
        for wrong in ("62,000,000", "62,895", "58,000,000", "12,000,000"):
            assert wrong not in words

    def test_the_line_in_time_has_its_table(self, visit, programme):
        town = programmes.part_programme(programme, "Example Town")
        programmes.move(town, "second-funder", "2017", "A scheme for great places.")
        programmes.move(town, "plan", evidence="It stands in the plan.")
        page = visit(town.get_absolute_url())
        drawn = [x.text for x in page.tree.iter() if str(x.tag).endswith("}text")]
        assert drawn[0] == "Second funder, 2017"
        assert "Contribution to a plan no date in the sources" in page.words
        assert "Nothing recorded since 2017" in page.words

    def test_localities_are_compared_on_the_page_of_their_programme(self, visit, programme):
        for name, state in (("Example Town", "plan"), ("Example City", "commission")):
            town = programmes.part_programme(programme, name)
            programmes.move(town, "research")
            programmes.move(town, state, "2026")
        words = visit(programme.get_absolute_url()).words
        assert "Desk research → Contribution to a plan (2026)" in words
        assert "Direct commission" in words

    def test_the_number_of_questions_to_the_database_does_not_grow(
        self, visit, programme, django_assert_max_num_queries
    ):
        for number in range(6):
            town = programmes.part_programme(programme, f"Example Town {number}")
            programmes.move(town, "pilot", "2015")
            programmes.figure(programme, str(number))
            programmes.add(programme, "partner", name=f"Band {number}", role="partner")
        with django_assert_max_num_queries(14):
            visit(programme.get_absolute_url())

    def test_a_draft_is_for_its_writers(self, visit, house, editor):
        draft = programmes.programme("Draft Programme", lead=house, is_published=False)
        visit(draft.get_absolute_url(), status=404)
        visit(f"{draft.get_absolute_url()}changes.atom", status=404)
        page = visit.as_(editor)(draft.get_absolute_url())
        assert page.heading == "Draft Programme"


class TestTheCatalogue:
    def test_publications_and_events_are_lists_and_files(self, visit, client, programme):
        programmes.add(programme, "item", kind="publication", title="=A Report", on="2016-04")
        programmes.add(programme, "item", kind="event", title="A Seminar", on="2014-06-10")
        page = visit("/programmes/publications/")
        assert "=A Report" in page.words
        assert "April 2016" in page.words
        assert "A Seminar" not in page.words
        assert "10 June 2014" in visit("/programmes/events/").words
        answer = client.get("/programmes/publications.csv")
        text = b"".join(answer.streaming_content).decode("utf-8-sig")
        (row,) = csv.DictReader(io.StringIO(text))
        assert row["Title"] == "'=A Report"
        assert (row["Date"], row["Source"]) == ("2016-04", programmes.SOURCE)


class TestFollowing:
    def test_the_feed_tells_what_changed_and_names_nobody(self, client, house, editor):
        editor.name = "Surname"
        editor.save()
        made = programmes.programme("Followed", lead=house, by=editor)
        answer = client.get(f"{made.get_absolute_url()}changes.atom")
        assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
        feed = ElementTree.fromstring(answer.content)
        titles = [one.findtext(f"{ATOM}title") for one in feed.iter(f"{ATOM}entry")]
        assert titles == [
            "A member published Followed",
            "A member began the programme Followed",
        ]
        assert b"Surname" not in answer.content


class TestWriting:
    def test_a_programme_is_set_up_in_one_sitting(self, visit, house, editor):
        form = visit.as_(editor)
        page = form("/programmes/new/")
        assert "Awareness of commissioners" in page.words
        made = form.post(
            "/programmes/new/",
            name="Sing Together",
            lead="Example House",
            starts="2027",
            aims="More singing.",
            strands="Skills\nInfluence",
            pilots="Example County",
            localities="Example Town\nExample City",
        )
        assert made.heading == "Sing Together"
        for words in ("Skills", "Example County", "Example City"):
            assert words in made.words
        assert "Your draft stands" in " ".join(made.notices)

    def test_somebody_elses_organisation_leads_nothing_for_me(self, visit, house):
        page = visit.as_(accounts.person()).post(
            "/programmes/new/", name="Mine", lead="Example House"
        )
        assert "Only members of the organisation can change this." in page.words
        assert not Programme.objects.exists()

    def test_what_is_known_is_added_and_taken_off(self, visit, programme, editor):
        member, base = visit.as_(editor), programme.get_absolute_url()
        page = member.post(
            f"{base}add/figure/",
            question="How many?",
            about="other",
            figure="nine",
            source_name="A Report",
            said_on="2016",
            source_url=programmes.SOURCE,
        )
        assert "nine" in page.words
        pk = programme.figures.get().pk
        page = member.post(f"{base}parts/figure/{pk}/remove/")
        assert not programme.figures.exists()
        assert "The history keeps that it was here." in " ".join(page.notices)

    def test_a_refusal_stands_in_the_form(self, visit, programme, editor):
        page = visit.as_(editor).post(
            f"{programme.get_absolute_url()}add/move/", state="pilot", on="soon", evidence="x"
        )
        assert any("not a year" in error for error in page.errors)

    @pytest.mark.parametrize(
        "what", ["strand", "partner", "money", "move", "figure", "item", "question", "lesson"]
    )
    def test_each_thing_has_its_form(self, visit, programme, editor, what):
        page = visit.as_(editor)(f"{programme.get_absolute_url()}add/{what}/")
        assert page.heading.startswith("Add: ")

    def test_two_writers_do_not_overwrite_each_other(self, visit, programme, editor):
        member, address = visit.as_(editor), f"{programme.get_absolute_url()}edit/"
        words = {"name": programme.name, "seen": programme.updated_at.isoformat()}
        saved = member.post(address, **words, aims="First.")
        assert "First." in saved.words
        refused = member.post(address, **words, aims="Second.")
        assert "Somebody else saved this" in refused.words
        programme.refresh_from_db()
        assert programme.aims == "First."


class TestElsewhere:
    def test_an_organisation_shows_what_it_took_part_in(self, visit, programme, house):
        programmes.add(programme, "partner", name="Example House", role="research")
        draft = programmes.programme("Unseen", lead=house, is_published=False)
        programmes.add(draft, "partner", name="Example House", role="lead")
        page = visit(house.get_absolute_url())
        assert page.links["Example Programme"] == programme.get_absolute_url()
        assert "Research" in page.words
        assert "Unseen" not in page.words

    def test_a_place_shows_its_programmes(self, visit, programme):
        thanet = directory.places()["Thanet"]
        programmes.part_programme(programme, "Example Locality", place=thanet)
        page = visit(thanet.get_absolute_url())
        assert "Example Locality" in page.links
        assert "Programmes 1" in page.words
