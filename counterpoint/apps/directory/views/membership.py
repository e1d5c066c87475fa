from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.accounts.permissions import is_programme_team, signed_in
from counterpoint.apps.directory import permissions
from counterpoint.apps.directory.actions import membership as actions
from counterpoint.apps.directory.forms import membership as forms
from counterpoint.apps.directory.models import Claim, Invitation, Membership, Organisation
from counterpoint.apps.directory.queries import membership as queries
from counterpoint.domain.refusals import Refusal


def _organisation(slug: str) -> Organisation:
    return get_object_or_404(Organisation.objects.filter(merged_into=None), slug=slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.public(), slug=slug)
    form = forms.ClaimEvidence(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.claim(
                organisation=organisation,
                person=signed_in(request),
                evidence=form.cleaned_data["evidence"],
                by=signed_in(request),
                at=timezone.now(),
            )
        except Refusal as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Thank you. Your claim is waiting for an answer."))
            return redirect("my-work")
    context = {"organisation": organisation, "form": form}
    return render(request, "directory/membership/claim.html", context)


@login_required
@require_POST
def withdraw_claim(request: HttpRequest, pk: int) -> HttpResponse:
    made = get_object_or_404(Claim, pk=pk, person=signed_in(request))
    actions.withdraw_claim(claim=made, by=signed_in(request), at=timezone.now())
    messages.success(request, _("Your claim is withdrawn."))
    return redirect("my-work")


@login_required
@require_safe
def members(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _organisation(slug)
    permissions.check_can_see_drafts(request.user, organisation)
    return _members_page(request, organisation, forms.InvitationTo())


def _members_page(
    request: HttpRequest, organisation: Organisation, invitation: Any, status: int = 200
) -> HttpResponse:
    may_manage = permissions.can_manage_members(request.user, organisation)
    context = {
        "organisation": organisation,
        "may_manage": may_manage,
        "members": queries.members_of(organisation),
        "open_invitations": actions.open_ones(organisation, timezone.now())
        if may_manage
        else [],
        "claims": organisation.claims.filter(stage=Claim.Stage.WAITING).select_related(
            "person"
        )
        if may_manage
        else [],
        "form": invitation,
        "roles": Membership.Role.choices,
    }
    return render(request, "directory/membership/members.html", context, status=status)


@login_required
@require_POST
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    organisation = _organisation(slug)
    permissions.check_can_manage_members(request.user, organisation)
    form = forms.InvitationTo(request.POST)
    if form.is_valid():
        try:
            actions.invite(
                organisation=organisation,
                email=form.cleaned_data["email"],
                role=form.cleaned_data["role"],
                by=signed_in(request),
                at=timezone.now(),
            )
        except actions.AlreadyAMember as refused:
            form.add_error("email", str(refused))
        else:
            messages.success(request, _("The invitation is on its way."))
            return redirect("members", slug)
    return _members_page(request, organisation, form, status=422)


@login_required
@require_POST
def withdraw_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(Invitation.objects.select_related("organisation"), pk=pk)
    actions.withdraw_invitation(
        invitation=invitation, by=signed_in(request), at=timezone.now()
    )
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("members", invitation.organisation.slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """A page with a button: mail scanners open links, and must not join anything by that."""
    if request.method == "POST":
        membership = actions.accept_invitation(
            token=token, by=signed_in(request), at=timezone.now()
        )
        organisation = membership.organisation
        messages.success(request, _("You can now act for %(name)s.") % {"name": organisation})
        return redirect("my-work")
    invitation = actions.invitation_to(signed_in(request), token=token, at=timezone.now())
    return render(request, "directory/membership/accept.html", {"invitation": invitation})


@login_required
@require_POST
def change_role(request: HttpRequest, pk: int) -> HttpResponse:
    membership = get_object_or_404(Membership.objects.select_related("organisation"), pk=pk)
    permissions.check_can_manage_members(request.user, membership.organisation)
    form = forms.RoleOf(request.POST)
    if form.is_valid():
        actions.change_role(
            membership=membership,
            role=form.cleaned_data["role"],
            by=signed_in(request),
            at=timezone.now(),
        )
        messages.success(request, _("The role is changed."))
    return redirect("members", membership.organisation.slug)


@login_required
@require_POST
def end_membership(request: HttpRequest, pk: int) -> HttpResponse:
    membership = get_object_or_404(Membership.objects.select_related("organisation"), pk=pk)
    was_me = membership.person_id == request.user.pk
    actions.end_membership(membership=membership, by=signed_in(request), at=timezone.now())
    if was_me:
        messages.success(request, _("You have left."))
        return redirect("my-work")
    messages.success(request, _("The member is removed."))
    return redirect("members", membership.organisation.slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decide_claim(request: HttpRequest, pk: int) -> HttpResponse:
    made = get_object_or_404(Claim.objects.select_related("organisation", "person"), pk=pk)
    permissions.check_can_manage_members(request.user, made.organisation)
    form = forms.Refusal(request.POST or None)
    if request.method == "POST":
        if "accept" in request.POST:
            actions.accept_claim(claim=made, by=signed_in(request), at=timezone.now())
            messages.success(request, _("The claim is accepted, and the person is told."))
            return redirect("members", made.organisation.slug)
        if form.is_valid():
            actions.refuse_claim(
                claim=made,
                reason=form.cleaned_data["reason"],
                by=signed_in(request),
                at=timezone.now(),
            )
            messages.success(request, _("The claim is refused, and the person is told why."))
            return redirect("claims")
    context = {"claim": made, "organisation": made.organisation, "form": form}
    return render(request, "directory/membership/decide.html", context)


@login_required
@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    """Claims that this person may decide: all of them for the programme team."""
    waiting = Claim.objects.filter(stage=Claim.Stage.WAITING).select_related(
        "organisation", "person"
    )
    if not is_programme_team(request.user):
        waiting = waiting.filter(
            organisation__memberships__person=signed_in(request),
            organisation__memberships__role=Membership.Role.LEAD,
        )
    context = {"claims": waiting.order_by("made_at")[:200]}
    return render(request, "directory/membership/claims.html", context)
