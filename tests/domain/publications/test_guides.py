"""A guide as its file says it: read whole, or refused with every reason."""

from datetime import date

import pytest

from counterpoint.domain.publications.guides import (
    Audience,
    BlockKind,
    check_together,
    guide_of,
)
from tests.factories.written_guides import guide_fields


def read(**changed):
    faults = []
    guide = guide_of("example-guide.yaml", guide_fields(**changed), faults)
    return guide, [f"{fault.field}: {fault.problem}" for fault in faults]


def test_a_guide_is_read_whole():
    guide, faults = read()
    assert faults == []
    assert (guide.slug, guide.audience) == ("example-guide", Audience.COMMISSIONER)
    (chapter,) = guide.chapters
    assert [block.kind for block in chapter.blocks] == list(BlockKind)
    assert guide.cited == ("G6",)
    assert guide.minutes_to_read == 1


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"audience": "artists"}, "audience: “artists” is not known."),
        ({"review_by": date(2026, 10, 1)}, "review_by: It is not after the day of writing."),
        ({"written_on": "soon"}, "written_on: 'soon' is not a day."),
        ({"chapters": []}, "chapters: There is none."),
        ({"colour": "red"}, "colour: There is no such field."),
        ({"slug": "other"}, "slug: The file is called example-guide.yaml."),
        ({"sources": []}, "sources: [G6] stands in the text only."),
        (
            {"sources": [{"key": "G6", "name": "A", "address": "ftp://x"}]},
            "address: “ftp://x” is no web address.",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_is(changed, fault):
    guide, faults = read(**changed)
    assert guide is None
    assert fault in faults


def test_a_source_that_nothing_cites_is_a_fault():
    more = [
        {"key": key, "name": "A seminar", "address": "https://example.org"}
        for key in ("G6", "K1")
    ]
    assert read(sources=more)[1] == ["sources: [K1] stands nowhere in the text."]


@pytest.mark.parametrize(
    ("piece", "field"),
    [
        ({"picture": "x.png"}, "body"),
        ({"p": "one", "note": "two"}, "body"),
        ({"table": {"caption": "c", "head": ["a", "b"], "rows": [["1"]]}}, "rows"),
        ({"example": {"title": "t"}}, "text"),
    ],
)
def test_a_piece_of_another_shape_is_a_fault(piece, field):
    guide, faults = read(chapters=[{"title": "T", "body": [{"p": "[G6]"}, piece]}])
    assert guide is None
    assert [fault.split(":")[0] for fault in faults] == [field]


def test_guides_lead_on_to_guides_and_use_terms_that_there_are():
    guide, _ = read(next=["nowhere"], concepts=["outcome.none"])
    faults = []
    check_together({"example-guide.yaml": guide}, {"outcome.some"}, faults)
    assert [fault.field for fault in faults] == ["concepts", "next"]


def test_a_link_is_not_taken_for_a_citation():
    guide, faults = read(
        chapters=[{"title": "T", "body": [{"p": "[G6](https://example.org) and [G6]"}]}]
    )
    assert faults == []
    assert guide.cited == ("G6",)
