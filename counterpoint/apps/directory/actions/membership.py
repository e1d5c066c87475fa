"""Claiming an organisation, inviting colleagues, changing roles, leaving."""

import hashlib
import secrets
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory import permissions
from counterpoint.apps.directory.emails import membership as emails
from counterpoint.apps.directory.models import Claim, Invitation, Membership, Organisation
from counterpoint.apps.history import actions as history
from counterpoint.domain.refusals import Conflict, Forbidden, Invalid, NotFound

INVITATION_LASTS = timedelta(days=14)


class AlreadyAMember(Conflict):
    sentence = "This person is a member already."


class ClaimIsWaiting(Conflict):
    sentence = (
        "You have claimed this organisation already; the claim is waiting for an answer."
    )


class ClaimIsDecided(Conflict):
    sentence = "This claim has been decided already."


class ReasonIsMissing(Invalid):
    sentence = "Say why, so that the person knows what to do next."


class NoSuchInvitation(NotFound):
    sentence = "This invitation is not open: it was used, withdrawn or has run out."
    advice = "Ask for a new one."


class InvitedSomebodyElse(Forbidden):
    sentence = "This invitation was sent to another e-mail address."
    advice = "Sign in with the address that it was sent to, or ask for a new one."


class LastLead(Conflict):
    sentence = "An organisation with members needs a lead."
    advice = "Make somebody else a lead first."


def _join(
    organisation: Organisation, person: Person, role: str, *, by: Person | None, at: datetime
) -> Membership:
    if organisation.memberships.filter(person=person).exists():
        raise AlreadyAMember(_("This person is a member already."))
    membership = Membership.objects.create(
        organisation=organisation, person=person, role=role, since_at=at
    )
    permissions.forget_roles(person)
    detail = {"role": str(membership.get_role_display()).partition(":")[0]}
    history.record(kind="member.joined", subject=organisation, by=by, at=at, detail=detail)
    return membership


@transaction.atomic
def claim(
    *, organisation: Organisation, person: Person, evidence: str, by: Person, at: datetime
) -> Claim:
    if organisation.memberships.filter(person=person).exists():
        raise AlreadyAMember(_("You are a member already."))
    if organisation.claims.filter(person=person, stage=Claim.Stage.WAITING).exists():
        raise ClaimIsWaiting(
            _(
                "You have claimed this organisation already; the claim is waiting for an answer."
            )
        )
    made = Claim.objects.create(
        organisation=organisation, person=person, evidence=evidence.strip(), made_at=at
    )
    history.record(kind="claim.made", subject=organisation, by=by, at=at)
    transaction.on_commit(partial(emails.tell_of_claim, made))
    return made


@transaction.atomic
def accept_claim(*, claim: Claim, by: Person, at: datetime) -> Membership:
    """The first who is accepted becomes lead, others become editors: a lead can change that."""
    waiting = _waiting(claim)
    permissions.check_can_manage_members(by, waiting.organisation)
    is_first = not waiting.organisation.memberships.filter(role=Membership.Role.LEAD).exists()
    role = Membership.Role.LEAD if is_first else Membership.Role.EDITOR
    membership = _join(waiting.organisation, waiting.person, role, by=by, at=at)
    _decide(waiting, Claim.Stage.ACCEPTED, reason="", by=by, at=at)
    return membership


@transaction.atomic
def refuse_claim(*, claim: Claim, reason: str, by: Person, at: datetime) -> Claim:
    waiting = _waiting(claim)
    permissions.check_can_manage_members(by, waiting.organisation)
    if not reason.strip():
        raise ReasonIsMissing(_("Say why, so that the person knows what to do next."))
    return _decide(waiting, Claim.Stage.REFUSED, reason=reason.strip(), by=by, at=at)


@transaction.atomic
def withdraw_claim(*, claim: Claim, by: Person, at: datetime) -> Claim:
    waiting = _waiting(claim)
    if waiting.person_id != by.pk:
        raise Forbidden(_("Only the person who made the claim can take it back."))
    return _decide(waiting, Claim.Stage.WITHDRAWN, reason="", by=by, at=at)


def _waiting(claim: Claim) -> Claim:
    # Locked where the database can, so that two people deciding at once cannot both succeed.
    current = (
        Claim.objects.select_for_update()
        .select_related("organisation", "person")
        .get(pk=claim.pk)
    )
    if current.stage != Claim.Stage.WAITING:
        raise ClaimIsDecided(_("This claim has been decided already."))
    return current


def _decide(claim: Claim, stage: str, *, reason: str, by: Person, at: datetime) -> Claim:
    claim.stage, claim.reason, claim.decided_by, claim.decided_at = stage, reason, by, at
    claim.save(update_fields=["stage", "reason", "decided_by", "decided_at"])
    history.record(kind=f"claim.{stage}", subject=claim.organisation, by=by, at=at)
    if stage != Claim.Stage.WITHDRAWN:
        transaction.on_commit(partial(emails.tell_claimant, claim))
    return claim


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(
    *, organisation: Organisation, email: str, role: str, by: Person, at: datetime
) -> Invitation:
    """The open invitation. An earlier open one to the same address is withdrawn."""
    permissions.check_can_manage_members(by, organisation)
    if organisation.memberships.filter(person__email__iexact=email).exists():
        raise AlreadyAMember(_("This person is a member already."))
    open_ones(organisation, at).filter(email__iexact=email).update(withdrawn_at=at)
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        organisation=organisation,
        email=email.strip().lower(),
        role=role,
        token_hash=token_hash(token),
        invited_by=by,
        invited_at=at,
        expires_at=at + INVITATION_LASTS,
    )
    history.record(kind="member.invited", subject=organisation, by=by, at=at)
    transaction.on_commit(partial(emails.invite, invitation, token))
    return invitation


def open_ones(organisation: Organisation, at: datetime) -> QuerySet[Invitation]:
    return organisation.invitations.filter(
        accepted_at=None, withdrawn_at=None, expires_at__gt=at
    )


def invitation_to(person: Person, *, token: str, at: datetime) -> Invitation:
    """The open invitation behind a link; it is shown only to the address that it was sent to."""
    invitation = (
        Invitation.objects.select_related("organisation")
        .filter(
            token_hash=token_hash(token),
            accepted_at=None,
            withdrawn_at=None,
            expires_at__gt=at,
        )
        .first()
    )
    if invitation is None:
        raise NoSuchInvitation(
            _("This invitation is not open: it was used, withdrawn or has run out."),
            _("Ask for a new one."),
        )
    if invitation.email.lower() != person.email.lower():
        raise InvitedSomebodyElse(
            _("This invitation was sent to another e-mail address."),
            _("Sign in with the address that it was sent to, or ask for a new one."),
        )
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, by: Person, at: datetime) -> Membership:
    # Locked where the database can, so that an invitation that is withdrawn meanwhile is seen.
    _lock_invitation(token)
    invitation = invitation_to(by, token=token, at=at)
    membership = _join(invitation.organisation, by, invitation.role, by=by, at=at)
    invitation.accepted_at, invitation.accepted_by = at, by
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    return membership


def _lock_invitation(token: str) -> None:
    Invitation.objects.select_for_update().filter(token_hash=token_hash(token)).first()


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Person, at: datetime) -> None:
    permissions.check_can_manage_members(by, invitation.organisation)
    if (
        not open_ones(invitation.organisation, at)
        .filter(pk=invitation.pk)
        .update(withdrawn_at=at)
    ):
        raise NoSuchInvitation(
            _("This invitation is not open: it was used, withdrawn or has run out.")
        )
    history.record(kind="invitation.withdrawn", subject=invitation.organisation, by=by, at=at)


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: Person, at: datetime) -> Membership:
    organisation = _locked(membership.organisation)
    permissions.check_can_manage_members(by, organisation)
    if role != Membership.Role.LEAD:
        _check_a_lead_remains(organisation, without=membership)
    membership.role = role
    membership.save(update_fields=["role"])
    permissions.forget_roles(by)
    detail = {"role": str(membership.get_role_display()).partition(":")[0]}
    history.record(
        kind="member.role_changed", subject=organisation, by=by, at=at, detail=detail
    )
    return membership


@transaction.atomic
def end_membership(*, membership: Membership, by: Person, at: datetime) -> None:
    """By a lead, or by the person themselves. The very last member may always leave."""
    organisation = _locked(membership.organisation)
    if membership.person_id != by.pk:
        permissions.check_can_manage_members(by, organisation)
    if organisation.memberships.exclude(pk=membership.pk).exists():
        _check_a_lead_remains(organisation, without=membership)
    membership.delete()
    permissions.forget_roles(by)
    history.record(kind="member.left", subject=organisation, by=by, at=at)


def _locked(organisation: Organisation) -> Organisation:
    return Organisation.objects.select_for_update().get(pk=organisation.pk)


def _check_a_lead_remains(organisation: Organisation, *, without: Membership) -> None:
    others = organisation.memberships.filter(role=Membership.Role.LEAD).exclude(pk=without.pk)
    if without.role == Membership.Role.LEAD and not others.exists():
        raise LastLead(
            _("An organisation with members needs a lead."),
            _("Make somebody else a lead first."),
        )


def end_all_memberships(person: Person, at: datetime) -> None:
    """When an account closes: a lead left alone with editors hands over to the longest member."""
    for membership in person.memberships.select_related("organisation"):
        organisation = membership.organisation
        others = organisation.memberships.exclude(pk=membership.pk)
        if others.exists() and not others.filter(role=Membership.Role.LEAD).exists():
            heir = others.order_by("since_at", "pk")[0]
            heir.role = Membership.Role.LEAD
            heir.save(update_fields=["role"])
        membership.delete()
        history.record(kind="member.left", subject=organisation, by=None, at=at)
    person.claims.filter(stage=Claim.Stage.WAITING).update(
        stage=Claim.Stage.WITHDRAWN, decided_at=at
    )
    person.claims.update(evidence="")
