"""Addresses that refuse, fail and answer, for tests of what the page kit makes of it."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from counterpoint.domain.refusals import Conflict, Forbidden, Invalid, NotFound, Refusal

REFUSALS: dict[str, Refusal] = {
    "forbidden": Forbidden("Only members of this organisation can publish its offers."),
    "not-found": NotFound("No offer has this reference."),
    "conflict": Conflict("Somebody else changed this offer.", "Load it again."),
    "invalid": Invalid("The last day is before the first."),
    "other": Refusal("The index is being rebuilt."),
}


def refuse(request: HttpRequest, kind: str) -> HttpResponse:
    raise REFUSALS[kind]


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("the disk is full")


def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse("an answer")


urlpatterns = [
    path("", include("counterpoint.web.urls")),
    path("refuse/<kind>/", refuse),
    path("fail/", fail),
    path("find/", answer, name="find"),
]

handler400 = "counterpoint.web.refusals.bad_request"
handler403 = "counterpoint.web.refusals.permission_denied"
handler404 = "counterpoint.web.refusals.page_not_found"
handler500 = "counterpoint.web.refusals.server_error"
