"""Reasons and flags as the components of the page print them."""

from django.utils.translation import gettext as _

from counterpoint.apps.matching.presenters.explanations import (
    CRITERIA,
    flag_sentence,
    sentence,
)
from counterpoint.domain.matching.criteria import Criterion
from counterpoint.domain.matching.matches import FlagKind, How, Match, Reason
from counterpoint.domain.matching.statement import Side
from counterpoint.web.components import Flag, Link, ReasonLine

# Smaller ones are summed up: a page of one-point reasons explains nothing.
LEAST_SHOWN = 0.015
MOST_SHOWN = 6
_GRAVE = {FlagKind.OUT_OF_RANGE, FlagKind.NO_SAFEGUARDING, FlagKind.DOUBTFUL}


def reason_lines(match: Match, side: Side) -> list[ReasonLine]:
    """The lines add up to the strength, as the reasons do."""
    telling = [one for one in match.reasons if abs(one.weight) >= LEAST_SHOWN]
    shown = telling[:MOST_SHOWN] + [one for one in telling[MOST_SHOWN:] if one.weight < 0]
    lines = [_line(reason, side) for reason in shown]
    rest = match.strength - sum(reason.weight for reason in shown)
    if abs(rest) >= 0.005:
        lines.append(
            ReasonLine(_("Smaller things"), rest, bridge=_("All other reasons together."))
        )
    return lines


def _line(reason: Reason, side: Side) -> ReasonLine:
    return ReasonLine(
        criterion=str(CRITERIA[reason.criterion]),
        share=reason.weight,
        bridge=sentence(reason, side),
        source=_source(reason),
    )


def _source(reason: Reason) -> Link | None:
    if reason.how is How.PAST_WORK and reason.past and reason.past.url:
        return Link(_("The award"), reason.past.url)
    if reason.source and reason.offered and reason.criterion is not Criterion.PLACE:
        return Link(_("Why these belong together"), f"/vocabulary/{reason.offered.code}/")
    return None


def flag_lines(match: Match) -> list[Flag]:
    return [
        Flag(flag_sentence(flag), "warning" if flag.kind in _GRAVE else "info", flag.says)
        for flag in match.flags
    ]
