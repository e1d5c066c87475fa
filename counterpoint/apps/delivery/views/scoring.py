from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from counterpoint.apps.delivery.forms.scoring import Scoring
from counterpoint.apps.delivery.presenters.scoring import result
from counterpoint.apps.delivery.queries.measures import instrument
from counterpoint.domain.outcomes.change import MorePeopleThanBefore
from counterpoint.domain.outcomes.pasted import AnswersRefused, read

MOST_PROBLEMS_SHOWN = 20


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def score(request: HttpRequest, code: str) -> HttpResponse:
    """Scores what is sent and forgets it. Only what was refused stays in the box, to be put right."""
    measure = instrument(code)
    form = Scoring(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"measure": measure, "form": form}
    if form.is_valid():
        said = form.cleaned_data
        try:
            pasted = read(measure, said["answers"])
            context["result"] = result(measure, pasted, said["referred"], said["completed"])
            context["form"] = Scoring()
        except AnswersRefused as refused:
            for problem in refused.problems[:MOST_PROBLEMS_SHOWN]:
                form.add_error("answers", problem)
        except MorePeopleThanBefore as refused:
            form.add_error("completed", str(refused))
    return render(request, "delivery/score.html", context)
