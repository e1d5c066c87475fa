from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import models

from counterpoint.apps.history.kinds import kind as described_kind
from counterpoint.apps.history.models import Entry
from counterpoint.web.middleware import current_request_id


def record(
    *,
    kind: str,
    subject: models.Model,
    by: models.Model | AnonymousUser | None,
    at: datetime,
    detail: Mapping[str, Any] | None = None,
) -> Entry:
    """The line that was added. Its kind must have a sentence; its detail holds no personal data."""
    described_kind(kind)
    return Entry.objects.create(
        kind=kind,
        at=at,
        by_id=by.pk if isinstance(by, models.Model) else None,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        subject_name=str(subject)[:300],
        detail=dict(detail or {}),
        request_id=current_request_id(),
    )
