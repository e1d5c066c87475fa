from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from counterpoint.apps.matching.presenters.home_page import home_page
from counterpoint.apps.matching.queries.home import front


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "matching/home.html", home_page(front()))
