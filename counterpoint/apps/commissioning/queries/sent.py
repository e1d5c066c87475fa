"""An application as it is sent: a copy in a shape that JSON holds, and its hash."""

import hashlib
import json
from typing import Any

from counterpoint.apps.commissioning.models import Application
from counterpoint.apps.commissioning.queries.progress import questions_now


def content_of(application: Application) -> dict[str, Any]:
    questions = questions_now(application)
    answers = dict(application.answers.values_list("question", "value"))
    files = list(application.attachments.all())
    return {
        "organisation": application.organisation.name,
        "title": application.title,
        "form": str(application.get_form_display()),
        "own_share": str(application.own_share or ""),
        "exit_rules": application.exit_rules,
        "bids": [
            {
                "lot": bid.lot.number,
                "title": bid.lot.title,
                "price": str(bid.price or ""),
                "least": str(bid.least or ""),
            }
            for bid in application.bids.select_related("lot")
        ],
        "partners": [
            {
                "name": one.organisation.name,
                "role": one.role,
                "share": str(one.share or ""),
                "signs": one.signs,
                "reports": one.reports,
                "confirmed": one.confirmed_at is not None,
            }
            for one in application.partners.select_related("organisation")
        ],
        "declared": [
            one.sentence
            for one in application.call.rules.all()
            if str(one.pk) in set(map(str, application.declared))
        ],
        "answers": [
            {
                "question": one.pk,
                "text": one.text,
                "kind": one.kind,
                "criterion": one.criterion.title if one.criterion else "",
                "value": answers.get(one.pk, ""),
                "files": [
                    {"id": file.pk, "name": file.name, "sha256": file.sha256}
                    for file in files
                    if file.question_id == one.pk
                ],
            }
            for one in questions
        ],
    }


def sha256_of(content: dict[str, Any]) -> str:
    written = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
