"""Addresses for those who run the service: is it alive, can it answer?"""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from counterpoint.apps.history.wellbeing import all_answers


@require_safe
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the parts that a visitor needs answer, 503 with their names when not."""
    try:
        connection.ensure_connection()
        failing = [
            answer.part for answer in all_answers() if not answer.is_well and answer.is_needed
        ]
    except DatabaseError:
        failing = ["database"]
    return JsonResponse(
        {"ready": not failing, "failing": failing}, status=503 if failing else 200
    )
