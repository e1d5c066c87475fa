from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from counterpoint.apps.commissioning.forms.specification import written
from counterpoint.apps.commissioning.presenters import specification as presenter
from counterpoint.apps.commissioning.presenters.tools import tool_tabs


@require_safe
def specification(request: HttpRequest) -> HttpResponse:
    """A specification read against the vocabulary; nothing of it is kept."""
    asked = written(request.GET)
    context = {"tools": tool_tabs(request.path), **presenter.form(asked)}
    if not asked.is_empty:
        checked = presenter.checked(asked)
        context |= {**checked, "summary": presenter.summary(checked)}
    return render(request, "commissioning/specification.html", context)
