from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from counterpoint.apps.community import presenters, queries
from counterpoint.apps.community.forms import SituationForm, standing
from counterpoint.apps.publications.queries import guides_by_slug
from counterpoint.domain.readiness.checks import asked_for, result
from counterpoint.web.components import Link

BEGINNING = {"who": "organisation", "at_risk": True, "details": True}


@require_safe
def readiness(request: HttpRequest) -> HttpResponse:
    checklist = queries.checklist()
    context = {"principles": checklist.principles, "checklist": checklist}
    if "amount" not in request.GET:
        context["form"] = SituationForm(initial=BEGINNING)
        return render(request, "community/readiness.html", context)
    form = SituationForm(request.GET)
    context["form"] = form
    if form.is_valid():
        asked = asked_for(checklist.items, form.situation())
        answers = standing(asked, request.GET)
        found = result(asked, answers)
        slugs = [slug for item in asked for slug in item.guides]
        context |= {
            "questions": presenters.questions(asked, answers),
            "result": found,
            "summary": presenters.summary(found),
            "gaps": presenters.gaps(found, guides_by_slug(slugs)),
            "downloads": [Link("CSV", f"/ready.csv?{request.GET.urlencode()}")],
        }
    return render(request, "community/readiness.html", context)


@require_safe
def readiness_table(request: HttpRequest) -> HttpResponse:
    form = SituationForm(request.GET)
    situation = form.situation() if form.is_valid() else None
    asked = asked_for(queries.checklist().items, situation) if situation else []
    questions = presenters.questions(asked, standing(asked, request.GET))
    slugs = [slug for item in asked for slug in item.guides]
    guides = {guide.slug: guide for guide in guides_by_slug(slugs)}
    return HttpResponse(
        presenters.as_csv(questions, guides),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="readiness.csv"'},
    )
