from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from counterpoint.apps.commissioning.forms.question import QuestionForm
from counterpoint.apps.commissioning.forms.route import asked
from counterpoint.apps.commissioning.presenters import route as presenter
from counterpoint.apps.commissioning.presenters.tools import tool_tabs
from counterpoint.apps.commissioning.queries.calls import drafts_i_write
from counterpoint.apps.commissioning.queries.rulebook import rulebook
from counterpoint.domain.commissioning.route.walking import walk


@require_safe
def route(request: HttpRequest) -> HttpResponse:
    """One question at a time. The answers stand in the address, so that advice can be passed on."""
    book = rulebook()
    wanted = asked(request.GET, book, timezone.localdate())
    walked = walk(book, wanted.answers, wanted.on)
    settled = presenter.address(wanted.on, walked.answered)
    context: dict[str, Any] = {
        "tools": tool_tabs(request.path),
        "asked": wanted,
        "answers": presenter.answer_lines(walked, wanted),
        "kept": presenter.kept_fields(walked, wanted),
    }
    if walked.question is not None:
        was_sent = wanted.asking == walked.question.code or walked.is_refused
        form = QuestionForm(walked.question, wanted.answers if was_sent else None)
        context |= {"form": form, "field": form[walked.question.code]}
        context |= {"examples": presenter.examples(wanted.on)}
        return render(request, "commissioning/route.html", context)
    if "asking" in request.GET:
        return HttpResponseRedirect(settled)
    context |= presenter.advice_shown(walked, wanted, book)
    context |= {"drafts": drafts_i_write(request.user), "query": settled.partition("?")[2]}
    return render(request, "commissioning/route_advice.html", context)
