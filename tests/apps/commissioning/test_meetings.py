"""Engagement events: places and a waiting list, attendance, notes for everybody, calendar files (job C4)."""

from datetime import timedelta

import pytest
from django.core import mail
from icalendar import Calendar

from counterpoint.apps.commissioning.actions import meetings, watching
from counterpoint.apps.commissioning.models import Meeting
from counterpoint.apps.commissioning.presenters.calendar import calendar
from counterpoint.apps.directory.permissions import NotAMember
from tests.at_once import at_once, fresh
from tests.factories import accounts, calls, directory
from tests.factories.calls import AT, DAY

HOUR = timedelta(hours=1)


def planned(capacity=None, **more):
    details = {
        "title": "Meet us",
        "starts_at": AT + 5 * DAY,
        "ends_at": AT + 5 * DAY + 2 * HOUR,
        "where": "Example Library",
        "joining_url": "https://example.org/join",
        "capacity": capacity,
        **more,
    }
    return meetings.plan(call=calls.call(), details=details, by=None, at=AT)


def somebody():
    house = directory.organisation()
    return house, calls.editor(house)


def take(meeting, at=AT):
    house, person = somebody()
    return meetings.take_place(meeting=meeting, organisation=house, by=person, at=at)


@pytest.mark.django_db
class TestPlaces:
    def test_when_all_are_taken_the_next_one_waits_and_moves_up(self):
        meeting = planned(capacity=1)
        first, second, third = (take(meeting) for _n in range(3))
        assert [one.is_waiting for one in (first, second, third)] == [False, True, True]
        mail.outbox.clear()
        moved = meetings.give_up(meeting=meeting, by=first.person, at=AT)
        assert moved == second
        assert [message.to for message in mail.outbox] == [[second.person.email]]

    def test_whoever_waits_and_leaves_moves_nobody_up(self):
        meeting = planned(capacity=1)
        _first, second, _third = (take(meeting) for _n in range(3))
        assert meetings.give_up(meeting=meeting, by=second.person, at=AT) is None
        assert meeting.attendances.filter(is_waiting=True).count() == 1

    def test_once_each_and_for_ones_own_organisation(self):
        meeting = planned()
        held = take(meeting)
        again = {"meeting": meeting, "by": held.person, "at": AT}
        with pytest.raises(meetings.HasAPlace):
            meetings.take_place(organisation=held.organisation, **again)
        with pytest.raises(NotAMember):
            meetings.take_place(
                meeting=meeting, organisation=held.organisation, by=accounts.person(), at=AT
            )

    def test_nothing_is_taken_or_given_up_once_it_has_begun_or_is_off(self):
        meeting = planned()
        held = take(meeting)
        with pytest.raises(meetings.HasBegun):
            meetings.give_up(meeting=meeting, by=held.person, at=meeting.starts_at)
        mail.outbox.clear()
        meetings.call_off(meeting=meeting, by=None, at=AT)
        assert "called off" in mail.outbox[0].body
        with pytest.raises(meetings.CalledOff):
            take(meeting)

    @pytest.mark.parametrize(
        ("more", "refusal"),
        [
            ({"ends_at": AT}, meetings.EndsBeforeItBegins),
            ({"where": "", "joining_url": ""}, meetings.NowhereToGo),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, more, refusal):
        with pytest.raises(refusal):
            planned(**more)


@pytest.mark.django_db
class TestAfterwards:
    def test_who_came_and_what_was_said_to_all(self):
        meeting = planned()
        came, stayed_away = take(meeting), take(meeting)
        with pytest.raises(meetings.NotBegun):
            meetings.publish_notes(meeting=meeting, notes="All.", by=None, at=AT)
        after = meeting.ends_at
        count = meetings.record_attendance(meeting=meeting, came=[came.pk], by=None, at=after)
        stayed_away.refresh_from_db()
        assert (count, stayed_away.came) == (1, False)
        meetings.publish_notes(
            meeting=meeting, notes="May one bid alone? Yes.", by=None, at=after
        )
        assert "May one bid alone? Yes." in meeting.call.notices.first().text
        with pytest.raises(meetings.NothingToTell):
            meetings.publish_notes(meeting=meeting, notes=" ", by=None, at=after)

    def test_everybody_with_a_place_is_reminded_once_the_day_before(self):
        meeting = planned(capacity=1)
        take(meeting), take(meeting)
        mail.outbox.clear()
        assert watching.remind_of_meetings(at=AT) == 0
        soon = meeting.starts_at - HOUR
        assert watching.remind_of_meetings(at=soon) == 1
        assert watching.remind_of_meetings(at=soon) == 0
        assert len(mail.outbox) == 1


@pytest.mark.django_db
class TestCalendarFiles:
    def test_it_is_read_back_as_it_was_meant(self):
        meeting = planned(title="Song; dance, and tea")
        read = Calendar.from_ical(calendar(meeting, AT, with_joining=True))
        (event,) = read.walk("VEVENT")
        assert str(event["SUMMARY"]) == "Song; dance, and tea"
        assert event["DTSTART"].dt == meeting.starts_at
        assert "https://example.org/join" in event["DESCRIPTION"]
        assert str(event["STATUS"]) == "CONFIRMED"

    def test_the_joining_address_is_for_those_with_a_place(self, client):
        meeting = planned()
        address = f"{meeting.get_absolute_url()}meeting.ics"
        assert b"example.org/join" not in client.get(address).content
        held = take(meeting)
        client.force_login(held.person)
        assert b"example.org/join" in client.get(address).content

    def test_lines_are_folded_and_ended_as_the_standard_asks(self):
        """RFC 5545, 3.1: lines end in CRLF and are at most 75 octets long."""
        written = calendar(planned(title="Ä" * 150), AT, with_joining=False)
        lines = written.split(b"\r\n")
        assert all(len(line) <= 75 for line in lines)
        assert b"\n" not in b"".join(lines)


def test_two_take_the_last_place_in_one_moment(several_connections):
    meeting = planned(capacity=1)
    people = [somebody() for _n in range(2)]
    outcomes = at_once(
        *[
            lambda house=house, person=person: meetings.take_place(
                meeting=fresh(Meeting, meeting.pk), organisation=house, by=person, at=AT
            )
            for house, person in people
        ]
    )
    assert outcomes == [None, None]
    assert sorted(meeting.attendances.values_list("is_waiting", flat=True)) == [False, True]
