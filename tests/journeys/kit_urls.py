"""The style guide beside a long form that fails or arrives, and a filter form."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import include, path

from counterpoint.domain.refusals import Conflict
from counterpoint.web.components import Facet, Option

PAGE = """{% extends "base.html" %}{% load kit %}
{% block title %}Specimen{% endblock %}{% block heading %}Specimen{% endblock %}
{% block content %}"""
LONG_FORM = """<form action="" method="post" data-autosave="offer">{% csrf_token %}{% autosave %}
{% form_fields form %}{% button "Send" %}</form>{% endblock %}"""
FILTERS = """<form class="filters" action="" method="get" data-filters>
{% facet_choices facet %}<p><label for="sort">Sort by</label> <select id="sort" name="sort">
<option value="">best</option><option value="near">nearest</option>
<option value="newest">newest</option></select></p>{% button "Apply" %}</form>{% endblock %}"""
ART = Facet(
    "Art form", [Option("Dance", value="dance"), Option("Music", value="music")], "art"
)


class Offer(forms.Form):
    title = forms.CharField(label="Title")


def _render(request: HttpRequest, body: str, **context: object) -> HttpResponse:
    return HttpResponse(engines["django"].from_string(PAGE + body).render(context, request))


def long_form(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and request.POST["title"] == "fails":
        raise Conflict("Somebody else changed this offer.", "Load it again.")
    if request.method == "POST":
        return redirect("about")
    return _render(request, LONG_FORM, form=Offer())


def filters(request: HttpRequest) -> HttpResponse:
    return _render(request, FILTERS, facet=ART)


def refuse(request: HttpRequest) -> HttpResponse:
    raise Conflict("Somebody else changed this offer.", "Load it again.")


urlpatterns = [
    path("", include("counterpoint.web.urls")),
    path("find/", filters, name="find"),
    path("filters/", filters),
    path("long-form/", long_form),
    path("refuse/", refuse),
]
