"""An answer as values for programs: what `counterpoint match --json` and the download give."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from counterpoint.apps.matching.presenters.explanations import flag_sentence, said, sentence
from counterpoint.apps.matching.presenters.records import shown
from counterpoint.apps.matching.queries.finding import Answer
from counterpoint.apps.matching.queries.understanding import Understanding
from counterpoint.domain.matching.matches import Match, Reason, Said
from counterpoint.domain.matching.statement import Side
from counterpoint.domain.vocabulary.reading import Understood

Values = dict[str, Any]


def answer_values(
    answer: Answer, matches: list[Match], records: Mapping[str, Model], took_ms: float
) -> Values:
    understanding = answer.understanding
    side = understanding.question.side
    return {
        "statement": understanding.question.text,
        "as": side.value,
        "understood": [_understood(one) for one in understanding.understood],
        "added": list(understanding.question.added),
        "hints": _hints(understanding),
        "places": _places(understanding),
        "refusals": [
            {
                "code": one.friend,
                "verdict": one.verdict.value,
                "words": one.words,
                "says": one.says,
                "instead": one.instead,
            }
            for one in understanding.refusals
        ],
        "matches": [
            _match(match, records[match.candidate.key], side)
            for match in matches
            if match.candidate.key in records
        ],
        "total": len(answer.ranked),
        "weights": str(understanding.question.weights),
        "took_ms": round(took_ms, 1),
        "index": {"state": answer.health.state.value, "reasons": list(answer.health.reasons)},
    }


def _understood(one: Understood) -> Values:
    return {
        "code": one.concept.code,
        "kind": one.concept.kind.value,
        "name": one.concept.name,
        "strength": one.strength,
        "triggers": [
            {
                "words": trigger.words,
                "start": trigger.start,
                "end": trigger.end,
                "label": trigger.label.text,
                "how": trigger.how.value,
            }
            for trigger in one.triggers
        ],
    }


def _hints(understanding: Understanding) -> list[Values]:
    """The few surest of what single words point to."""
    hints = [term for term in understanding.statement.terms if term.is_hint][:5]
    return [
        {
            "code": term.code,
            "kind": term.kind,
            "name": term.name,
            "strength": term.strength,
            "words": list(term.words),
        }
        for term in hints
    ]


def _places(understanding: Understanding) -> list[Values]:
    asked = [
        {"code": place.code, "name": place.name, "words": understanding.located.words}
        for place in understanding.statement.localities
        if place.code == understanding.located.code
    ]
    return asked + [
        {
            "code": mention.code,
            "name": mention.name,
            "kind": mention.kind,
            "words": mention.words,
            "start": mention.start,
            "end": mention.end,
            "is_certain": mention.is_certain,
        }
        for mention in understanding.mentions
    ]


def _match(match: Match, record: Model, side: Side) -> Values:
    about = shown(record)
    return {
        "identifier": about.identifier,
        "kind": match.candidate.kind,
        "title": about.title,
        "organisation": about.organisation,
        "place": about.place,
        "url": about.url,
        "strength": round(match.strength, 4),
        "reasons": [_reason(reason, side) for reason in match.reasons],
        "flags": [
            {"kind": flag.kind.value, "says": flag_sentence(flag), "amount": flag.amount}
            for flag in match.flags
        ],
        "source": match.candidate.source,
    }


def _reason(reason: Reason, side: Side) -> Values:
    return {
        "criterion": reason.criterion.value,
        "how": reason.how.value,
        "sentence": sentence(reason, side),
        "needed": _said(reason.needed),
        "offered": _said(reason.offered),
        "weight": round(reason.weight, 4),
        "source": reason.source or (reason.past.url if reason.past else ""),
    }


def _said(one: Said | None) -> Values | None:
    if one is None:
        return None
    return {"code": one.code, "name": one.name, "words": said(one)}
