"""A whole round through its pages, without scripts: from the first word of a call to a question back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.utils import timezone

from counterpoint.apps.commissioning.actions import assessing, partners, publishing
from counterpoint.apps.commissioning.models import Application, Call, Meeting, Reading
from tests.factories import accounts, calls, directory
from tests.factories.directory import AT

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def council():
    return directory.organisation("Example Council", roles=("commissioner",))


@pytest.fixture
def officer(council):
    return calls.editor(council)


@pytest.fixture
def choir():
    return directory.organisation("Example Choir")


@pytest.fixture
def singer(choir):
    return calls.editor(choir)


def local(at):
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def open_call(council, **more):
    now = timezone.now()
    return calls.call(council, at=now - DAY, closes_at=now + 10 * DAY, **more)


class TestWritingACall:
    def test_from_nothing_to_published(self, visit, council, officer):
        visit.as_(officer)
        page = visit("/calls/new/")
        assert "Nobody sees it" in page.words
        made = {
            "lead": "Example Council",
            "title": "Singing together",
            "kind": "grant",
            "preset": "one-stage",
            "purpose": "People are less lonely.",
        }
        page = visit.post("/calls/new/", **made)
        call = Call.objects.get()
        assert "Still missing" in page.words
        edit = f"/calls/{call.reference}/"
        for what, said in (
            ("lot", {"title": "The whole", "ceiling": "10000"}),
            ("criterion", {"title": "Quality", "weight": 100, "most": 5, "scale": "5: All"}),
            ("question", {"text": "What will you do?", "kind": "long", "is_required": "on"}),
            (
                "rule",
                {"sentence": "At most £5,000.", "check_code": "most-money", "value": "5,000"},
            ),
        ):
            page = visit.post(f"{edit}add/{what}/", **said)
            assert page.errors == [], what
        for n, step in enumerate(call.steps.all()):
            when = local(timezone.now() + (10 + n) * DAY)
            visit.post(
                f"{edit}parts/step/{step.pk}/", kind=step.kind, title=step.title, by=when
            )
        call.refresh_from_db()
        page = visit.post(
            f"{edit}edit/",
            title="Singing together",
            purpose="People are less lonely.",
            route="grant",
            route_reason="A gift.",
            readers_each=2,
            lived_each=0,
            seen=call.updated_at.isoformat(),
        )
        assert "Nothing is missing." in page.words
        page = visit(f"{edit}simulate/")
        assert "It comes through to the end." in page.words
        question = call.questions.get()
        page = visit(f"{edit}simulate/", empty=question.pk)
        assert "“What will you do?” has no answer." in page.words
        page = visit.post(f"{edit}publish/")
        assert "Open" in page.words
        assert "£10,000" in page.words

    def test_a_rule_with_a_place_that_is_none_says_so(self, visit, council, officer):
        call = calls.draft(council)
        visit.as_(officer)
        page = visit.post(
            f"/calls/{call.reference}/add/rule/",
            sentence="You are in Nowhere.",
            check_code="based-in",
            value="Nowhere at all",
        )
        assert page.errors
        assert not call.rules.exists()

    def test_the_way_of_buying_is_kept_with_its_advice(self, visit, council, officer):
        """Job C7: it advises, a person decides, decision and reasons are kept."""
        call = calls.draft(council, route="", route_reason="")
        visit.as_(officer)
        page = visit("/route/", instrument="grant", why="It adds to what groups do.")
        assert call.title in page.links
        address = page.links[call.title]
        page = visit(address)
        route = next(
            one.get("value") for one in page.tree.iter("input") if one.get("name") == "route"
        )
        page = visit.post(address, route=route, reason="A gift with conditions.")
        call.refresh_from_db()
        assert (call.route, call.route_reason) == (route[:60], "A gift with conditions.")
        assert call.route_advice["address"].startswith("/route/?on=")

    def test_times_are_looked_at_and_then_set(self, visit, council, officer):
        call = calls.draft(council)
        visit.as_(officer)
        said = {"begins": "2026-12-18", "nation": "ENG"}
        said |= {f"step_{one.pk}": 5 for one in call.steps.all()}
        page = visit.post(f"/calls/{call.reference}/times/", then="look", **said)
        assert "25 December 2026 (Christmas Day)" in page.words
        visit.post(f"/calls/{call.reference}/times/", then="keep", **said)
        call.refresh_from_db()
        assert call.opens_at.date().isoformat() == "2026-12-18"

    def test_two_who_edit_at_once_overwrite_nothing(self, visit, council, officer):
        call = calls.draft(council)
        visit.as_(officer)
        page = visit.post(
            f"/calls/{call.reference}/edit/",
            title="Mine",
            readers_each=2,
            lived_each=0,
            seen=(call.updated_at - timedelta(seconds=5)).isoformat(),
        )
        assert "Somebody else saved this" in " ".join(page.errors)

    def test_start_from_last_time_brings_everything_but_the_times(
        self, visit, council, officer
    ):
        """Job C15."""
        earlier = open_call(council, lots=(("North", 5_000), ("South", 5_000)))
        visit.as_(officer)
        page = visit("/calls/new/", **{"from": earlier.reference})
        assert "comes along" in page.words
        visit.post(
            f"/calls/new/?from={earlier.reference}",
            lead="Example Council",
            title="Again",
            kind="grant",
            preset="one-stage",
            purpose="People are less lonely.",
        )
        made = Call.objects.get(title="Again")
        assert made.lots.count() == 2
        assert made.earlier == earlier

    def test_a_need_is_the_beginning_of_a_call(self, visit, council, officer):
        need = directory.need(council)
        visit.as_(officer)
        visit.post(
            f"/calls/new/?need={need.reference}",
            lead="Example Council",
            title=need.title,
            kind="tender",
            preset="light",
            purpose=need.statement,
            need=need.get_absolute_url(),
        )
        assert Call.objects.get().need == need


class TestTheList:
    def test_open_ones_by_deadline_with_counted_queries(
        self, visit, council, django_assert_max_num_queries
    ):
        for number in range(12):
            open_call(council, title=f"Call {number}")
        calls.draft(council, title="Unseen")
        with django_assert_max_num_queries(4):
            page = visit("/calls/", standing="open")
        assert "12 calls" in page.words
        assert "Unseen" not in page.words

    def test_words_and_kind_narrow_it(self, visit, council):
        open_call(council, title="Dancing", kind="tender")
        open_call(council, title="Singing")
        assert "1 call" in visit("/calls/", q="danc").words
        assert "1 call" in visit("/calls/", kind="grant").words
        assert "No call fits" in visit("/calls/", q="painting").words

    def test_an_unknown_place_is_said(self, visit, council):
        open_call(council)
        assert visit("/calls/", place="Nowhere at all").notices

    def test_files_and_feed(self, client, council):
        open_call(council, title="Singing")
        made = b"".join(client.get("/calls.csv").streaming_content).decode()
        assert "Singing" in made
        assert "<title>Singing" in client.get("/calls.atom").content.decode()

    def test_times_that_no_source_gives_are_not_shown(self, visit, council):
        call = calls.draft(council, has_known_times=False, source_url="https://example.org/a")
        publishing.publish_call(call=call, by=None, at=AT)
        page = visit(call.get_absolute_url())
        assert "not known: no source" in page.words
        assert "November 2026" not in page.words


class TestBeforeTheDeadline:
    def test_a_question_is_answered_to_all(self, visit, council, officer):
        call = open_call(council)
        asker = accounts.person("Ada Asker")
        visit.as_(asker).post(f"/calls/{call.reference}/ask/", text="May we bid alone?")
        asked = call.clarifications.get()
        page = visit.as_(officer)(call.get_absolute_url())
        assert "May we bid alone?" in page.words
        assert "Ada" not in page.words
        visit.post(f"/calls/{call.reference}/questions/{asked.pk}/answer/", text="Yes.")
        visit.client.logout()
        page = visit(call.get_absolute_url())
        assert "May we bid alone?" in page.words
        assert "Yes." in page.words

    def test_amended_extended_and_every_version_stays(self, visit, council, officer):
        call = open_call(council)
        visit.as_(officer)
        here = f"/calls/{call.reference}/"
        visit.post(f"{here}amend/", title="Clearer", purpose=call.purpose, why="Clearer.")
        visit.post(
            f"{here}extend/", closes_at=local(timezone.now() + 20 * DAY), why="Holidays."
        )
        assert visit(f"{here}versions/1/").heading == "Singing for people who live alone"
        page = visit(f"{here}versions/3/")
        assert page.heading == "Clearer"
        assert "Holidays." in page.words

    def test_somebody_is_told_with_the_reason(self, visit, council, officer, choir, singer):
        call = open_call(council)
        visit.as_(officer)
        page = visit.post(
            f"/calls/{call.reference}/invite/",
            organisation="Example Choir",
            reason="Sings with people over 65.",
        )
        assert "Sings with people over 65." in page.words
        assert mail.outbox[-1].to == [singer.email]


class TestApplying:
    def test_from_the_first_word_to_the_receipt(self, visit, council, choir, singer):
        call = open_call(council)
        visit.as_(singer)
        page = visit(f"/calls/{call.reference}/apply/")
        assert "Example Choir" in page.words
        page = visit.post(f"/calls/{call.reference}/apply/", organisation=choir.pk)
        made = Application.objects.get()
        assert "Before it can be sent" in page.words
        here, question = made.get_absolute_url(), call.questions.get()
        page = visit.post(f"{here}answers/{question.pk}/", value="We sing.", version=0)
        assert "We sing." in page.words
        page = visit.post(here, **{"form": "alone", "price-1": "£5,000", "title": "Song"})
        assert "Nothing is missing." in page.words
        page = visit.post(f"{here}submit/")
        assert page.heading.startswith("Receipt")
        assert "We sing." in page.words
        page = visit("/my-applications/")
        assert "Sent" in page.words

    def test_a_price_that_is_no_sum_is_said_where_it_stands(
        self, visit, council, choir, singer
    ):
        call = open_call(council)
        made = calls.application(call, choir, by=singer, is_sent=False, at=timezone.now())
        visit.as_(singer)
        page = visit.post(made.get_absolute_url(), **{"form": "alone", "price-1": "lots"})
        assert "“lots” is not a sum of money" in " ".join(page.errors)
        assert made.bids.get().price == Decimal(5_000)

    def test_a_conflict_shows_both_answers_and_saves_on(self, visit, council, choir, singer):
        call = open_call(council)
        made = calls.application(call, choir, by=singer, is_sent=False, at=timezone.now())
        question = call.questions.get()
        address = f"{made.get_absolute_url()}answers/{question.pk}/"
        visit.as_(singer)
        visit.post(address, value="Theirs.", version=1)
        page = visit.post(address, status=409, value="Mine.", version=1)
        assert "Theirs." in page.words
        assert "Mine." in page.words
        visit.post(address, value="Both.", version=2)
        assert made.answers.get().value == "Both."

    def test_with_htmx_the_question_alone_comes_back(self, client, council, choir, singer):
        call = open_call(council)
        made = calls.application(call, choir, by=singer, is_sent=False, at=timezone.now())
        question = call.questions.get()
        client.force_login(singer)
        response = client.post(
            f"{made.get_absolute_url()}answers/{question.pk}/",
            {"value": "New words.", "version": 1},
            headers={"HX-Request": "true"},
        )
        words = response.content.decode()
        assert f'id="question-{question.pk}"' in words
        assert 'name="version" value="2"' in words
        assert "<html" not in words

    def test_a_second_application_takes_under_half_the_entries(
        self, visit, council, choir, singer
    ):
        """Job A7: what is typed is counted, at four questions of which the second call repeats three."""
        asked = ("Who are you?", "What will you do?", "Who leads it?", "Who checks it?")
        first = open_call(council, questions=asked)
        calls.application(first, choir, by=singer, at=timezone.now())
        typed_first = len(asked) + 1  # and the price
        second = open_call(council, questions=(*asked[:3], "What is new in it?"))
        visit.as_(singer)
        visit.post(f"/calls/{second.reference}/apply/", organisation=choir.pk)
        made = Application.objects.get(call=second)
        typed = 0
        for question in second.questions.all():
            if not made.answers.filter(question=question).exists():
                visit.post(
                    f"{made.get_absolute_url()}answers/{question.pk}/", value="New.", version=0
                )
                typed += 1
        visit.post(made.get_absolute_url(), **{"form": "alone", "price-1": "4000"})
        typed += 1
        assert visit.post(f"{made.get_absolute_url()}submit/").heading.startswith("Receipt")
        assert typed * 2 < typed_first

    def test_a_costing_becomes_the_budget(self, visit, council, choir, singer):
        """Job A6: the price tool's sum goes into the application."""
        call = calls.draft(council, at=timezone.now(), closes_at=timezone.now() + 9 * DAY)
        question = calls.add(call, "question", text="Budget", kind="money")
        publishing.publish_call(call=call, by=None, at=timezone.now())
        visit.as_(singer).post(f"/calls/{call.reference}/apply/", organisation=choir.pk)
        made = Application.objects.get()
        query = "direct=10*45*Leading&coproduction=2*100*Talking"
        assert call.title in visit(f"/price/?{query}").words
        address = f"{made.get_absolute_url()}answers/{question.pk}/price/?{query}"
        page = visit.post(address)
        assert "Together: £650" in page.words

    def test_words_alike_are_offered_from_the_library(self, visit, council, choir, singer):
        first = open_call(council, questions=("How will you keep people safe?",))
        calls.application(
            first, choir, by=singer, answer="We have a policy.", at=timezone.now()
        )
        second = open_call(council, questions=("How do you keep people safe here?",))
        visit.as_(singer)
        page = visit.post(f"/calls/{second.reference}/apply/", organisation=choir.pk)
        assert "From your library" in page.words
        made = Application.objects.get(call=second)
        saved = choir.saved_answers.get()
        question = second.questions.get()
        page = visit.post(
            f"{made.get_absolute_url()}answers/{question.pk}/use/", saved=saved.pk, version=0
        )
        assert made.answers.get().value == "We have a policy."

    def test_a_partner_confirms_on_its_own_page(self, visit, council, choir, singer):
        call = open_call(council)
        made = calls.application(call, choir, by=singer, is_sent=False, at=timezone.now())
        band = directory.organisation("Example Band")
        drummer = calls.editor(band)
        visit.as_(singer)
        visit.post(
            f"{made.get_absolute_url()}partners/add/",
            organisation="Example Band",
            role="Drums",
        )
        partner = made.partners.get()
        visit.as_(drummer)
        assert "Drums" in visit("/my-applications/").words
        page = visit.post(f"/partnerships/answer/{partner.pk}/", answer="confirm")
        assert "Confirmed" in page.words

    def test_one_organisation_in_two_applications_sees_it(self, visit, council, choir, singer):
        """Job A11."""
        call = open_call(council)
        now = timezone.now()
        calls.application(call, choir, by=singer, at=now)
        other = calls.application(call, at=now, is_sent=False)
        partners.name_partner(
            application=other,
            organisation=choir,
            details={"role": "Song"},
            by=other.organisation.memberships.get().person,
            at=now,
        )
        page = visit.as_(singer)("/my-applications/")
        assert page.words.count("In two applications to this call") == 2

    def test_after_the_deadline_it_can_be_read_and_not_sent(
        self, visit, council, choir, singer
    ):
        now = timezone.now()
        call = calls.call(council, at=now - 9 * DAY, closes_at=now - DAY)
        made = calls.application(call, choir, by=singer, is_sent=False, at=now - 5 * DAY)
        visit.as_(singer)
        page = visit(made.get_absolute_url())
        assert "takes nothing any more" in page.words
        assert "We sing together." in page.words
        page = visit.post(f"{made.get_absolute_url()}submit/")
        assert "The deadline has passed" in " ".join(page.notices) + page.words
        assert not made.submissions.exists()


def closed_call(council, *prices, **more):
    now = timezone.now()
    made = calls.call(council, at=now - 9 * DAY, closes_at=now - DAY, **more)
    for n, price in enumerate(prices):
        who = directory.organisation(f"Example Applicant {n + 1}")
        calls.application(made, who, price=price, at=now - 5 * DAY)
    return made


class TestThinResponse:
    def test_ways_out_stand_beside_a_thin_lot(self, visit, council, officer):
        """Job C8."""
        call = closed_call(council, 5_000, kind="tender")
        visit.as_(officer)
        page = visit(f"/calls/{call.reference}/response/")
        assert "1 lot has fewer than two eligible bids" in page.words
        for words in (
            "Move the deadline",
            "Revise and advertise again",
            "Split the lot",
            "A grant instead",
            "Go on with what there is",
        ):
            assert words in page.links
        page = visit.post(f"/calls/{call.reference}/again/", why="Too few bids.")
        later = Call.objects.get(earlier=call)
        assert later.state == "draft"
        assert "Last time" in page.words
        visit.client.logout()
        assert "Advertised again" in visit(call.get_absolute_url()).words


class TestDeciding:
    def test_from_the_seal_to_reasons_for_everybody(self, visit, council, officer):
        """Jobs C10, C11 and A12 in small."""
        call = closed_call(council, 6_000, 5_000)
        here = f"/calls/{call.reference}/"
        visit.as_(officer)
        assert "sealed" not in visit(f"{here}panel/").words
        readers = [accounts.person(f"Reader {n}") for n in (1, 2)]
        for person in readers:
            visit.post(f"{here}panel/", email=person.email, role="assessor")
        visit.post(f"{here}open/")
        for person in readers:
            visit.as_(person)
            page = visit(f"{here}readings/")
            assert page.heading == "Who applied, and your interests"
            visit.post(f"{here}declare/")
        visit.as_(officer)
        page = visit.post(f"{here}share-out/")
        assert "nobody reads more than 2" in " ".join(page.notices)
        criteria = list(call.criteria.all())
        for person in readers:
            visit.as_(person)
            for reading in Reading.objects.filter(seat__person=person):
                first = reading.application.bids.get().price == 6_000
                said = {f"points-{one.pk}": 5 if first else 3 for one in criteria}
                said |= {f"comment-{one.pk}": "Well thought out." for one in criteria}
                page = visit(f"/assess/{reading.pk}/")
                assert "We sing together." in page.words
                visit.post(f"/assess/{reading.pk}/", then="finish", **said)
        visit.as_(officer)
        page = visit(f"{here}scores/")
        assert page.words.index("Example Applicant 1") < page.words.index(
            "Example Applicant 2"
        )
        page = visit(f"{here}awards/")
        assert "fits by rank" in page.words
        assert "beyond the money" in page.words
        page = visit.post(f"{here}awards/propose/")
        assert "2 decisions put down" in " ".join(page.notices)
        page = visit.post(f"{here}decide/")
        assert page.heading == call.title
        loser = Application.objects.get(organisation__name="Example Applicant 2")
        applicant = loser.organisation.memberships.get().person
        visit.as_(applicant)
        page = visit(f"{loser.get_absolute_url()}feedback/")
        for words in ("Reserve list", "60.00 of 100, place 2 of 2", "Well thought out."):
            assert words in page.words
        assert "Reader" not in page.words
        visit.post(f"{loser.get_absolute_url()}feedback/", text="What was missing?")
        visit.as_(officer)
        page = visit(f"{here}questions-back/")
        question = loser.feedback_questions.get()
        visit.post(f"{here}questions-back/", question=question.pk, text="Access costs.")
        visit.as_(applicant)
        assert "Access costs." in visit(f"{loser.get_absolute_url()}feedback/").words
        visit.as_(officer)
        assert "The chain is whole." in visit(f"{here}log/").words

    def test_a_score_that_lacks_a_reason_is_kept_and_not_finished(
        self, visit, council, officer
    ):
        call = closed_call(council, 5_000)
        calls.panel(call, at=timezone.now())
        assessing.share_out(call=call, by=None, at=timezone.now())
        reading = Reading.objects.first()
        visit.as_(reading.seat.person)
        quality = call.criteria.first()
        page = visit.post(
            f"/assess/{reading.pk}/", then="finish", **{f"points-{quality.pk}": 4}
        )
        assert "Score every criterion" in page.words
        assert reading.scores.get().points == 4

    def test_the_panel_agrees_on_the_page_of_an_application(self, visit, council, officer):
        call = closed_call(council, 5_000)
        calls.scored(call, (2, 2), at=timezone.now())
        application, quality = call.applications.get(), call.criteria.first()
        visit.as_(officer)
        here = f"/calls/{call.reference}/scores/{application.reference}/"
        page = visit.post(f"{here}agree/{quality.pk}/", points="9", reason="Too good.")
        assert "must lie on the criterion" in page.words
        page = visit.post(f"{here}agree/{quality.pk}/", points="4", reason="Read again.")
        assert "64.00 of 100" in page.words

    def test_above_the_pot_is_refused_on_the_page(self, visit, council, officer):
        call = closed_call(council, 6_000, 5_000)
        calls.scored(call, (5, 5), (4, 4), at=timezone.now())
        first, second = (one.bids.get() for one in call.applications.order_by("pk"))
        visit.as_(officer)
        here = f"/calls/{call.reference}/awards/"
        visit.post(f"{here}{first.pk}/", outcome="award", amount="6,000")
        page = visit.post(f"{here}{second.pk}/", outcome="award", amount="5,000")
        assert "more than the pot" in " ".join(page.errors)

    def test_long_lists_ask_the_database_the_same(
        self, visit, council, officer, django_assert_max_num_queries
    ):
        call = closed_call(council, *[500] * 12)
        calls.scored(call, *[(4, 4)] * 12, at=timezone.now())
        visit.as_(officer)
        with django_assert_max_num_queries(18):
            visit(f"/calls/{call.reference}/scores/")

    def test_expressions_are_chosen_with_a_reason(self, visit, council, officer):
        now = timezone.now()
        call = calls.call(
            council, at=now - 9 * DAY, closes_at=now + 2 * DAY, preset="expression-first"
        )
        for _time in range(2):
            calls.application(call, at=now - 8 * DAY)
        one, other = call.applications.all()
        visit.as_(officer)
        here = f"/calls/{call.reference}/expressions/"
        visit.post(f"{here}{one.reference}/", answer="invite")
        page = visit.post(f"{here}{other.reference}/", answer="no")
        assert "Say why" in " ".join(page.notices)
        visit.post(f"{here}{other.reference}/", answer="no", why="Not in the borough.")
        one.refresh_from_db()
        other.refresh_from_db()
        assert (one.state, other.state) == ("invited", "not-invited")


class TestMeetings:
    def test_planned_attended_and_told_to_all(self, visit, council, officer, choir, singer):
        """Job C4."""
        call = open_call(council)
        visit.as_(officer)
        page = visit.post(
            f"/calls/{call.reference}/meetings/new/",
            title="Meet us",
            starts_at=local(timezone.now() + 3 * DAY),
            ends_at=local(timezone.now() + 4 * DAY),
            where="Example Library",
            capacity="20",
        )
        assert page.heading == "Meet us"
        meeting = call.meetings.get()
        here = meeting.get_absolute_url()
        visit.as_(singer)
        page = visit.post(f"{here}take/", organisation=choir.pk, needs="Step-free, please.")
        assert "You have a place" in " ".join(page.notices)
        assert "Places left 19" in page.words
        visit.as_(officer)
        assert "Step-free, please." in visit(here).words
        Meeting.objects.filter(pk=meeting.pk).update(
            starts_at=timezone.now() - 2 * DAY, ends_at=timezone.now() - DAY
        )
        visit.post(f"{here}attendance/", came=meeting.attendances.get().pk)
        visit.post(f"{here}notes/", notes="May one bid alone? Yes.")
        visit.client.logout()
        page = visit(here)
        assert "May one bid alone? Yes." in page.words
        assert "Step-free" not in page.words
        assert "Meet us" in visit(call.get_absolute_url()).links
