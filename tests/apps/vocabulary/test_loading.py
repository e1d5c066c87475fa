from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from counterpoint.apps.history.models import Change, Entry
from counterpoint.apps.history.presenters import sentence
from counterpoint.apps.vocabulary import actions, files, queries, stored, written
from counterpoint.apps.vocabulary.files import NoVocabularyFiles
from counterpoint.apps.vocabulary.models import Concept, FalseFriend, Label, Release
from counterpoint.domain.vocabulary.faults import VocabularyFaults
from tests.apps.vocabulary.files import ACTIVITIES, FRIENDS, OUTCOMES, write
from tests.domain.vocabulary.building import REPOSITORY

LATER = timedelta(days=30)


def test_rows_say_what_the_files_say(loaded):
    assert stored.vocabulary_in_force() == written.read(loaded).vocabulary


def test_a_release_is_kept_with_its_hash_and_leaves_history(loaded, at):
    release = Release.objects.get()
    assert release.sha256 == files.sha256(files.texts(loaded))
    assert (release.concept_count, release.label_count, release.loaded_at) == (4, 10, at)
    assert release.difference["added"] == [
        "activity.choir",
        "activity.craft",
        "outcome.connection",
        "outcome.reduced-loneliness",
    ]
    entry = Entry.objects.get(kind="vocabulary.loaded")
    assert "4 concepts and 10 labels" in sentence(entry)
    assert Change.objects.filter(record_type="concept").count() == 4


def test_loading_the_same_files_again_changes_nothing(loaded, at):
    before = Release.objects.get()
    release, difference = actions.load(folder=loaded, by=None, at=at + LATER)
    assert (release, difference.is_empty) == (before, True)
    assert Entry.objects.count() == 1


def test_a_changed_file_changes_what_it_says_and_nothing_else(loaded, at):
    untouched = Label.objects.get(text="choir").pk
    write(
        loaded,
        outcomes=OUTCOMES.replace(
            "[make friends, company]", "[make friends, belonging]"
        ).replace("weak: [company]", "weak: [belonging]"),
    )
    release, difference = actions.load(folder=loaded, by=None, at=at + LATER)
    assert [change.code for change in difference.changed] == ["outcome.reduced-loneliness"]
    assert difference.changed[0].labels_added == ("belonging (arts, weak)",)
    assert difference.changed[0].labels_removed == ("company (arts, weak)",)
    assert Label.objects.get(text="choir").pk == untouched
    assert stored.vocabulary_in_force() == written.read(loaded).vocabulary
    assert release.difference["changed"]["outcome.reduced-loneliness"]["fields"] == ["labels"]


def test_a_concept_that_leaves_the_files_is_retired_and_may_come_back(loaded, at):
    number = Concept.objects.get(code="activity.craft").pk
    without = ACTIVITIES[: ACTIVITIES.index("      - code: activity.craft")]
    write(loaded, activities=without)
    _, difference = actions.load(folder=loaded, by=None, at=at + LATER)
    assert difference.retired == ("activity.craft",)
    retired = Concept.objects.get(code="activity.craft")
    assert (retired.pk, retired.retired_at) == (number, at + LATER)
    assert list(retired.labels.values_list("text", flat=True)) == ["craft"]
    assert "activity.craft" not in queries.vocabulary()

    write(loaded)
    _, difference = actions.load(folder=loaded, by=None, at=at + LATER)
    assert difference.added == ("activity.craft",)
    back = Concept.objects.get(code="activity.craft")
    assert (back.pk, back.retired_at) == (number, None)


def test_a_false_friend_that_leaves_the_files_is_gone(loaded, at):
    write(loaded, false_friends="")
    _, difference = actions.load(folder=loaded, by=None, at=at)
    assert difference.friends_removed == ("friend.artwork",)
    assert not FalseFriend.objects.exists()


def test_a_moved_concept_has_its_new_place_in_the_tree(loaded, at):
    write(loaded, outcomes=OUTCOMES.replace("        broader: outcome.connection\n", ""))
    actions.load(folder=loaded, by=None, at=at)
    assert Concept.objects.get(code="outcome.reduced-loneliness").broader is None


def test_a_fault_stops_everything_before_anything_is_written(loaded, at):
    write(loaded, outcomes=OUTCOMES.replace("arts: [make", "artists: [make"))
    with pytest.raises(VocabularyFaults):
        actions.load(folder=loaded, by=None, at=at)
    assert Release.objects.count() == 1
    assert Label.objects.filter(text="make friends").exists()


def test_a_comment_alone_makes_a_new_release_that_changes_nothing(loaded, at):
    write(loaded, false_friends=f"# Reviewed.\n{FRIENDS}")
    _, difference = actions.load(folder=loaded, by=None, at=at)
    assert difference.is_empty
    assert Release.objects.count() == 2
    assert not actions.load(folder=loaded, by=None, at=at)[1].changed


@pytest.mark.django_db
def test_the_files_that_ship_load_and_come_back_as_they_are(at):
    folder = REPOSITORY / "vocabularies"
    actions.load(folder=folder, by=None, at=at)
    held, said = stored.vocabulary_in_force(), written.read(folder).vocabulary
    assert held.concepts == said.concepts
    assert held.headings == said.headings
    assert set(held.friends) == set(said.friends)


def test_files_that_are_no_yaml_say_where(folder):
    (folder / "broken.yaml").write_text("kind: [outcome\ntitle: x", encoding="utf-8")
    with pytest.raises(VocabularyFaults) as raised:
        written.read(folder)
    (fault,) = raised.value.faults
    assert (fault.file, fault.field) == ("broken.yaml", "line 2")


def test_a_key_that_is_written_twice_is_not_lost_in_silence(folder):
    twice = OUTCOMES.replace("name: More connection", "name: More\n        name: connection")
    write(folder, outcomes=twice)
    with pytest.raises(VocabularyFaults) as raised:
        written.read(folder)
    assert "“name” is written twice" in raised.value.faults[0].problem


def test_an_empty_folder_is_explained(tmp_path):
    with pytest.raises(NoVocabularyFiles) as raised:
        written.read(tmp_path)
    assert "COUNTERPOINT_VOCABULARIES" in str(raised.value)


# The command -------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_command_loads_and_says_what_changed(folder, capsys):
    call_command("vocabulary", "load", folder=folder)
    assert "4 concepts added, 0 changed, 0 retired; labels +10 -0." in capsys.readouterr().out
    call_command("vocabulary", "load", folder=folder)
    assert "Nothing changes." in capsys.readouterr().out


def test_the_command_shows_a_difference_without_loading_it(loaded, capsys):
    write(loaded, activities="")
    call_command("vocabulary", "diff", folder=loaded)
    said = capsys.readouterr().out
    assert "- activity.choir" in said
    assert "0 concepts added, 0 changed, 2 retired" in said
    assert "activity.choir" in queries.vocabulary()


def test_the_command_checks_files_without_a_database(folder, capsys):
    call_command("vocabulary", "check", folder=folder, remarks=True)
    said = capsys.readouterr().out
    assert "No faults: 4 concepts, 10 labels, 1 false friends." in said
    assert "activity.craft: Nothing that is commissioned for can be reached from it." in said


def test_the_command_lists_every_fault(folder, capsys):
    write(folder, outcomes=OUTCOMES.replace("definition: People know people.", "defintion: x"))
    with pytest.raises(CommandError, match="2 faults"):
        call_command("vocabulary", "check", folder=folder)
    said = capsys.readouterr().err
    assert "outcomes.yaml, outcome.connection, defintion: There is no such field." in said
    assert "outcomes.yaml, outcome.connection, definition: It is missing." in said


BROKEN = {
    "no YAML": b"kind: [outcome\ntitle: x",
    "bytes that are no text": b"kind: \xff\xfe\x00",
    "control signs": b"kind: outcome\x00",
    "a day that never was": b"kind: outcome\ntitle: 2026-02-31",
    "a list as a key": b"? [a, b]\n: c",
    "a mapping as a key": b"{{a: b}: c}",
    "too many brackets": b"[" * 5_000,
    "an unknown tag": b"kind: !!python/object:os.system x",
    "an alias to nothing": b"kind: *nothing",
    "two documents": b"kind: outcome\n---\nkind: outcome",
    "nothing at all": b"",
    "a list": b"- kind: outcome",
    "a text": b"outcome",
    "a number": b"7",
    "a kind that is a list": b"kind: [outcome]\nconcepts: []",
    "concepts that are texts": b"kind: outcome\ntitle: x\nabout: x\nconcepts: [a, 1, null, [b]]",
    "fields of other sorts": (
        b"kind: outcome\ntitle: 1\nabout: [x]\nconcepts:\n- code: 7\n  name: [x]\n  labels: 3\n"
        b"  serves: {a: b}\n  related: {a: b}\n  broader: [x]\n  mappings: [1]\n  weak: {a: 1}\n  1: 2"
    ),
    "labels of other sorts": (
        b"kind: outcome\ntitle: x\nabout: x\nconcepts:\n- code: outcome.x\n  name: '!!'\n"
        b"  labels: {arts: [1, null, {a: b}], 5: [x], public: {a: b}}"
    ),
    "friends that are a text": b"friends: artwork",
    "friends of other sorts": (
        b"lists: [a]\nfriends:\n- {code: [x], pattern: ['(((', 5], words: 3, examples: [a],"
        b" senses: {a: b}, verdict: 9, unless: ['{nothing}', '* *']}"
    ),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_broken_files_are_shown_as_faults(folder, capsys, content):
    (folder / "broken.yaml").write_bytes(content)
    with pytest.raises(CommandError, match=r"faults?, so nothing was loaded"):
        call_command("vocabulary", "check", folder=folder)
    assert "broken.yaml" in capsys.readouterr().err


def test_a_folder_named_like_a_file_is_passed_by(folder):
    (folder / "more.yaml").mkdir()
    assert len(written.read(folder).vocabulary) == 4
