from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from counterpoint.web import declared, specimens


@require_safe
def kit(request: HttpRequest) -> HttpResponse:
    """Every component in every state, for those who build pages and for tests of the look."""
    return render(request, "web/kit.html", specimens.everything())


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "web/about.html", {"contact": declared.contact_address()})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "web/accessibility.html", {"contact": declared.contact_address()})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    context = {
        "records": declared.records_about_people(),
        "contact": declared.contact_address(),
    }
    return render(request, "web/privacy.html", context)
