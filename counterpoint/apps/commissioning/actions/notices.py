"""How somebody is told of calls, in whose words, and the one mail of the day."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.accounts.permissions import check_is_programme_team
from counterpoint.apps.commissioning.actions.telling import record
from counterpoint.apps.commissioning.models import NoticeChoice, NoticeText, WaitingNotice
from counterpoint.apps.directory.emails.posting import deliver


@transaction.atomic
def choose(*, choices: Mapping[str, str], by: Person, at: datetime) -> None:
    """By kind how one wants to be told. What waits for the day's mail is still sent."""
    for kind, how in choices.items():
        NoticeChoice.objects.update_or_create(person=by, kind=kind, defaults={"how": how})
    record("person.chose_notices", by, by, at)


@transaction.atomic
def write_text(*, kind: str, text: str, by: Person, at: datetime) -> NoticeText:
    check_is_programme_team(by)
    made, _is_new = NoticeText.objects.update_or_create(
        kind=kind, defaults={"text": text.strip(), "updated_at": at}
    )
    record("notice_text.written", made, by, at)
    return made


@transaction.atomic
def send_the_days(*, at: datetime) -> int:
    """One mail for each person for whom something waits. How many were written to."""
    waiting = WaitingNotice.objects.select_related("person").select_for_update()
    by_person: dict[int, list[WaitingNotice]] = {}
    for one in waiting:
        by_person.setdefault(one.person_id, []).append(one)
    for notices in by_person.values():
        person = notices[0].person
        parts = [f"{one.subject}\n{'-' * len(one.subject)}\n\n{one.body}" for one in notices]
        subject = _("Calls and applications: {count} news").format(count=len(notices))
        if person.is_active:
            deliver.enqueue(subject, "\n\n".join(parts), [person.email])
    waiting.delete()
    return len(by_person)
