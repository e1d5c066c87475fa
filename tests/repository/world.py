"""A small world with one of everything, for asking who may see and do what in it.

Every record comes from the action that makes it in life. Words that the public must never read
are collected in `SECRETS` as they are written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions import corrections, membership, merging
from counterpoint.apps.directory.actions import needs as need_actions
from counterpoint.apps.directory.actions import offers as offer_actions
from counterpoint.apps.directory.actions import organisations as organisation_actions
from counterpoint.apps.directory.models import Membership, Organisation
from counterpoint.apps.matching.actions import saved_searches
from counterpoint.apps.updates import tokens
from counterpoint.apps.updates.actions import campaigns, signing_up
from counterpoint.apps.updates.models import SignUp
from tests.factories import accounts, directory, evidence, imports, programmes, publications
from tests.factories.directory import AT
from tests.repository import world_of_agreements as agreements
from tests.repository import world_of_calls as calls

Role = Membership.Role
ROLES = ("visitor", "stranger", "viewer", "editor", "lead", "team")

# Each word stands in one kind of text that is not for the public, and nowhere else.
SECRETS = {
    "draftword": "the words of a draft",
    "withdrawnword": "the words of a withdrawn record",
    "reasonword": "why something was withdrawn",
    "savedword": "the name that somebody gave to a search",
    "evidenceword": "what a claimant wrote",
    "suggestionword": "what somebody suggested as a correction",
    "mappingword": "what somebody called the columns of a file",
    "cellword": "what stands in a refused row of a file",
    "returnword": "what a provider returned",
    "draftagreementword": "the words of an agreement that is not public",
    "joinword": "the address by which a meeting is joined",
    "needword": "what somebody needs to take part",
    "applicationword": "what an applicant wrote",
    "draftcallword": "the words of a call that is not published",
    "surnameword": "the name of a person",
    "@people.example": "a person's e-mail address",
}


@dataclass
class World:
    people: dict[str, Person]
    cookies: dict[str, str] = field(default_factory=dict)
    # What the addresses of the table speak of: "/offers/{offer}/" is the published offer.
    keys: dict[str, object] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        client = Client(raise_request_exception=False)
        if role in self.cookies:
            client.cookies["sessionid"] = self.cookies[role]
        return client

    def address(self, pattern: str) -> str:
        return pattern.format_map(self.keys)


def make_world() -> World:
    people = {role: _person(role) for role in (*ROLES[1:], "colleague", "claimant")}
    world = World(people)
    house = _organisation(people)
    _records(world, house)
    _membership(world, house)
    _corrections(world)
    _merge(world)
    _saved_search(world)
    _imports(world)
    _updates(world)
    _programmes(world, house)
    calls.add_calls(world, house)
    agreements.add_agreements(world, house)
    publications.load_guides()
    for role in ROLES[1:]:
        world.cookies[role] = _sign_in(people[role])
    # After signing in, which would ask for it.
    world.keys["passkey"] = accounts.passkey(people["lead"]).pk
    TOTP.activate(people["lead"], generate_totp_secret())
    RecoveryCodes.activate(people["lead"])
    return world


def _person(role: str) -> Person:
    return accounts.person(
        f"{role.title()} Surnameword",
        email=f"{role}@people.example",
        is_programme_team=role == "team",
        at=AT,
    )


def _organisation(people: dict[str, Person]) -> Organisation:
    house = directory.organisation("Example House", by=people["lead"])
    for role in (Role.VIEWER, Role.EDITOR):
        directory.member(house, people[role], role)
    directory.member(house, people["colleague"], Role.EDITOR)
    return house


def _records(world: World, house: Organisation) -> None:
    lead, keys = world.people["lead"], world.keys
    keys["organisation"] = house.slug
    offer = directory.offer(house, by=lead)
    keys["offer"] = offer.reference
    keys["need"] = directory.need(house, by=lead).reference
    draft = directory.organisation("Draftword Band", by=lead, is_published=False)
    for role in (Role.VIEWER, Role.EDITOR):
        directory.member(draft, world.people[role], role)
    keys["draft_organisation"] = draft.slug
    unseen = {"title": "Draftword", "by": lead, "is_published": False}
    keys["draft_offer"] = directory.offer(house, **unseen).reference
    keys["draft_need"] = directory.need(house, **unseen).reference
    _withdrawn_records(world, house)
    _awards(world, house)
    places = directory.places()
    keys["place"] = places["Thanet"].code
    keys["concept"] = "outcome.reduced-loneliness"
    keys["art"] = "activity.choir"
    keys["study"] = evidence.study(concepts=(keys["art"], keys["concept"])).key


def _withdrawn_records(world: World, house: Organisation) -> None:
    lead, keys = world.people["lead"], world.keys
    gone = {"reason": "The reasonword.", "by": lead, "at": AT}
    offer = directory.offer(house, by=lead, description="A withdrawnword choir.")
    offer_actions.withdraw_offer(offer=offer, **gone)
    need = directory.need(house, by=lead, statement="Withdrawnword, less loneliness.")
    need_actions.withdraw_need(need=need, **gone)
    closed = directory.organisation("Gone House", by=lead, description="Withdrawnword songs.")
    for role in (Role.VIEWER, Role.EDITOR):
        directory.member(closed, world.people[role], role)
    organisation_actions.withdraw_organisation(organisation=closed, **gone)
    keys |= {
        "withdrawn_offer": offer.reference,
        "withdrawn_need": need.reference,
        "withdrawn_organisation": closed.slug,
    }


def _awards(world: World, house: Organisation) -> None:
    fund = directory.organisation("Example Fund", roles=["funder"])
    world.keys["award"] = directory.award(funder=fund, recipient=house).pk
    directory.award(funder=fund, recipient=None, title="Time to write")


def _membership(world: World, house: Organisation) -> None:
    people, keys = world.people, world.keys
    colleague = house.memberships.get(person=people["colleague"])
    keys["membership"] = colleague.pk
    for name, person in (("claim", people["claimant"]), ("own_claim", people["stranger"])):
        made = membership.claim(
            organisation=house, person=person, evidence="Evidenceword.", by=person, at=AT
        )
        keys[name] = made.pk
    now = AT + timedelta(days=3650)  # open whenever the tests run
    with TestCase.captureOnCommitCallbacks(execute=True):
        invitation = membership.invite(
            organisation=house,
            email=people["stranger"].email,
            role=Role.EDITOR,
            by=people["lead"],
            at=now,
        )
    keys["invitation"] = invitation.pk
    found = re.search(r"/invitations/([^/\s]+)/", mail.outbox[-1].body)
    assert found
    keys["token"] = found[1]


def _corrections(world: World) -> None:
    offer = offer_actions.Offer.objects.get(reference=world.keys["offer"])
    suggested = corrections.suggest_correction(
        record=offer,
        suggestion="A suggestionword.",
        email="suggester@people.example",
        by=None,
        at=AT,
    )
    world.keys["correction"] = suggested.pk


def _merge(world: World) -> None:
    kept, absorbed = directory.organisation("Kept Choir"), directory.organisation("Old Choir")
    merge = merging.merge(kept=kept, absorbed=absorbed, by=world.people["team"], at=AT)
    world.keys |= {"merge": merge.pk, "absorbed_organisation": absorbed.slug}


def _saved_search(world: World) -> None:
    saved = saved_searches.save(
        address="as=need&q=loneliness",
        name="Savedword",
        by=world.people["stranger"],
        at=AT,
    )
    world.keys["saved_search"] = saved.pk


def _imports(world: World) -> None:
    team, keys = world.people["team"], world.keys
    with TemporaryDirectory() as folder:
        run = imports.imported(Path(folder), imports.AWARDS_WITH_A_FAULT, by=team)
    keys["import"] = run.pk
    keys["doubt"] = imports.doubt(run).pk
    keys["mapping"] = imports.mapping("Mappingword", by=team).pk


def _updates(world: World) -> None:
    wanted = signing_up.Wanted()
    consent = signing_up.Consent("Send me updates.", "/updates/")
    now = timezone.now()  # the links run out by the real clock
    # Not of people.example: whoever holds the link reads the address it was sent to.
    for address in ("first@readers.example", "second@readers.example"):
        signing_up.ask(email=address, wanted=wanted, consent=consent, at=now)
    first, second = SignUp.objects.order_by("pk")
    subscriber = signing_up.confirm(asked=first, at=now)
    letter = {"body": "Letterword.", "by": world.people["team"], "at": now}
    sent = campaigns.write(subject="What we learnt", **letter)
    campaigns.schedule(campaign=sent, send_at=now, by=world.people["team"], at=now)
    campaigns.prepare_campaigns(at=now)
    draft = campaigns.write(subject="A draftword", **letter)
    world.keys |= {
        "confirm_token": tokens.to_confirm(second),
        "preferences_token": tokens.to_preferences(subscriber),
        "leave_token": tokens.to_leave(subscriber),
        "newsletter": sent.slug,
        "campaign": draft.slug,
    }


def _sign_in(person: Person) -> str:
    """The session of somebody who has just given the password again, as changing keys needs."""
    client = Client()
    given = {"login": person.email, "password": accounts.PASSWORD}
    client.post(reverse("account_login"), given)
    client.post(reverse("account_reauthenticate"), given)
    assert client.get(reverse("my-work")).status_code == 200
    return str(client.cookies["sessionid"].value)


def _programmes(world: World, house: Organisation) -> None:
    lead, keys = world.people["lead"], world.keys
    made = programmes.programme(lead=house, by=lead)
    keys["programme"] = made.slug
    keys["figure"] = programmes.figure(made, "nine").pk
    draft = programmes.programme(
        "Draftword Programme", lead=house, by=lead, is_published=False
    )
    keys["draft_programme"] = draft.slug
