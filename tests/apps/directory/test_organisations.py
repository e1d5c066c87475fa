from datetime import timedelta

import pytest

from counterpoint.apps.directory.actions import organisations
from counterpoint.apps.directory.actions.identifying import IdentifierTaken
from counterpoint.apps.directory.actions.lifecycle import AlreadyPublished, NotPublished
from counterpoint.apps.directory.actions.saving import ChangedMeanwhile, NotComplete
from counterpoint.apps.directory.actions.terms import TermsNotDecided
from counterpoint.apps.directory.models import Membership, Organisation
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.history.models import Change, Entry
from counterpoint.domain.interchange.records import Identifier
from counterpoint.domain.refusals import Forbidden
from tests.factories import directory

pytestmark = pytest.mark.django_db
CHARITY = Identifier("GB-CHC", "1064500")


def kinds_about(record):
    return [entry.kind for entry in Entry.objects.about(record).order_by("id")]


def test_whoever_lists_an_organisation_becomes_its_lead(lead, at):
    made = directory.organisation("The Example Choir", by=lead, is_published=False)
    assert made.slug == "the-example-choir"
    assert made.stage == Stage.DRAFT
    assert made.memberships.get().role == Membership.Role.LEAD
    assert kinds_about(made) == ["organisation.started"]


def test_two_of_one_name_have_addresses_of_their_own(db):
    slugs = [directory.organisation("Example Choir").slug for _ in range(3)]
    assert slugs == ["example-choir", "example-choir-2", "example-choir-3"]


def test_no_organisation_takes_the_address_of_a_page(db):
    assert directory.organisation("New").slug == "new-2"


def test_a_name_of_signs_alone_still_has_an_address(db):
    assert directory.organisation("***").slug == "organisation"


def test_an_organisation_without_a_name_is_refused(lead, at):
    with pytest.raises(organisations.NameMissing):
        organisations.create_organisation(
            details={"name": " "}, roles=["cultural"], by=lead, at=at
        )


def test_a_freelancer_joins_without_numbers_or_address(lead, at):
    made = directory.freelancer("Robin Example", by=lead)
    assert made.is_public
    assert [held.role for held in made.roles.all()] == ["freelancer"]
    assert not made.identifiers.exists()
    assert not made.address


def test_what_says_no_kind_is_not_published(lead, at):
    made = directory.organisation(roles=(), by=lead, is_published=False)
    with pytest.raises(organisations.RoleMissing):
        organisations.publish_organisation(organisation=made, by=lead, at=at)


def test_what_says_nothing_of_itself_is_not_published(lead, at):
    made = directory.organisation(description="", by=lead, is_published=False)
    with pytest.raises(NotComplete) as refused:
        organisations.publish_organisation(organisation=made, by=lead, at=at)
    assert refused.value.missing == ["what you do, in your own words"]


def test_publishing_counts_as_checking(lead, at):
    made = directory.organisation(by=lead, at=at)
    assert (made.verified_at, made.verified_by) == (at, lead)
    assert kinds_about(made)[-1] == "organisation.published"
    assert Change.objects.filter(record_type="organisation", record_id=made.pk).exists()


def test_what_the_system_publishes_was_checked_by_nobody(db):
    assert directory.organisation(by=None).verified_at is None


def test_proposed_terms_hold_publishing_back(small_vocabulary, lead, at):
    made = directory.organisation(description="We are a choir.", by=lead, is_published=False)
    with pytest.raises(TermsNotDecided):
        organisations.publish_organisation(organisation=made, by=lead, at=at)


def test_a_second_publishing_is_refused(lead, at):
    made = directory.organisation(by=lead)
    with pytest.raises(AlreadyPublished):
        organisations.publish_organisation(organisation=made, by=lead, at=at)


def test_a_stranger_cannot_edit(stranger, lead, at):
    made = directory.organisation(by=lead)
    with pytest.raises(Forbidden):
        organisations.edit_organisation(
            organisation=made, details={"phone": "1"}, by=stranger, at=at
        )


def test_editing_says_which_fields_changed(lead, at):
    made = directory.organisation(by=lead)
    changed = organisations.edit_organisation(
        organisation=made,
        details={"phone": "01843 000000", "description": made.description},
        roles=["cultural", "museum"],
        by=lead,
        at=at + timedelta(hours=1),
    )
    assert changed == ["phone", "roles"]
    entry = Entry.objects.about(made).first()
    assert entry.detail == {"fields": ["phone", "roles"]}
    assert made.updated_at == at + timedelta(hours=1)


def test_an_edit_that_changes_nothing_leaves_no_line(lead, at):
    made = directory.organisation(by=lead)
    lines = Entry.objects.count()
    assert not organisations.edit_organisation(
        organisation=made, details={"name": made.name}, roles=["cultural"], by=lead, at=at
    )
    assert Entry.objects.count() == lines


def test_a_public_name_that_changes_is_kept_as_a_former_name(lead, at):
    made = directory.organisation("Old Name", by=lead)
    organisations.edit_organisation(
        organisation=made, details={"name": "New Name"}, by=lead, at=at
    )
    former = made.other_names.get()
    assert (former.name, former.kind, former.valid_to) == ("Old Name", "former", at.date())
    assert Organisation.objects.get(pk=made.pk).folded_name == "new name"


def test_a_slip_of_the_pen_is_not_kept(lead, at):
    made = directory.organisation("Od Name", by=lead)
    organisations.edit_organisation(
        organisation=made,
        details={"name": "Old Name"},
        keeps_former_name=False,
        by=lead,
        at=at,
    )
    assert not made.other_names.exists()


def test_offers_are_found_again_when_the_organisation_has_another_name(lead, at):
    made = directory.organisation(by=lead)
    offer = directory.offer(made, by=lead)
    Change.objects.all().delete()
    organisations.edit_organisation(
        organisation=made, details={"name": "Another Name"}, by=lead, at=at
    )
    told = set(Change.objects.values_list("record_type", "record_id"))
    assert told == {("organisation", made.pk), ("offer", offer.pk)}


def test_a_number_that_another_has_is_refused_and_leads_to_it(lead, at):
    holder = directory.organisation("Holder", by=None)
    organisations.edit_organisation(
        organisation=holder, details={}, identifiers=[CHARITY], by=None, at=at
    )
    other = directory.organisation("Other", by=lead)
    with pytest.raises(IdentifierTaken) as refused:
        organisations.edit_organisation(
            organisation=other, details={"phone": "1"}, identifiers=[CHARITY], by=lead, at=at
        )
    assert refused.value.holder == holder
    assert not Organisation.objects.get(pk=other.pk).phone


def test_a_number_can_be_changed_and_taken_away(lead, at):
    made = directory.organisation(by=lead)

    def say(*numbers):
        organisations.edit_organisation(
            organisation=made, details={}, identifiers=numbers, by=lead, at=at
        )
        return [str(one) for one in made.identifiers.all()]

    assert say(CHARITY) == ["GB-CHC-1064500"]
    assert say(Identifier("GB-CHC", "208231")) == ["GB-CHC-208231"]
    assert say(Identifier("GB-CHC", "")) == []


def test_two_who_write_at_once_do_not_overwrite_each_other(lead, at):
    made = directory.organisation(by=lead)
    seen = made.updated_at
    organisations.edit_organisation(
        organisation=made, details={"phone": "1"}, seen_at=seen, by=lead, at=at + timedelta(1)
    )
    with pytest.raises(ChangedMeanwhile):
        organisations.edit_organisation(
            organisation=made,
            details={"phone": "2"},
            seen_at=seen,
            by=lead,
            at=at + timedelta(2),
        )
    assert Organisation.objects.get(pk=made.pk).phone == "1"


def test_offers_and_needs_are_withdrawn_with_their_organisation(lead, at):
    made = directory.organisation(by=lead)
    offer, need = directory.offer(made, by=lead), directory.need(made, by=lead)
    organisations.withdraw_organisation(organisation=made, reason="moved", by=lead, at=at)
    for record in (made, offer, need):
        record.refresh_from_db()
        assert record.stage == Stage.WITHDRAWN
        assert record.withdrawn_at == at
        assert Entry.objects.about(record).first().detail == {"reason": "moved"}


def test_a_draft_cannot_be_withdrawn(lead, at):
    made = directory.organisation(by=lead, is_published=False)
    with pytest.raises(NotPublished):
        organisations.withdraw_organisation(organisation=made, by=lead, at=at)


def test_what_was_withdrawn_can_be_published_again(lead, at):
    made = directory.organisation(by=lead, at=at)
    organisations.withdraw_organisation(organisation=made, by=lead, at=at)
    organisations.publish_organisation(organisation=made, by=lead, at=at + timedelta(days=1))
    assert made.is_public
    assert made.withdrawn_at is None
    assert made.published_at == at
