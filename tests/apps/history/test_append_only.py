import pytest
from django.db import DatabaseError, connection, transaction

from counterpoint.apps.history import actions as history
from counterpoint.apps.history.kinds import UnknownKind
from counterpoint.apps.history.models import Entry
from tests.factories import accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(at):
    person = accounts.person("Ada")
    return history.record(kind="person.renamed", subject=person, by=person, at=at)


def test_a_line_cannot_be_changed(entry):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(kind="person.left")


def test_a_line_cannot_be_taken_away(entry):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).delete()


def test_a_line_cannot_be_changed_behind_our_backs(entry):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE history_entry SET subject_name = 'somebody else'")


def test_a_kind_without_a_sentence_is_refused(at):
    person = accounts.person()
    with pytest.raises(UnknownKind, match="history_kinds"):
        history.record(kind="person.vanished", subject=person, by=person, at=at)
