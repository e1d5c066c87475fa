"""The programme team brings a list in, looks at what was refused, and takes it back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from counterpoint.apps.directory.models import Offer
from tests.factories import accounts
from tests.journeys.browser import OpenScreen, Screen
from tests.journeys.people import sign_in
from tests.journeys.pictures import picture
from tests.journeys.scene import now

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("terms_and_places")]

LIST = """id,title,description,place,organisation
1,Harbour Voices,A weekly choir where people make friends.,Margate,Example Harbour Arts
2,,A dance class without a title.,Dover,Example Harbour Arts
3,Clay Hour,Slow making for people in pain.,Ramsgate,Example Harbour Arts
4,,Objects to hold and talk about.,Canterbury,Example Harbour Arts
5,Tea Dance,Live band and cake for grandparents.,Deal,Example Harbour Arts
"""


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_list_with_two_bad_rows_is_tried_imported_and_taken_back(
    open_screen: OpenScreen, has_scripts: bool
) -> None:
    screen = open_screen(java_script_enabled=has_scripts)
    sign_in(screen, accounts.person("Terry Team", is_programme_team=True, at=now()))
    _try_it(screen)
    assert not Offer.objects.exists()
    screen.page.get_by_role("button", name="Import it for real").click()
    expect(screen.page.get_by_text("2 rows that could not be used")).to_be_visible()
    assert Offer.objects.count() == 3
    _download_what_was_refused(screen)
    if has_scripts:
        screen.check_accessibility()
        picture(screen, "import-result-1280-light")
    _take_it_back(screen)
    assert not Offer.objects.exists()


def _try_it(screen: Screen) -> None:
    page = screen.go("/imports/")
    page.get_by_role("link", name="Import a file").first.click()
    file = {"name": "our-offers.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    page.get_by_label("File", exact=False).first.set_input_files(file)  # type: ignore[arg-type]
    page.get_by_label("Only try it").check()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("This was a trial run: nothing was stored")).to_be_visible()


def _download_what_was_refused(screen: Screen) -> None:
    with screen.page.expect_download() as begun:
        screen.page.get_by_role("link", name="CSV").click()
    refused = begun.value.path().read_text(encoding="utf-8-sig")
    assert len(refused.splitlines()) == 3
    assert "title" in refused


def _take_it_back(screen: Screen) -> None:
    page = screen.page
    page.get_by_role("link", name="Take this import back").click()
    page.get_by_role("button", name="Take the import back").click()
    expect(page.locator("#messages")).to_contain_text("The import was taken back.")
