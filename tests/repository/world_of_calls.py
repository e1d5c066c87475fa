"""Calls of the small world in every state, with what was sent in answer to them.

Pages read the real clock, so everything here is dated around the moment the tests run.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from counterpoint.apps.commissioning.actions import (
    asking,
    assessing,
    deciding,
    library,
    meetings,
    partners,
    publishing,
)
from counterpoint.apps.commissioning.actions import needs as need_actions
from counterpoint.apps.commissioning.models import Attachment, Baseline, Reading
from counterpoint.apps.directory.models import Need, Organisation
from counterpoint.integrations.files import handed_in
from tests.factories import calls, directory

if TYPE_CHECKING:
    from tests.repository.world import World

DAY = timedelta(days=1)


def add_calls(world: World, house: Organisation) -> None:
    now = timezone.now()
    council = directory.organisation("Other Council", roles=("commissioner",))
    _own_calls(world, house, now)
    _behind_a_need(world, now)
    _expressions(world, house, now)
    _round(world, house, now)
    _application(world, house, council, now)
    _decided(world, house, council, now)


def _own_calls(world: World, house: Organisation, now: Any) -> None:
    lots = (("North", 5_000), ("South", 5_000))
    made = calls.call(house, at=now - DAY, closes_at=now + 10 * DAY, lots=lots)
    asked = asking.ask(call=made, text="When?", by=world.people["stranger"], at=now)
    meeting = meetings.plan(
        call=made,
        details={
            "title": "Meet us",
            "starts_at": now + 5 * DAY,
            "ends_at": now + 6 * DAY,
            "joining_url": "https://example.org/joinword",
        },
        by=None,
        at=now,
    )
    meetings.take_place(
        meeting=meeting, organisation=house, needs="Needword.", by=world.people["lead"], at=now
    )
    world.keys["meeting"] = meeting.reference
    draft = calls.draft(house, title="Draftcallword", at=now, closes_at=now + 10 * DAY)
    world.keys |= {
        "call": made.reference,
        "clarification": asked.pk,
        "draft_call": draft.reference,
        "draft_lot": draft.lots.get().pk,
    }


def _behind_a_need(world: World, now: Any) -> None:
    """A figure as it would be attached in a district for which one is held."""
    need = Need.objects.get(reference=world.keys["need"])
    figure = Baseline.objects.create(
        need=need,
        indicator="anxiety",
        name="Anxiety yesterday",
        place_name="Thanet",
        value=3,
        unit="mean",
        period="2020",
        source_name="ONS",
        source_url="https://example.org/",
        attached_at=now,
    )
    voice = need_actions.add_voice(need=need, role="lived", words="So it is.", by=None, at=now)
    world.keys |= {"baseline": figure.pk, "voice": voice.pk}


def _expressions(world: World, house: Organisation, now: Any) -> None:
    made = calls.call(
        house, at=now - 5 * DAY, closes_at=now + 3 * DAY, preset="expression-first"
    )
    sent = calls.application(made, at=now - 4 * DAY)
    world.keys |= {"expression_call": made.reference, "expression": sent.reference}


def _round(world: World, house: Organisation, now: Any) -> None:
    """Being assessed, the first of two assessors the stranger; nobody has finished."""
    made = calls.call(house, at=now - 5 * DAY, closes_at=now - DAY)
    sent = calls.application(made, at=now - 4 * DAY, answer="Applicationword.")
    assessing.open_applications(call=made, by=None, at=now)
    for name in ("stranger", "claimant"):
        person = world.people[name]
        seat = assessing.give_seat(call=made, person=person, role="assessor", by=None, at=now)
        assessing.declare(call=made, interests={}, by=person, at=now)
        world.keys.setdefault("seat", seat.pk)
    assessing.share_out(call=made, by=None, at=now)
    reading = Reading.objects.get(application=sent, seat__person=world.people["stranger"])
    world.keys |= {
        "round_call": made.reference,
        "round_application": sent.reference,
        "criterion": made.criteria.first().pk,  # type: ignore[union-attr]
        "bid": sent.bids.get().pk,
        "reading": reading.pk,
    }


def _application(world: World, house: Organisation, council: Organisation, now: Any) -> None:
    """Of the house to somebody else's call: sent, with a file and a partner."""
    editor = world.people["editor"]
    made = calls.draft(council, title="Other call", at=now - DAY, closes_at=now + 10 * DAY)
    question = calls.add(
        made, "question", text="Your policy", kind="file", is_required=False, at=now
    )
    publishing.publish_call(call=made, by=None, at=now - DAY)
    sent = calls.application(made, house, by=editor, at=now)
    attachment = Attachment.objects.create(
        application=sent,
        question=question,
        name="policy.pdf",
        content_type="application/pdf",
        size_bytes=8,
        sha256="0" * 64,
        stored_as=kept_file(),
        scan=Attachment.Scan.NOT_SET_UP,
        added_at=now,
    )
    named = partners.name_partner(
        application=sent,
        organisation=directory.organisation("Example Partner"),
        details={"role": "Drums"},
        by=editor,
        at=now,
    )
    saved = library.save_words(
        organisation=house, title="Who are you?", text="A house.", by=editor, at=now
    )
    world.keys |= {
        "application": sent.reference,
        "question": made.questions.get(kind="long").pk,
        "file_question": question.pk,
        "attachment": attachment.pk,
        "partner": named.pk,
        "saved_answer": saved.pk,
    }
    other = calls.application(made, at=now)
    own = partners.name_partner(
        application=other,
        organisation=house,
        details={"role": "Rooms"},
        by=other.organisation.memberships.get().person,
        at=now,
    )
    world.keys["named"] = own.pk


def kept_file() -> str:
    return handed_in.keep([b"%PDF-1.7"]).stored_as


def _decided(world: World, house: Organisation, council: Organisation, now: Any) -> None:
    made = calls.call(council, at=now - 9 * DAY, closes_at=now - 5 * DAY)
    sent = calls.application(made, house, by=world.people["editor"], at=now - 8 * DAY)
    calls.scored(made, (4, 4), at=now - 4 * DAY)
    bid = sent.bids.get()
    deciding.decide_bid(
        bid=bid, outcome="decline", reason="Not this time.", by=None, at=now - 3 * DAY
    )
    deciding.decide_call(call=made, by=None, at=now - 3 * DAY)
    world.keys["decided_application"] = sent.reference
