"""Guides that help with a question: good practice beside the matches."""

from counterpoint.apps.matching.queries.understanding import Understanding
from counterpoint.apps.publications.queries import Suggested, guides_about
from counterpoint.domain.matching.statement import Side
from counterpoint.domain.publications.guides import Audience

# Who states a need commissions, who states an offer makes.
AUDIENCES = {Side.NEED: Audience.COMMISSIONER, Side.OFFER: Audience.ARTS}


def guides_for(understanding: Understanding) -> list[Suggested]:
    """By the concepts that were understood or added; single words that only hint do not count."""
    statement = understanding.statement
    codes = [term.code for term in statement.terms if not term.is_hint]
    return guides_about(codes, AUDIENCES[statement.side]) if codes else []
