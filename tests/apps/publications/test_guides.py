"""Guides follow their files; addresses stay."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from counterpoint.apps.history.models import Entry
from counterpoint.apps.publications import actions, queries, written
from counterpoint.apps.publications.models import Guide
from counterpoint.apps.vocabulary.models import Concept
from tests.factories.publications import AT, load_guides, write
from tests.factories.words import load_small_vocabulary
from tests.factories.written_guides import guide_fields


@pytest.fixture(autouse=True)
def words(db, tmp_path_factory):
    load_small_vocabulary(tmp_path_factory.mktemp("vocabulary"))


def kinds():
    return list(Entry.objects.order_by("pk").values_list("kind", flat=True))


def test_the_same_files_change_nothing(tmp_path):
    folder = write(tmp_path, guide_fields())
    first = actions.load(by=None, at=AT, folder=folder)
    assert first == {"added": ["example-guide"], "changed": [], "withdrawn": []}
    again = actions.load(by=None, at=AT + timedelta(days=1), folder=folder)
    assert again == {"added": [], "changed": [], "withdrawn": []}
    assert kinds()[-1] == "guide.added"


def test_a_changed_file_changes_its_guide_and_a_lost_one_withdraws_it(tmp_path):
    load_guides()
    later = AT + timedelta(days=1)
    folder = write(tmp_path, guide_fields(summary="Shorter."))
    assert actions.load(by=None, at=later, folder=folder)["changed"] == ["example-guide"]
    guide = Guide.objects.get()
    assert (guide.summary, guide.first_loaded_at, guide.updated_at) == ("Shorter.", AT, later)
    (tmp_path / "example-guide.yaml").unlink()
    assert actions.load(by=None, at=later, folder=folder)["withdrawn"] == ["example-guide"]
    assert Guide.objects.get().withdrawn_at == later
    assert kinds()[-3:] == ["guide.added", "guide.changed", "guide.withdrawn"]


def test_one_fault_keeps_everything_as_it_was(tmp_path):
    load_guides()
    good = guide_fields(slug="another-guide", title="Another")
    folder = write(tmp_path, good, guide_fields(audience="nobody"))
    (tmp_path / "broken.yaml").write_text("title: [", encoding="utf-8")
    with pytest.raises(written.GuideFaults) as refused:
        actions.load(by=None, at=AT, folder=folder)
    assert {fault.file for fault in refused.value.faults} == {
        "broken.yaml",
        "example-guide.yaml",
    }
    assert [guide.slug for guide in Guide.objects.all()] == ["example-guide"]


def test_the_command_says_every_fault(tmp_path, capsys):
    folder = write(tmp_path, guide_fields(audience="nobody"))
    with pytest.raises(CommandError, match="1 fault, so nothing was loaded"):
        call_command("guides", "check", "--folder", str(folder))
    assert "“nobody” is not known" in capsys.readouterr().err


def test_the_guides_of_the_product_have_no_faults(settings):
    """Against the real vocabulary, which they speak the language of."""
    from counterpoint.apps.vocabulary import actions as vocabulary

    vocabulary.load(folder=settings.VOCABULARIES, by=None, at=AT)
    guides = [one.guide for one in written.read()]
    assert len(guides) >= 8
    assert {guide.audience for guide in guides} == {"commissioner", "arts"}


def test_those_that_share_most_with_a_question_come_first(django_assert_num_queries):
    load_guides(
        guide_fields(),
        guide_fields(
            slug="both",
            title="Both",
            concepts=["outcome.reduced-loneliness", "population.older-adults"],
        ),
        guide_fields(slug="for-artists", title="Artists", audience="arts"),
    )
    codes = ["outcome.reduced-loneliness", "population.older-adults"]
    with django_assert_num_queries(3):
        found = queries.guides_about(codes, "commissioner")
    assert [one.guide.slug for one in found] == ["both", "example-guide"]
    assert [concept.code for concept in found[1].concepts] == ["outcome.reduced-loneliness"]


def test_a_guide_on_the_wider_matter_helps_too():
    narrow = Concept.objects.exclude(broader=None).first()
    load_guides(guide_fields(concepts=[narrow.broader.code]))
    assert queries.guides_about([narrow.code], "commissioner")
    assert not queries.guides_about([narrow.broader.code + ".none"], "commissioner")


def test_reviews_that_are_due_are_listed(capsys):
    (guide,) = load_guides()
    assert queries.due_for_review(guide.review_by) == []
    assert queries.due_for_review(guide.review_by + timedelta(days=1)) == [guide]
