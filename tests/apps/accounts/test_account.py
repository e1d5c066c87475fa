import json

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from counterpoint.apps.accounts import actions, permissions
from counterpoint.apps.accounts.models import Person, PlatformRole
from counterpoint.apps.history.models import Entry
from counterpoint.domain.refusals import Forbidden
from tests.factories import accounts

pytestmark = pytest.mark.django_db


def test_an_address_names_one_person_whatever_its_case():
    accounts.person(email="Ada@Example.org")
    assert Person.objects.get_by_natural_key("ADA@example.org").email == "ada@example.org"


def test_closing_an_account_removes_the_person_and_keeps_what_they_did(at):
    person = accounts.person("Ada")
    actions.rename(person=person, name="Ada Lovelace", by=person, at=at)
    actions.close_account(person=person, by=person, at=at)
    person.refresh_from_db()
    assert person.name == ""
    assert person.email == f"left-{person.pk}@account.invalid"
    assert not person.is_active
    assert not person.emailaddress_set.exists()
    assert list(Entry.objects.values_list("kind", flat=True)) == [
        "person.left",
        "person.renamed",
    ]


def test_a_role_is_granted_once_and_ends_once(at):
    person = accounts.person()
    role = PlatformRole.Role.PROGRAMME_TEAM
    actions.grant_role(person=person, role=role, by=None, at=at)
    actions.grant_role(person=person, role=role, by=None, at=at)
    assert Entry.objects.filter(kind="role.granted").count() == 1
    assert actions.end_role(person=person, role=role, by=None, at=at)
    assert not actions.end_role(person=person, role=role, by=None, at=at)


def test_only_the_programme_team_passes_its_check(at):
    with pytest.raises(Forbidden):
        permissions.check_is_programme_team(accounts.person())
    permissions.check_is_programme_team(accounts.person(is_programme_team=True, at=at))


def test_the_role_command_says_when_nobody_has_that_address():
    with pytest.raises(CommandError, match="Nobody signs in as"):
        call_command("role", "grant", "nobody@example.org", "operator")


def test_the_role_command_grants_and_ends(capsys):
    person = accounts.person()
    call_command("role", "grant", person.email, "operator")
    assert person.platform_roles.get().role == "operator"
    call_command("role", "end", person.email, "operator")
    assert "no longer is operator" in capsys.readouterr().out


def test_a_person_downloads_everything_that_is_held_about_them(client):
    person = accounts.person("Ada")
    client.force_login(person)
    answer = client.get(reverse("own-data"))
    held = json.loads(answer.content)
    assert held["account"]["email"] == person.email
    assert {"memberships", "claims", "corrections"} <= held.keys()
    assert "no-store" in answer["Cache-Control"]


def test_closing_needs_a_tick(client):
    person = accounts.person()
    client.force_login(person)
    assert b"error" in client.post(reverse("close-account"), {}).content
    client.post(reverse("close-account"), {"is_sure": "on"})
    person.refresh_from_db()
    assert person.left_at
