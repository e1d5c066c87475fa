from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterpoint.apps.directory.actions import corrections, lives, merging, organisations
from counterpoint.apps.directory.actions.moving import movables
from counterpoint.apps.directory.models import (
    Correction,
    Identifier,
    Membership,
    Merge,
    Organisation,
    OrganisationName,
    OrganisationRole,
    Succession,
)
from counterpoint.apps.history.models import Change, Entry
from counterpoint.domain.refusals import Forbidden
from tests.factories import accounts, directory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(db):
    return directory.organisation("Example Choir", description="")


@pytest.fixture
def absorbed(db):
    return directory.organisation("Example Choir Ltd", website="https://example.org/choir")


@pytest.fixture(autouse=True)
def _publishing_needs_a_description(monkeypatch):
    monkeypatch.setattr(organisations, "NEEDED_TO_PUBLISH", ("name",))


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows that a merge may touch. Merges, history and the outbox only grow."""
    models_touched = {movable.model for movable in movables()} | {Organisation}
    return {
        model.__name__: list(model._default_manager.order_by("pk").values())
        for model in models_touched
    }


def test_everything_goes_to_the_record_that_is_kept(kept, absorbed, team_member, at):
    offer, need = directory.offer(absorbed), directory.need(absorbed)
    fund = directory.organisation("Example Fund", roles=["funder"])
    received = directory.award(funder=fund, recipient=absorbed)
    made = directory.award(funder=absorbed, recipient=fund)
    Identifier.objects.create(organisation=absorbed, scheme="GB-COH", value="01234567")
    suggestion = corrections.suggest_correction(
        record=absorbed, suggestion="x", by=None, at=at
    )
    merging.merge(kept=kept, absorbed=absorbed, reason="same number", by=team_member, at=at)
    for record, field in (
        (offer, "organisation"),
        (need, "organisation"),
        (received, "recipient"),
        (made, "funder"),
    ):
        record.refresh_from_db()
        assert getattr(record, field) == kept
    assert kept.identifiers.get().value == "01234567"
    assert Correction.objects.get(pk=suggestion.pk).record_id == kept.pk
    assert kept.other_names.get().name == "Example Choir Ltd"
    assert not Organisation.objects.public().filter(pk=absorbed.pk).exists()


def test_blank_fields_are_filled_and_written_ones_stay(kept, absorbed, at):
    merging.merge(kept=kept, absorbed=absorbed, by=None, at=at)
    kept.refresh_from_db()
    assert kept.website == "https://example.org/choir"
    assert kept.description == absorbed.description
    assert kept.name == "Example Choir"


def test_an_address_is_taken_whole_or_not_at_all(kept, absorbed, at):
    Organisation.objects.filter(pk=kept.pk).update(postcode="CT9 1HX")
    Organisation.objects.filter(pk=absorbed.pk).update(
        address="1 High Street", postcode="ME1 1AA"
    )
    merging.merge(kept=kept, absorbed=absorbed, by=None, at=at)
    kept.refresh_from_db()
    assert (kept.address, kept.postcode) == ("", "CT9 1HX")


def test_history_of_both_tells_of_it_and_search_hears(kept, absorbed, team_member, at):
    offer = directory.offer(absorbed)
    Change.objects.all().delete()
    merging.merge(kept=kept, absorbed=absorbed, by=team_member, at=at)
    assert Entry.objects.about(kept).first().kind == "organisation.merged"
    assert Entry.objects.about(absorbed).first().detail["other"] == kept.name
    told = set(Change.objects.values_list("record_type", "record_id"))
    assert told == {
        ("organisation", kept.pk),
        ("organisation", absorbed.pk),
        ("offer", offer.pk),
    }


def test_who_belongs_to_both_keeps_the_stronger_role(kept, absorbed, at):
    person = accounts.person()
    directory.member(kept, person, Membership.Role.VIEWER)
    directory.member(absorbed, person, Membership.Role.LEAD)
    made = merging.merge(kept=kept, absorbed=absorbed, by=None, at=at)
    assert kept.memberships.get(person=person).role == Membership.Role.LEAD
    merging.undo_merge(merge=made, by=None, at=at)
    assert kept.memberships.get(person=person).role == Membership.Role.VIEWER
    assert absorbed.memberships.get(person=person).role == Membership.Role.LEAD


def test_what_took_over_from_the_other_does_not_take_over_from_itself(kept, absorbed, at):
    lives.record_succession(
        predecessor=absorbed, successor=kept, how="replaced", by=None, at=at
    )
    merging.merge(kept=kept, absorbed=absorbed, by=None, at=at)
    assert Succession.objects.get().predecessor == absorbed


def test_a_member_of_both_cannot_merge_them(kept, absorbed, lead, at):
    directory.member(kept, lead, Membership.Role.LEAD)
    directory.member(absorbed, lead, Membership.Role.LEAD)
    with pytest.raises(Forbidden):
        merging.merge(kept=kept, absorbed=absorbed, by=lead, at=at)


def test_a_record_is_not_merged_with_itself(kept, at):
    with pytest.raises(merging.SameOrganisation):
        merging.merge(kept=kept, absorbed=kept, by=None, at=at)


def test_what_was_merged_away_is_not_merged_again(kept, absorbed, at):
    merging.merge(kept=kept, absorbed=absorbed, by=None, at=at)
    third = directory.organisation("Third")
    for pair in ({"kept": third, "absorbed": absorbed}, {"kept": absorbed, "absorbed": third}):
        with pytest.raises(merging.AlreadyMerged):
            merging.merge(**pair, by=None, at=at)


def test_merges_are_undone_in_reverse_order(kept, absorbed, at):
    third = directory.organisation("Third", roles=["museum"])
    first = merging.merge(kept=kept, absorbed=absorbed, by=None, at=at)
    second = merging.merge(kept=kept, absorbed=third, by=None, at=at)
    with pytest.raises(merging.NewerMergeFirst):
        merging.undo_merge(merge=first, by=None, at=at)
    merging.undo_merge(merge=second, by=None, at=at)
    merging.undo_merge(merge=first, by=None, at=at)


def test_a_chain_of_merges_is_undone_from_its_end(kept, absorbed, at):
    top = directory.organisation("Top")
    lower = merging.merge(kept=kept, absorbed=absorbed, by=None, at=at)
    upper = merging.merge(kept=top, absorbed=kept, by=None, at=at)
    with pytest.raises(merging.NewerMergeFirst):
        merging.undo_merge(merge=lower, by=None, at=at)
    merging.undo_merge(merge=upper, by=None, at=at)
    merging.undo_merge(merge=lower, by=None, at=at)
    assert Organisation.objects.public().count() == 3


def test_a_merge_is_undone_once_and_not_by_a_stranger(kept, absorbed, stranger, at):
    made = merging.merge(kept=kept, absorbed=absorbed, by=None, at=at)
    with pytest.raises(Forbidden):
        merging.undo_merge(merge=made, by=stranger, at=at)
    merging.undo_merge(merge=made, by=None, at=at)
    with pytest.raises(merging.AlreadyUndone):
        merging.undo_merge(merge=made, by=None, at=at)


def test_what_was_written_since_stays_where_it_was_written(kept, absorbed, at):
    made = merging.merge(kept=kept, absorbed=absorbed, by=None, at=at)
    later = directory.offer(kept)
    organisations.edit_organisation(
        organisation=kept,
        details={"website": "https://example.org/new"},
        by=None,
        at=at + timedelta(days=1),
    )
    merging.undo_merge(merge=made, by=None, at=at + timedelta(days=2))
    later.refresh_from_db()
    kept.refresh_from_db()
    assert later.organisation == kept
    assert kept.website == "https://example.org/new"
    assert kept.updated_at == at + timedelta(days=2)


def test_every_record_that_points_at_an_organisation_goes_with_it():
    """Whoever adds such a record says so with `goes_with_organisation`."""
    # What says which record became which stays as it was said.
    told = {(Merge, "kept"), (Merge, "absorbed"), (Organisation, "merged_into")}
    pointing = {
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model is Organisation
    }
    moved = {(movable.model, movable.field) for movable in movables()}
    missing = {f"{model.__name__}.{name}" for model, name in pointing - moved - told}
    assert not missing


WORDS = st.sampled_from(["", "one", "two"])
PARTS = st.fixed_dictionaries(
    {
        "roles": st.sets(st.sampled_from(["cultural", "museum", "funder"])),
        "names": st.sets(st.sampled_from(["A", "B", "C"])),
        "people": st.dictionaries(
            st.sampled_from([0, 1]), st.sampled_from(list(Membership.Role))
        ),
        "numbers": st.integers(0, 2),
        "offers": st.integers(0, 2),
        "received": st.integers(0, 2),
        "made": st.integers(0, 2),
        "description": WORDS,
        "phone": WORDS,
        "address": WORDS,
        "postcode": WORDS,
        "opened_on": st.sampled_from([None, date(2001, 1, 1)]),
        "follows_the_other": st.booleans(),
    }
)


def build(name, parts, people, at):
    fields = ("description", "phone", "address", "postcode", "opened_on")
    made = Organisation.objects.create(
        slug=name,
        name=name,
        folded_name=name,
        created_at=at,
        updated_at=at,
        **{field: parts[field] for field in fields},
    )
    OrganisationRole.objects.bulk_create(
        OrganisationRole(organisation=made, role=role) for role in parts["roles"]
    )
    OrganisationName.objects.bulk_create(
        OrganisationName(organisation=made, name=other, folded_name=other, kind="trading")
        for other in parts["names"]
    )
    for number, role in parts["people"].items():
        directory.member(made, people[number], role)
    for number in range(parts["numbers"]):
        Identifier.objects.create(organisation=made, scheme="GB-CHC", value=f"{name}{number}")
    fund = Organisation.objects.get(slug="fund")
    for _ in range(parts["offers"]):
        directory.offer(made, is_published=False)
    for _ in range(parts["received"]):
        directory.award(funder=fund, recipient=made)
    for _ in range(parts["made"]):
        directory.award(funder=made, recipient=fund)
    Succession.objects.create(predecessor=fund, successor=made, how="split")
    return made


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(left=PARTS, right=PARTS, twice=st.booleans())
def test_a_merge_undone_leaves_every_row_as_it_was(db, at, left, right, twice):
    with transaction.atomic():
        people = [accounts.person(), accounts.person()]
        directory.organisation("Fund", roles=["funder"])
        kept, absorbed = build("kept", left, people, at), build("absorbed", right, people, at)
        if right["follows_the_other"]:
            Succession.objects.create(predecessor=kept, successor=absorbed, how="replaced")
        before = everything()
        for _ in range(1 + twice):
            made = merging.merge(kept=kept, absorbed=absorbed, by=None, at=at + timedelta(1))
            assert everything() != before
            merging.undo_merge(merge=made, by=None, at=at + timedelta(2))
            assert everything() == before
        transaction.set_rollback(True)
