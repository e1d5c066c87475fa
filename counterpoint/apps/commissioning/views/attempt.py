"""An action tried for a form: a refusal becomes the form's own error, nothing is lost."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.domain.refusals import Conflict, Invalid, TooOften

# What a person can put right on the page. Whoever may not do it gets the page that says so.
SAYABLE = (Conflict, Invalid, TooOften)
Made = TypeVar("Made")
ANSWERS = ["GET", "HEAD", "POST"]


def or_error(form: Any, act: Callable[[], Made]) -> Made | None:
    try:
        return act()
    except SAYABLE as refused:
        form.add_error(None, str(refused))
        return None


def who_and_when(request: HttpRequest) -> dict[str, Any]:
    return {"by": signed_in(request), "at": timezone.now()}


def seen(text: str) -> datetime | None:
    """The version that the writer had in front of them."""
    return parse_datetime(text or "")
