"""What studies say beside a question: by the outcome that is needed, or the art that is offered."""

from counterpoint.apps.evidence.queries.about import Bearing, studies_about
from counterpoint.apps.matching.queries.understanding import Understanding
from counterpoint.domain.matching.statement import Side
from counterpoint.domain.vocabulary.concepts import Kind

HEADS = {
    Side.NEED: (Kind.OUTCOME, Kind.CONDITION),
    Side.OFFER: (Kind.ACTIVITY, Kind.ART_FORM, Kind.OUTCOME),
}


def evidence_for(understanding: Understanding) -> list[Bearing]:
    """By what was said or added; what single words only point to does not count."""
    statement = understanding.statement
    said = [term for term in statement.terms if not term.is_hint]
    heads = [term.code for kind in HEADS[statement.side] for term in said if term.kind == kind]
    others = [term.code for term in said if term.code not in heads]
    return studies_about(heads, others) if heads else []
