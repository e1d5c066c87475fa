"""A call from a draft to reasons for everybody, in a browser, with answers that save themselves."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from counterpoint.apps.commissioning.actions import applying, assessing, deciding, publishing
from counterpoint.apps.commissioning.models import Application, Call, Reading
from tests.factories import calls, directory
from tests.journeys.browser import OpenScreen
from tests.journeys.people import sign_in
from tests.journeys.pictures import picture

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]
DAY = timedelta(days=1)


@pytest.fixture
def council() -> Any:
    return directory.organisation("Example Council", roles=("commissioner",))


def open_call(council: Any, now: datetime, **more: Any) -> Call:
    return calls.call(council, at=now - DAY, closes_at=now + 10 * DAY, **more)


def test_six_lots_are_put_together_and_make_210_000(
    open_screen: OpenScreen, council: Any
) -> None:
    """Job C6: one lot a district, each of at most £35,000, and the ceiling is computed."""
    officer = calls.editor(council)
    desk = open_screen()
    sign_in(desk, officer)
    page = desk.go("/calls/new/")
    page.get_by_label("Title").fill("Six ways to wellbeing")
    page.get_by_label("Kind of call").select_option("tender")
    page.get_by_label("What it is for, in outcomes").fill("Young people feel better.")
    page.get_by_role("button", name="Make the draft").click()
    for district in ("Dartford", "Gravesham", "Swale", "Maidstone", "Thanet", "Shepway"):
        page.get_by_role("link", name="Add a lot").click()
        page.get_by_label("Lot", exact=True).fill(district)
        page.get_by_label("At most").fill("35000")
        page.get_by_role("button", name="Save").click()
    assert page.get_by_text("All lots together: £210,000").is_visible()
    assert page.get_by_text("criteria with their weights").is_visible()
    desk.check_accessibility()
    picture(desk, "call-draft-1280-light", height=1300)
    page.get_by_role("link", name="Try it with a made-up application").click()
    assert page.get_by_text("The call itself is not complete").is_visible()
    desk.check_accessibility()


def test_an_answer_saves_itself_and_the_receipt_says_when(
    open_screen: OpenScreen, council: Any
) -> None:
    choir = directory.organisation("Example Choir")
    singer = calls.editor(choir)
    call = open_call(council, timezone.now())
    phone = open_screen(width=390, theme="dark")
    sign_in(phone, singer)
    page = phone.go(f"/calls/{call.reference}/")
    phone.check_width()
    phone.check_accessibility()
    page.get_by_role("link", name="Apply").click()
    page.get_by_role("button", name="Begin Example Choir").click()
    box = page.get_by_label("What will you do?")
    box.fill("We sing together on Thursdays.")
    with page.expect_response("**/answers/**"):
        page.get_by_label("Name of the work").focus()
    page.get_by_text("6 words").or_(page.get_by_text("5 words")).wait_for()
    page.reload()
    assert page.get_by_label("What will you do?").input_value().startswith("We sing")
    page.get_by_label("Price").fill("4,800")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_text("Nothing is missing.").wait_for()
    phone.check_width()
    phone.check_accessibility()
    picture(phone, "application-390-dark", height=1100)
    page.get_by_role("button", name="Send the application").click()
    page.get_by_role("heading", name="Receipt").wait_for()
    assert page.get_by_text("We sing together on Thursdays.").is_visible()
    phone.check_accessibility()


def test_two_of_one_choir_write_at_once_and_both_answers_are_shown(
    open_screen: OpenScreen, council: Any
) -> None:
    choir = directory.organisation("Example Choir")
    singer, other = calls.editor(choir), calls.editor(choir)
    call = open_call(council, timezone.now())
    made = calls.application(call, choir, by=singer, is_sent=False, at=timezone.now())
    desk = open_screen()
    sign_in(desk, singer)
    page = desk.go(made.get_absolute_url())
    applying.save_answer(
        application=Application.objects.get(pk=made.pk),
        question=call.questions.get(),
        value="What the other wrote.",
        seen_version=1,
        by=other,
        at=timezone.now(),
    )
    page.get_by_label("What will you do?").fill("What I wrote.")
    with page.expect_response("**/answers/**"):
        page.get_by_label("Name of the work").focus()
    page.get_by_text("What the other wrote.").wait_for()
    assert page.get_by_label("What will you do?").input_value() == "What I wrote."
    desk.check_accessibility()
    with page.expect_response("**/answers/**"):
        page.get_by_role("button", name="Save What will you do?").click()
    page.get_by_text("What the other wrote.").wait_for(state="detached")
    assert made.answers.get().value == "What I wrote."


def test_a_round_is_read_by_keyboard_and_decided_within_the_pot(
    open_screen: OpenScreen, council: Any
) -> None:
    """Jobs C10, C11, A12."""
    now = timezone.now()
    call = calls.call(council, at=now - 9 * DAY, closes_at=now - DAY)
    for number, price in enumerate((6_000, 5_000), start=1):
        who = directory.organisation(f"Example Applicant {number}")
        calls.application(call, who, price=price, at=now - 5 * DAY)
    one, other = calls.panel(call, at=now)
    assessing.share_out(call=call, by=None, at=now)
    for reading, points in zip(
        Reading.objects.filter(seat=other).order_by("application"), (4, 2), strict=True
    ):
        calls.read(reading, points, points, at=now)
    reader = open_screen()
    sign_in(reader, one.person)
    page = reader.go(f"/calls/{call.reference}/readings/")
    page.get_by_role("link", name="Example Applicant 1").click()
    reader.check_accessibility()
    picture(reader, "reading-1280-light", height=1200)
    for _application in range(2):
        for criterion in ("Quality", "Value"):
            group = page.get_by_role("group", name=criterion)
            group.get_by_label("5", exact=True).focus()
            page.keyboard.press("Space")
            group.get_by_label("Why:").focus()
            page.keyboard.type("Well thought out.")
        page.get_by_role("button", name="Finish, and the next one").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert page.get_by_text("Everybody has finished.").is_visible()
    desk = open_screen()
    sign_in(desk, calls.editor(council))
    page = desk.go(f"/calls/{call.reference}/scores/")
    desk.check_accessibility()
    page.get_by_role("link", name="Awards within the pot").click()
    page.get_by_role("button", name="Put down the rest by rank").click()
    page.get_by_text("£6,000 of £10,000 put down").wait_for()
    desk.check_accessibility()
    picture(desk, "awards-1280-light")
    page.get_by_role("button", name="Decide the call").click()
    page.get_by_text("Every applicant is told").wait_for()
    loser = Application.objects.get(organisation__name="Example Applicant 2")
    applicant = open_screen(width=390, theme="dark")
    sign_in(applicant, loser.organisation.memberships.get().person)
    page = applicant.go(f"{loser.get_absolute_url()}feedback/")
    assert page.get_by_text("Reserve list").is_visible()
    assert page.get_by_text("Well thought out.").first.is_visible()
    applicant.check_width()
    applicant.check_accessibility()


def test_too_few_bids_and_the_next_round_is_linked(
    open_screen: OpenScreen, council: Any
) -> None:
    """Job C8, as both pilots of the worked example had to do."""
    now = timezone.now()
    call = calls.call(council, kind="tender", at=now - 9 * DAY, closes_at=now - DAY)
    calls.application(call, at=now - 5 * DAY)
    desk = open_screen()
    sign_in(desk, calls.editor(council))
    page = desk.go(f"/calls/{call.reference}/response/")
    assert page.get_by_text("1 lot has fewer than two eligible bids").is_visible()
    desk.check_accessibility()
    page.get_by_role("link", name="Revise and advertise again").click()
    page.get_by_label("Why").fill("Too few bids: it runs longer now.")
    page.get_by_role("button", name="Advertise again").click()
    assert page.get_by_role("heading", name="Last time").is_visible()
    page.get_by_role("link", name=call.title).last.click()
    assert page.get_by_text("Too few bids: it runs longer now.").first.is_visible()


def test_first_in_short_then_in_full_with_a_partner(
    open_screen: OpenScreen, council: Any
) -> None:
    """Jobs C9 and A5: an expression of interest, then a consortium that applies in full."""
    now = timezone.now()
    call = calls.call(
        council, preset="expression-first", at=now - 9 * DAY, closes_at=now + 2 * DAY
    )
    choir, band = (
        directory.organisation("Example Choir"),
        directory.organisation("Example Band"),
    )
    singer, drummer = calls.editor(choir), calls.editor(band)
    made = calls.application(call, choir, by=singer, at=now - 8 * DAY)
    desk = open_screen()
    sign_in(desk, calls.editor(council))
    page = desk.go(f"/calls/{call.reference}/expressions/")
    desk.check_accessibility()
    page.get_by_role("button", name="Invite to apply in full").click()
    page.get_by_text("Invited to apply in full").first.wait_for()
    applicant = open_screen(width=390, theme="dark")
    sign_in(applicant, singer)
    page = applicant.go(made.get_absolute_url())
    page.get_by_label("You apply", exact=True).select_option("lead-provider")
    page.get_by_label("Own share").fill("60")
    page.get_by_label("Price").fill("4800")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_text("Name at least one partner").wait_for()
    page.get_by_role("link", name="Name a partner").click()
    page.get_by_label("Organisation").fill("Example Band")
    page.get_by_label("What it brings").fill("Drums on Thursdays")
    page.get_by_label("Share").fill("40")
    applicant.check_accessibility()
    page.get_by_role("button", name="Name it").click()
    page.get_by_text("Example Band has not confirmed yet.").wait_for()
    partner = open_screen()
    sign_in(partner, drummer)
    page = partner.go("/my-applications/")
    partner.check_accessibility()
    page.get_by_role("button", name="Confirm").click()
    page.get_by_text("Confirmed").first.wait_for()
    page = applicant.go(made.get_absolute_url())
    page.get_by_role("button", name="Send it again").click()
    page.get_by_role("heading", name="Receipt").wait_for()
    assert page.get_by_text("Drums on Thursdays").is_visible()
    applicant.check_width()


def test_a_new_officer_starts_from_last_time(open_screen: OpenScreen, council: Any) -> None:
    """Job C15."""
    now = timezone.now()
    earlier = open_call(council, now, title="Last year's call", lots=(("North", 5_000),))
    desk = open_screen()
    sign_in(desk, calls.editor(council))
    page = desk.go(f"/calls/{earlier.reference}/")
    page.get_by_role("link", name="Start a new call from this one").click()
    page.get_by_label("Title").fill("This year's call")
    page.get_by_role("button", name="Make the draft").click()
    page.get_by_role("heading", name="Last time").wait_for()
    assert page.get_by_role("link", name="Change North").is_visible()
    page.get_by_role("link", name="Set the times in working days").click()
    page.get_by_label("Opens on").fill("2027-01-04")
    page.get_by_role("button", name="Look at the days").click()
    page.get_by_role("button", name="Set these times").click()
    page.get_by_text("Nothing is missing.").wait_for()
    desk.check_accessibility()
    page.get_by_role("button", name="Publish the call").click()
    page.get_by_text("Announced").first.wait_for()


def test_an_award_becomes_an_agreement_that_both_sign(
    open_screen: OpenScreen, council: Any
) -> None:
    """Job C12: the returns that a sum bears, with their hours for each £1,000."""
    now = timezone.now()
    call = calls.call(council, at=now - 9 * DAY, closes_at=now - DAY)
    choir = directory.organisation("Example Choir")
    calls.application(call, choir, price=4_000, at=now - 5 * DAY)
    calls.scored(call, (5, 5), at=now)
    bid = call.applications.get().bids.get()
    deciding.decide_bid(bid=bid, outcome="award", amount=bid.price, by=None, at=now)
    deciding.decide_call(call=call, by=None, at=now)
    desk = open_screen()
    sign_in(desk, calls.editor(council))
    page = desk.go(f"/calls/{call.reference}/awards/")
    page.get_by_role("link", name="Draft the agreement").click()
    page.get_by_label("Begins").fill("2027-01-04")
    page.get_by_label("Ends").fill("2027-12-31")
    page.get_by_label("Terms").fill("Weekly, open to all.")
    page.get_by_role("button", name="Make the draft").click()
    page.get_by_role("link", name="Add an outcome").click()
    page.get_by_label("What should be different").fill("People are less lonely.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Take the returns").click()
    page.get_by_text("0.5 hours for each £1,000").wait_for()
    desk.check_accessibility()
    page.get_by_role("button", name="Offer it for signature").click()
    page.get_by_label("You sign for the funder, as").fill("Head of culture")
    page.get_by_role("button", name="Sign").click()
    singer = open_screen(width=390, theme="dark")
    sign_in(singer, choir.memberships.first().person)
    page = singer.go("/agreements/mine/")
    page.get_by_role("link", name=call.title).click()
    page.get_by_label("You sign for the provider, as").fill("Leader")
    page.get_by_role("button", name="Sign").click()
    page.get_by_text("Running").first.wait_for()
    singer.check_width()
    singer.check_accessibility()


def test_a_second_application_begins_from_the_library_and_a_costing(
    open_screen: OpenScreen, council: Any
) -> None:
    """Jobs A6 and A7."""
    now = timezone.now()
    choir = directory.organisation("Example Choir")
    singer = calls.editor(choir)
    first = open_call(council, now, questions=("What will you do?", "Who leads it?"))
    calls.application(first, choir, by=singer, at=now)
    second = calls.draft(
        council,
        at=now,
        closes_at=now + 9 * DAY,
        questions=("What will you do?", "Who leads it?"),
    )
    calls.add(second, "question", text="Budget", kind="money")
    publishing.publish_call(call=second, by=None, at=now)
    desk = open_screen()
    sign_in(desk, singer)
    page = desk.go(f"/calls/{second.reference}/apply/")
    page.get_by_role("button", name="Begin Example Choir").click()
    assert page.get_by_label("What will you do?").input_value() == "We sing together."
    desk.check_accessibility()
    page = desk.go("/price/?direct=10*45*Leading&evaluation=1*200*Asking")
    desk.check_accessibility()
    page.get_by_role("button", name="Put it into the application").click()
    page.get_by_text("Together: £650").wait_for()
    page.get_by_label("Price").fill("650")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.get_by_role("button", name="Send the application").click()
    page.get_by_role("heading", name="Receipt").wait_for()


def test_the_panel_page_holds_on_a_phone(open_screen: OpenScreen, council: Any) -> None:
    now = timezone.now()
    call = calls.call(council, at=now - 9 * DAY, closes_at=now - DAY)
    calls.application(call, at=now - 5 * DAY)
    calls.panel(call, at=now)
    phone = open_screen(width=390, theme="dark")
    sign_in(phone, calls.editor(council))
    for end in ("panel/", "awards/", "scores/", "log/"):
        phone.go(f"/calls/{call.reference}/{end}")
        phone.check_width()
        phone.check_accessibility()
