"""Pages that only the programme team may open."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from counterpoint.apps.imports.permissions import check_can_import

Page = Callable[..., HttpResponseBase]


def for_the_programme_team(page: Page) -> Page:
    @login_required
    @wraps(page)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        check_can_import(request.user)
        return page(request, *args, **kwargs)

    return checked
