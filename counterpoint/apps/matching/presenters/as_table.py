"""Matches as rows of a file: a line each, its reasons in words."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from django.db.models import Model
from django.utils.translation import gettext as _

from counterpoint.apps.directory.presenters.streams import cell
from counterpoint.apps.matching.presenters.explanations import flag_sentence
from counterpoint.apps.matching.presenters.lines import reason_lines
from counterpoint.apps.matching.presenters.records import shown
from counterpoint.domain.matching.matches import Match
from counterpoint.domain.matching.statement import Side


def csv_lines(
    matches: Sequence[Match], records: Mapping[str, Model], side: Side
) -> Iterator[str]:
    # Without the mark, Excel reads UTF-8 as something else.
    yield "\ufeff" + _line(
        [
            _("rank"),
            _("kind"),
            _("identifier"),
            _("title"),
            _("organisation"),
            _("place"),
            _("strength"),
            _("reasons"),
            _("flags"),
            _("address"),
        ]
    )
    for rank, match in enumerate(matches, 1):
        record = records.get(match.candidate.key)
        if record is not None:
            yield _line(_row(rank, match, record, side))


def _row(rank: int, match: Match, record: Model, side: Side) -> list[str]:
    about = shown(record)
    reasons = [
        f"{line.points:+d} {line.criterion}: {line.bridge}"
        for line in reason_lines(match, side)
    ]
    return [
        str(rank),
        match.candidate.kind,
        about.identifier,
        about.title,
        about.organisation,
        about.place,
        f"{match.strength:.3f}",
        " | ".join(reasons),
        " | ".join(flag_sentence(flag) for flag in match.flags),
        about.url,
    ]


def _line(values: Sequence[str]) -> str:
    line = StringIO()
    csv.writer(line).writerow([cell(value) for value in values])
    return line.getvalue()
