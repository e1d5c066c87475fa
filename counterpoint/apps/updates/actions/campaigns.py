"""Newsletters: written, tested, scheduled, paused, and written down for each recipient."""

from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.accounts.permissions import check_is_programme_team
from counterpoint.apps.history import actions as history
from counterpoint.apps.updates.emails.composing import written
from counterpoint.apps.updates.models import Campaign, Mailing, Subscriber
from counterpoint.apps.updates.presenters_of_mail import campaign_context
from counterpoint.apps.updates.queries.segments import recipients
from counterpoint.domain.refusals import Conflict

Stage = Campaign.Stage
AT_ONCE = 1_000


class AlreadyOnItsWay(Conflict):
    sentence = _("This newsletter is on its way already.")
    advice = _("What was sent cannot be changed. Write another one.")


class CannotBePaused(Conflict):
    sentence = _("Only a newsletter that is scheduled or being sent can be paused.")


class NotPaused(Conflict):
    sentence = _("This newsletter is not paused.")


@transaction.atomic
def write(
    *,
    campaign: Campaign | None = None,
    subject: str,
    body: str,
    place_code: str = "",
    concept_code: str = "",
    by: Person,
    at: datetime,
) -> Campaign:
    check_is_programme_team(by)
    if campaign is None:
        held = Campaign(slug=_free_slug(subject, at), created_at=at, by=by)
        kind = "campaign.written"
    else:
        held, kind = _hold(campaign), "campaign.edited"
        if not held.can_be_edited:
            raise AlreadyOnItsWay
    held.subject, held.body, held.updated_at = subject, body, at
    held.place_code, held.concept_code = place_code, concept_code
    held.save()
    history.record(kind=kind, subject=held, by=by, at=at)
    return held


@transaction.atomic
def send_test(*, campaign: Campaign, to: str, by: Person, at: datetime) -> None:
    """To the writer's own address, with links that lead to nobody's preferences."""
    check_is_programme_team(by)
    nobody = Subscriber(email=to, language="en-gb")
    mail = written(
        f"[test] {campaign.subject}", "campaign", campaign_context(campaign), nobody
    )
    history.record(kind="campaign.tested", subject=campaign, by=by, at=at)
    transaction.on_commit(mail.send)


@transaction.atomic
def schedule(*, campaign: Campaign, send_at: datetime, by: Person, at: datetime) -> None:
    check_is_programme_team(by)
    held = _hold(campaign)
    if not held.can_be_edited:
        raise AlreadyOnItsWay
    held.stage, held.send_at = Stage.SCHEDULED, send_at
    held.save(update_fields=["stage", "send_at"])
    history.record(kind="campaign.scheduled", subject=held, by=by, at=at)


@transaction.atomic
def pause(*, campaign: Campaign, by: Person, at: datetime) -> None:
    """At once: mails that are not claimed yet wait until it goes on."""
    check_is_programme_team(by)
    held = _hold(campaign)
    if held.stage not in (Stage.SCHEDULED, Stage.SENDING):
        raise CannotBePaused
    held.stage = Stage.PAUSED
    held.save(update_fields=["stage"])
    history.record(kind="campaign.paused", subject=held, by=by, at=at)


@transaction.atomic
def go_on(*, campaign: Campaign, by: Person, at: datetime) -> None:
    check_is_programme_team(by)
    held = _hold(campaign)
    if held.stage != Stage.PAUSED:
        raise NotPaused
    held.stage = Stage.SENDING if held.published_at else Stage.SCHEDULED
    held.save(update_fields=["stage"])
    history.record(kind="campaign.resumed", subject=held, by=by, at=at)


def prepare_campaigns(*, at: datetime) -> int:
    """Mails written down for newsletters that are due, a batch a transaction."""
    _begin_those_due(at)
    count = 0
    for campaign in Campaign.objects.filter(stage=Stage.SENDING):
        while (written_down := _write_down(campaign, at)) is not None:
            count += written_down
        _end_if_all_are_sent(campaign, at)
    return count


@transaction.atomic
def _begin_those_due(at: datetime) -> None:
    due = Campaign.objects.select_for_update().filter(stage=Stage.SCHEDULED, send_at__lte=at)
    for campaign in due:
        campaign.stage, campaign.published_at = Stage.SENDING, at
        campaign.save(update_fields=["stage", "published_at"])
        history.record(kind="campaign.published", subject=campaign, by=None, at=at)


@transaction.atomic
def _write_down(campaign: Campaign, at: datetime) -> int | None:
    """None when everybody has been reached."""
    held = _hold(campaign)
    found = recipients(held).filter(pk__gt=held.reached_id).order_by("pk")
    numbers = list(found.values_list("pk", flat=True)[:AT_ONCE])
    if not numbers or held.stage != Stage.SENDING:
        return None
    Mailing.objects.bulk_create(
        [Mailing(subscriber_id=pk, campaign=held, made_at=at) for pk in numbers],
        ignore_conflicts=True,
    )
    held.reached_id = numbers[-1]
    held.save(update_fields=["reached_id"])
    return len(numbers)


@transaction.atomic
def _end_if_all_are_sent(campaign: Campaign, at: datetime) -> None:
    held = _hold(campaign)
    open_states = (Mailing.State.WAITING, Mailing.State.CLAIMED)
    if (
        held.stage == Stage.SENDING
        and not held.mailings.filter(state__in=open_states).exists()
    ):
        held.stage = Stage.SENT
        held.save(update_fields=["stage"])
        history.record(kind="campaign.sent", subject=held, by=None, at=at)


def _hold(campaign: Campaign) -> Campaign:
    return Campaign.objects.select_for_update().get(pk=campaign.pk)


def _free_slug(subject: str, at: datetime) -> str:
    wanted = f"{at:%Y-%m}-{slugify(subject)[:60] or 'newsletter'}"
    taken = set(
        Campaign.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)
    )
    free = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(one for one in free if one not in taken)
