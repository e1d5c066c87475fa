"""Who may do what to an organisation and its records: a reason when not, or a plain yes or no."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.accounts.permissions import is_programme_team
from counterpoint.apps.directory.models import Membership, Organisation
from counterpoint.domain.refusals import Forbidden, Refusal

Role = Membership.Role


class NotAMember(Forbidden):
    sentence = "Only members of the organisation can do this."
    advice = "If you act for it, claim it on its page, or ask a member to invite you."


class NotALead(Forbidden):
    sentence = "Only a lead member of the organisation can do this."


class MayOnlyLook(Forbidden):
    sentence = "You may look at this, but not change it."
    advice = "Ask a lead member of the organisation to make you an editor."


def as_question(check: Callable[..., None]) -> Callable[..., bool]:
    """The same rule asked politely: True or False instead of a refusal."""

    def question(*arguments: Any) -> bool:
        try:
            check(*arguments)
        except Refusal:
            return False
        return True

    return question


def role_in(person: Any, organisation: Organisation | None) -> str | None:
    """The person's role in the organisation. Asked at most once a request for each person."""
    if organisation is None or not getattr(person, "is_authenticated", False):
        return None
    if not hasattr(person, "_roles_by_organisation"):
        rows = Membership.objects.filter(person=person).values_list("organisation_id", "role")
        person._roles_by_organisation = dict(rows)
    role: str | None = person._roles_by_organisation.get(organisation.pk)
    return role


def forget_roles(person: Any) -> None:
    """After a membership changed within the same request."""
    person.__dict__.pop("_roles_by_organisation", None)


def check_can_see_drafts(person: Any, organisation: Organisation | None) -> None:
    if role_in(person, organisation) is None and not is_programme_team(person):
        raise NotAMember(_("Only members of the organisation can see its drafts."))


def check_can_edit(person: Any, organisation: Organisation | None) -> None:
    role = role_in(person, organisation)
    if role in (Role.LEAD, Role.EDITOR) or is_programme_team(person):
        return
    if role == Role.VIEWER:
        raise MayOnlyLook(_("You may look at this, but not change it."))
    raise NotAMember(_("Only members of the organisation can change this."))


def check_can_manage_members(person: Any, organisation: Organisation | None) -> None:
    role = role_in(person, organisation)
    if role == Role.LEAD or is_programme_team(person):
        return
    if role is None:
        raise NotAMember(_("Only members of the organisation can do this."))
    raise NotALead(_("Only a lead member of the organisation can do this."))


def check_can_answer(person: Any, organisation: Organisation | None) -> None:
    """Who may answer a suggested correction: whoever may make the change."""
    check_can_edit(person, organisation)


can_see_drafts = as_question(check_can_see_drafts)
can_edit = as_question(check_can_edit)
can_answer = as_question(check_can_answer)
can_manage_members = as_question(check_can_manage_members)


class NotOnTheTeam(Forbidden):
    sentence = gettext_lazy("Only the programme team can do this.")
    advice = gettext_lazy("Suggest a correction: it reaches them, and you get an answer.")


def check_can_merge(person: Any) -> None:
    if not is_programme_team(person):
        raise NotOnTheTeam


can_merge = as_question(check_can_merge)
