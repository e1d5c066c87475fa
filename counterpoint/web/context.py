"""What every page may print without asking a view for it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    return {"request_id": getattr(request, "id", "")}
