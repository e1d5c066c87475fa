"""The pages of places, as a visitor gets them. Every page is checked by `tests/pages.py`."""

import csv
import io
import json

import pytest

from counterpoint.apps.places import panels
from counterpoint.web.components import Link
from tests.factories import places


@pytest.fixture(autouse=True)
def loaded(db, tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    return places.load(folder)


class TestIndex:
    def test_it_leads_to_nations_regions_counties_and_boards(self, visit):
        page = visit("/places/")
        assert page.heading == "Places"
        assert page.links["South East"] == "/places/E12000008/"
        assert page.links["NHS Kent and Medway Integrated Care Board"] == "/places/E54000032/"
        assert "South East 3 districts" in page.words

    def test_what_has_ended_is_not_offered_first(self, visit):
        assert "NHS Old Integrated Care Board" not in visit("/places/").links

    def test_the_map_has_the_same_links_as_the_table_beside_it(self, visit):
        page = visit("/places/")
        drawing = next(x for x in page.tree.iter() if x.get("class") == "map")
        drawn = {x.get("href") for x in drawing.iter() if str(x.tag).endswith("}a")}
        table = next(page.tree.iter("table"))
        assert (
            drawn == {link.get("href") for link in table.iter("a")} == {"/places/E12000008/"}
        )

    def test_it_says_how_to_load_places_when_there_are_none(self, visit, loaded):
        from counterpoint.apps.places.models import Place, PostcodeDistrict

        PostcodeDistrict.objects.all().delete()
        for kind in (
            "town",
            "ccg",
            "board",
            "district",
            "county",
            "region",
            "nation",
            "country",
        ):
            Place.objects.filter(kind=kind).delete()
        loaded.release.delete()
        assert "counterpoint places load" in visit("/places/").words


class TestLookingUp:
    def test_a_name_leads_to_its_place(self, visit):
        page = visit("/places/", q="Thanet")
        assert "This is Thanet." in page.words
        assert page.links["Thanet"] == "/places/E07000114/"

    def test_several_of_one_name_are_all_offered_with_where_they_lie(self, visit):
        page = visit("/places/", q="Richmond")
        assert "There is more than one Richmond. Which one do you mean?" in page.words
        assert "Richmond Dover" in page.words

    def test_an_unknown_place_is_explained(self, visit):
        page = visit("/places/", q="Margit")
        assert "We do not know a place called “Margit”." in page.words
        assert page.links["Margate"] == "/places/town.margate.E07000114/"

    def test_a_malformed_postcode_is_explained(self, visit):
        page = visit("/places/", q="CTO 1XX")
        assert "Did you mean CT0 1XX?" in page.words

    def test_former_names_are_found_and_what_has_ended_says_so(self, visit):
        assert "Folkestone and Hythe" in visit("/places/", q="Shepway").links
        assert "Old Kent District, Kent, until 2019" in visit("/places/", q="old kent").words

    def test_a_search_can_be_narrowed_to_a_kind_and_ignores_what_is_no_kind(self, visit):
        assert "NHS Thanet CCG" not in visit("/places/", q="thanet", kind="district").links
        assert "NHS Thanet CCG" in visit("/places/", q="thanet", kind="nonsense").links


class TestPlace:
    def test_it_says_what_it_is_and_what_it_lies_in(self, visit):
        page = visit("/places/E07000114/")
        assert page.heading == "Thanet"
        assert "Places / United Kingdom" in page.words or "United Kingdom" in page.links
        assert page.links["Kent"] == "/places/E10000016/"
        assert "NHS Kent and Medway Integrated Care Board" in page.links
        assert "Postcodes that begin with CT9" in page.words
        assert "Counterpoint editors: A few places; Apache-2.0" in page.words

    def test_towns_and_what_is_nearby_are_linked(self, visit):
        page = visit("/places/E07000114/")
        assert page.links["Margate"] == "/places/town.margate.E07000114/"
        assert "Dover 17 km" in page.words

    def test_a_share_of_a_district_is_told_on_both_pages(self, visit):
        assert "75%" in visit("/places/E07000108/").words
        assert "Dover 75%" in visit("/places/E54000032/").words

    def test_what_has_ended_leads_to_what_followed_it(self, visit):
        page = visit("/places/GB-NHS-10E/")
        assert "NHS Thanet CCG was there until 31" in page.words
        assert page.links["NHS Kent and Medway Integrated Care Board"] == "/places/E54000032/"

    def test_what_is_there_tells_what_came_before_it(self, visit):
        page = visit("/places/E54000032/")
        assert "What came before it" in page.words
        assert page.links["NHS Old Integrated Care Board"] == "/places/E54000999/"

    def test_other_names_are_told_with_their_language(self, visit):
        assert "Y Deyrnas Unedig (Welsh)" in visit("/places/K02000001/").words
        assert "Formerly Shepway" in visit("/places/E07000112/").words

    def test_a_town_is_a_dot_on_the_map_of_its_district(self, visit):
        page = visit("/places/town.margate.E07000114/")
        dots = [x for x in page.tree.iter() if str(x.tag).endswith("circle")]
        assert [dot.get("class") for dot in dots] == ["is-town"]

    def test_an_old_code_leads_to_the_place_of_today(self, client):
        response = client.get("/places/E07000888/")
        assert (response.status_code, response["Location"]) == (302, "/places/E07000112/")

    def test_a_code_of_nothing_is_a_page_that_helps(self, visit):
        page = visit("/places/E99999999/", status=404)
        assert "There is no place with this code." in page.words

    def test_what_other_parts_register_is_shown(self, visit, monkeypatch):
        monkeypatch.setattr(panels, "_MAKERS", [])
        panels.register(
            lambda place, within: panels.Panel(
                "Offers here",
                len(within),
                (Link("A weekly choir", "/offers/1/"),),
                Link("All offers in this place", "/offers/"),
                "Published ones.",
            )
        )
        page = visit("/places/E07000114/")
        assert "Offers here 4" in page.words
        assert page.links["A weekly choir"] == "/offers/1/"

    def test_a_page_takes_few_questions_to_the_database(
        self, client, django_assert_max_num_queries
    ):
        client.get("/places/E07000114/")
        # Twelve of its own; the rest are the counts that the directory shows on it.
        with django_assert_max_num_queries(24):
            client.get("/places/E07000114/")


class TestDownloads:
    def test_json_holds_what_the_page_says(self, client):
        told = json.loads(client.get("/places/E07000108/place.json").content)
        assert (told["name"], told["within"]) == ("Dover", "E10000016")
        assert {"code": "E54000032", "name": "NHS Kent and Medway Integrated Care Board",
                "share": 0.75, "valid_from": "2022-07-01", "valid_to": None} in told["lies_in"]  # fmt: skip
        assert told["preceded_by"] == [
            {"code": "E07000999", "name": "Old Kent", "on": "2019-04-01"}
        ]

    def test_geojson_is_a_feature_with_the_outline_or_the_point(self, client):
        response = client.get("/places/E07000114/place.geojson")
        assert response["Content-Type"] == "application/geo+json"
        feature = json.loads(response.content)
        assert (feature["type"], feature["id"]) == ("Feature", "E07000114")
        assert feature["geometry"]["type"] == "MultiPolygon"
        town = json.loads(client.get("/places/town.margate.E07000114/place.geojson").content)
        assert town["geometry"] == {"type": "Point", "coordinates": [1.38, 51.38]}
        group = json.loads(client.get("/places/GB-NHS-10E/place.geojson").content)
        assert group["geometry"] is None

    @pytest.mark.parametrize(
        ("address", "count"), [("/places/places.csv", 15), ("/places/E07000114/parts.csv", 3)]
    )
    def test_csv_has_a_row_for_each_place(self, client, address, count):
        response = client.get(address)
        assert "attachment" in response["Content-Disposition"]
        text = b"".join(response.streaming_content).decode()
        assert len(list(csv.DictReader(io.StringIO(text)))) == count

    def test_nothing_but_reading_is_answered(self, client):
        assert client.post("/places/E07000114/").status_code == 405
