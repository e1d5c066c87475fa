"""A call as it stood when something about it was published, in a shape that JSON holds."""

from typing import Any

from counterpoint.apps.commissioning.models import Call


def snapshot(call: Call) -> dict[str, Any]:
    return {
        "title": call.title,
        "kind": str(call.get_kind_display()),
        "by": call.organisation.name,
        "purpose": call.purpose,
        "what_is_wanted": call.what_is_wanted,
        "lessons": call.lessons,
        "place": call.place.name if call.place else "",
        "pot": str(call.pot or ""),
        "opens_at": _moment(call.opens_at),
        "closes_at": _moment(call.closes_at),
        "grace_minutes": call.grace_minutes,
        "route": call.route,
        "forms": list(call.forms),
        "steps": [
            {"title": one.title, "kind": str(one.get_kind_display()), "by": _moment(one.by)}
            for one in call.steps.all()
        ],
        "lots": [
            {
                "number": one.number,
                "title": one.title,
                "ceiling": str(one.ceiling or ""),
                "place": one.place.name if one.place else "",
                "note": one.note,
            }
            for one in call.lots.select_related("place")
        ],
        "rules": [one.sentence for one in call.rules.all()],
        "criteria": [
            {
                "title": one.title,
                "asks": one.asks,
                "weight": one.weight,
                "most": one.most,
                "least": one.least,
                "anchors": one.anchors,
            }
            for one in call.criteria.all()
        ],
        "questions": [
            {
                "text": one.text,
                "hint": one.hint,
                "kind": str(one.get_kind_display()),
                "is_required": one.is_required,
                "most_words": one.most_words,
            }
            for one in call.questions.all()
        ],
    }


def _moment(value: Any) -> str:
    return value.isoformat() if value else ""
