from datetime import datetime

from django.utils.translation import gettext as _

from counterpoint.apps.commissioning.emails.posting import tell
from counterpoint.apps.commissioning.models import Attendance, Meeting


def tell_moved_up(attendance: Attendance, at: datetime) -> None:
    meeting = attendance.meeting
    subject = _("You have a place: {name}").format(name=meeting.title)
    tell("meeting", subject, {"meeting": meeting, "says": "place"}, [attendance.person], at)


def tell_called_off(meeting: Meeting, at: datetime) -> None:
    subject = _("Called off: {name}").format(name=meeting.title)
    people = [one.person for one in meeting.attendances.select_related("person")]
    tell("meeting", subject, {"meeting": meeting, "says": "off"}, people, at)


def tell_soon(meeting: Meeting, at: datetime) -> None:
    subject = _("Tomorrow: {name}").format(name=meeting.title)
    held = meeting.attendances.filter(is_waiting=False).select_related("person")
    tell(
        "meeting", subject, {"meeting": meeting, "says": "soon"}, [o.person for o in held], at
    )
