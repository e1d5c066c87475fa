"""Every model says which of its fields are about people, why, and for how long."""

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from counterpoint.domain.privacy import DECLARATIONS, PersonalData

OURS = [model for model in apps.get_models() if model.__module__.startswith("counterpoint.")]
# Fields whose very name says that they are about a person.
SPEAKS_OF_A_PERSON = ("email", "phone", "person")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_model_declares_its_personal_data(model):
    declared = getattr(model, "personal_data", None)
    assert isinstance(declared, PersonalData) or model._meta.auto_created, (
        f"{model._meta.label} needs personal_data: PersonalData(...) or NO_PERSONAL_DATA"
    )


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_declared_fields_exist(model):
    for name in getattr(model, "personal_data", PersonalData()).fields:
        try:
            model._meta.get_field(name)
        except FieldDoesNotExist:
            pytest.fail(f"{model._meta.label} declares {name!r}, which it does not have")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_fields_that_speak_of_a_person_are_declared(model):
    declared = getattr(model, "personal_data", PersonalData()).fields
    for field in model._meta.concrete_fields:
        points_at_a_person = (
            field.is_relation and field.related_model._meta.label == "accounts.Person"
        )
        if points_at_a_person or field.name in SPEAKS_OF_A_PERSON:
            assert field.name in declared, (
                f"{model._meta.label}.{field.name} is about a person"
            )


def test_the_privacy_page_can_print_every_declaration():
    assert len(DECLARATIONS.by_record) >= len([m for m in OURS if not m._meta.auto_created])
