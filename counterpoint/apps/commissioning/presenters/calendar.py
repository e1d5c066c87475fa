"""A meeting as a calendar file (RFC 5545)."""

from datetime import datetime

from django.conf import settings
from icalendar import Calendar, Event

from counterpoint.apps.commissioning.models import Meeting


def calendar(meeting: Meeting, at: datetime, *, with_joining: bool) -> bytes:
    """In UTC, so that no reader's time zone moves it. The joining address only for who has a place."""
    address = f"{settings.ADDRESS}{meeting.get_absolute_url()}"
    event = Event()
    event.add("uid", f"{meeting.reference}@{settings.ADDRESS.partition('//')[2]}")
    event.add("dtstamp", at)
    event.add("dtstart", meeting.starts_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", meeting.title)
    event.add("url", address)
    joining = meeting.joining_url if with_joining else ""
    event.add(
        "description",
        "\n".join(part for part in (meeting.call.title, joining, address) if part),
    )
    if meeting.where:
        event.add("location", meeting.where)
    event.add("status", "CANCELLED" if meeting.is_off else "CONFIRMED")
    made = Calendar()
    made.add("prodid", "-//Counterpoint//Meetings//EN")
    made.add("version", "2.0")
    made.add_component(event)
    written: bytes = made.to_ical()
    return written
