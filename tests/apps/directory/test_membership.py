import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from counterpoint.apps.directory.actions import membership as actions
from counterpoint.apps.directory.models import Claim, Membership
from counterpoint.apps.history.models import Entry
from counterpoint.domain.refusals import Forbidden
from tests.factories import accounts, directory

pytestmark = pytest.mark.django_db
Role = Membership.Role


@pytest.fixture
def lead():
    return accounts.person("Lee Lead")


@pytest.fixture
def organisation(lead, at):
    return directory.organisation("Example Singers", by=lead, at=at)


@pytest.fixture
def editor(organisation, at):
    person = accounts.person("Eddie Editor")
    Membership.objects.create(
        organisation=organisation, person=person, role=Role.EDITOR, since_at=at
    )
    return person


def test_the_first_accepted_claim_makes_a_lead_and_the_next_an_editor(at):
    unclaimed = directory.organisation("Example Museum", by=None, at=at)
    team = accounts.person(is_programme_team=True, at=at)
    roles = []
    for name in ("First", "Second"):
        person = accounts.person(name)
        made = actions.claim(
            organisation=unclaimed, person=person, evidence="see our site", by=person, at=at
        )
        roles.append(actions.accept_claim(claim=made, by=team, at=at).role)
    assert roles == [Role.LEAD, Role.EDITOR]


def test_a_claim_is_made_once_while_it_waits(organisation, at):
    person = accounts.person()
    actions.claim(organisation=organisation, person=person, evidence="x", by=person, at=at)
    with pytest.raises(actions.ClaimIsWaiting):
        actions.claim(organisation=organisation, person=person, evidence="x", by=person, at=at)


def test_a_stranger_cannot_decide_a_claim(organisation, at):
    person = accounts.person()
    made = actions.claim(
        organisation=organisation, person=person, evidence="x", by=person, at=at
    )
    with pytest.raises(Forbidden):
        actions.accept_claim(claim=made, by=accounts.person(), at=at)
    assert not organisation.memberships.filter(person=person).exists()


def test_a_claim_is_decided_once(organisation, lead, at):
    person = accounts.person()
    made = actions.claim(
        organisation=organisation, person=person, evidence="x", by=person, at=at
    )
    actions.refuse_claim(claim=made, reason="We do not know you.", by=lead, at=at)
    with pytest.raises(actions.ClaimIsDecided):
        actions.accept_claim(claim=made, by=lead, at=at)


def test_a_refusal_says_why(organisation, lead, at, django_capture_on_commit_callbacks):
    person = accounts.person()
    made = actions.claim(
        organisation=organisation, person=person, evidence="x", by=person, at=at
    )
    with pytest.raises(actions.ReasonIsMissing):
        actions.refuse_claim(claim=made, reason=" ", by=lead, at=at)
    with django_capture_on_commit_callbacks(execute=True):
        actions.refuse_claim(claim=made, reason="We do not know you.", by=lead, at=at)
    assert "We do not know you." in mail.outbox[-1].body
    assert mail.outbox[-1].to == [person.email]


def _invited(organisation, lead, at, capture, email="colleague@example.org"):
    with capture(execute=True):
        actions.invite(
            organisation=organisation, email=email, role=Role.EDITOR, by=lead, at=at
        )
    return re.search(r"/invitations/([^/\s]+)/", mail.outbox[-1].body)[1]


def test_an_invited_colleague_joins_by_the_link(
    organisation, lead, at, django_capture_on_commit_callbacks
):
    token = _invited(organisation, lead, at, django_capture_on_commit_callbacks)
    colleague = accounts.person(email="Colleague@example.org")
    membership = actions.accept_invitation(token=token, by=colleague, at=at)
    assert membership.role == Role.EDITOR
    with pytest.raises(actions.NoSuchInvitation):
        actions.accept_invitation(token=token, by=colleague, at=at)


def test_the_link_works_only_for_the_address_it_was_sent_to(
    organisation, lead, at, django_capture_on_commit_callbacks
):
    token = _invited(organisation, lead, at, django_capture_on_commit_callbacks)
    with pytest.raises(actions.InvitedSomebodyElse):
        actions.accept_invitation(token=token, by=accounts.person(), at=at)


def test_an_invitation_runs_out(organisation, lead, at, django_capture_on_commit_callbacks):
    token = _invited(organisation, lead, at, django_capture_on_commit_callbacks)
    colleague = accounts.person(email="colleague@example.org")
    late = at + actions.INVITATION_LASTS + timedelta(seconds=1)
    with pytest.raises(actions.NoSuchInvitation):
        actions.accept_invitation(token=token, by=colleague, at=late)


def test_a_second_invitation_to_one_address_replaces_the_first(
    organisation, lead, at, django_capture_on_commit_callbacks
):
    first = _invited(organisation, lead, at, django_capture_on_commit_callbacks)
    _invited(organisation, lead, at, django_capture_on_commit_callbacks)
    colleague = accounts.person(email="colleague@example.org")
    with pytest.raises(actions.NoSuchInvitation):
        actions.accept_invitation(token=first, by=colleague, at=at)


def test_an_editor_cannot_invite(organisation, editor, at):
    with pytest.raises(Forbidden):
        actions.invite(
            organisation=organisation, email="x@example.org", role=Role.LEAD, by=editor, at=at
        )


def test_the_only_lead_cannot_leave_colleagues_alone(organisation, lead, editor, at):
    held = organisation.memberships.get(person=lead)
    with pytest.raises(actions.LastLead):
        actions.end_membership(membership=held, by=lead, at=at)
    with pytest.raises(actions.LastLead):
        actions.change_role(membership=held, role=Role.VIEWER, by=lead, at=at)


def test_a_lead_hands_over_and_leaves(organisation, lead, editor, at):
    actions.change_role(
        membership=organisation.memberships.get(person=editor), role=Role.LEAD, by=lead, at=at
    )
    actions.end_membership(
        membership=organisation.memberships.get(person=lead), by=lead, at=at
    )
    assert list(organisation.memberships.values_list("person", "role")) == [
        (editor.pk, Role.LEAD)
    ]


def test_the_very_last_member_may_leave(organisation, lead, at):
    actions.end_membership(
        membership=organisation.memberships.get(person=lead), by=lead, at=at
    )
    assert not organisation.memberships.exists()
    assert Entry.objects.filter(kind="member.left").exists()


def test_when_a_lead_closes_the_account_the_longest_member_takes_over(
    organisation, lead, editor, at
):
    from counterpoint.apps.accounts.actions import close_account

    close_account(person=lead, by=lead, at=at)
    assert organisation.memberships.get().person == editor
    assert organisation.memberships.get().role == Role.LEAD


def test_the_pages_of_membership_tell_their_story(client, organisation, lead, at):
    claimant = accounts.person("Clara Claimant")
    client.force_login(claimant)
    assert client.get(reverse("claim", args=[organisation.slug])).status_code == 200
    answer = client.post(
        reverse("claim", args=[organisation.slug]), {"evidence": "I am on the website."}
    )
    assert answer.status_code == 302
    assert client.get(reverse("members", args=[organisation.slug])).status_code == 403
    client.force_login(lead)
    assert (
        b"Clara Claimant" in client.get(reverse("members", args=[organisation.slug])).content
    )
    made = Claim.objects.get()
    assert (
        b"I am on the website." in client.get(reverse("decide-claim", args=[made.pk])).content
    )
    client.post(reverse("decide-claim", args=[made.pk]), {"accept": "yes"})
    assert organisation.memberships.filter(person=claimant).exists()


def test_a_claim_of_what_nobody_acts_for_reaches_the_programme_team(
    at, django_capture_on_commit_callbacks
):
    team = accounts.person(is_programme_team=True, at=at)
    unclaimed = directory.organisation("Example\nMuseum", by=None, at=at)
    person = accounts.person()
    with django_capture_on_commit_callbacks(execute=True):
        made = actions.claim(
            organisation=unclaimed, person=person, evidence="On our site.", by=person, at=at
        )
    assert mail.outbox[-1].to == [team.email]
    assert reverse("decide-claim", args=[made.pk]) in mail.outbox[-1].body


def test_an_invitation_says_to_what_before_it_is_accepted(
    visit, organisation, lead, django_capture_on_commit_callbacks
):
    now = timezone.now()
    token = _invited(organisation, lead, now, django_capture_on_commit_callbacks)
    address = reverse("accept-invitation", args=[token])
    visit.as_(accounts.person())(address, status=403)
    visit.as_(accounts.person(email="colleague@example.org"))
    assert visit(address).heading == "Join Example Singers"
    assert "You can now act for Example Singers." in visit.post(address).notices[0]
    assert "used, withdrawn or has run out" in visit(address, status=404).words


def test_members_are_listed_leads_first(visit, organisation, lead, editor, at):
    directory.member(organisation, accounts.person("Val Viewer"), Role.VIEWER, at)
    words = visit.as_(editor)(reverse("members", args=[organisation.slug])).words
    assert words.index("Lee Lead") < words.index("Eddie Editor") < words.index("Val Viewer")
    assert "Invite a colleague" not in words


def test_a_lead_invites_on_the_page_and_is_told_what_does_not_fit(visit, organisation, lead):
    address = reverse("invite", args=[organisation.slug])
    visit.as_(lead)
    page = visit.post(address, email="colleague@example.org", role="editor")
    assert "colleague@example.org, open until" in page.words
    page = visit.post(address, email=lead.email, role="editor", status=422)
    assert page.errors == ["E-mail address: This person is a member already."]


def test_a_claim_that_was_decided_offers_no_second_decision(visit, organisation, lead, at):
    person = accounts.person("Clara Claimant")
    made = actions.claim(
        organisation=organisation, person=person, evidence="x", by=person, at=at
    )
    actions.refuse_claim(claim=made, reason="We do not know you.", by=lead, at=at)
    words = visit.as_(lead)(reverse("decide-claim", args=[made.pk])).words
    assert "decided already" in words
    assert "Accept the claim" not in words


def test_a_decision_without_a_reason_is_asked_for_one(visit, organisation, lead, at):
    person = accounts.person("Clara Claimant")
    made = actions.claim(
        organisation=organisation, person=person, evidence="x", by=person, at=at
    )
    page = visit.as_(lead).post(reverse("decide-claim", args=[made.pk]), refuse="yes")
    assert page.errors


def test_joining_and_leaving_is_told_to_members_alone(visit, organisation, lead, editor, at):
    actions.change_role(
        membership=organisation.memberships.get(person=editor),
        role=Role.VIEWER,
        by=lead,
        at=at,
    )
    page = organisation.get_absolute_url()
    assert "changed a member's role" not in visit(page).words
    assert "Lee Lead changed a member's role" in visit.as_(lead)(page).words


def test_the_last_lead_is_told_on_the_page_what_to_do_first(visit, organisation, lead, editor):
    held = organisation.memberships.get(person=lead)
    page = visit.as_(lead).post(reverse("end-membership", args=[held.pk]), status=409)
    assert "Make somebody else a lead first." in page.words
