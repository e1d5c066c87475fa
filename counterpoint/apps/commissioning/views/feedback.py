"""What every applicant may know after the decision: scores and reasons, and a question back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from counterpoint.apps.commissioning.actions import deciding
from counterpoint.apps.commissioning.permissions import is_settled_for_applicants
from counterpoint.apps.commissioning.presenters.feedback import feedback_view
from counterpoint.apps.commissioning.views.applying import own_application
from counterpoint.apps.commissioning.views.attempt import ANSWERS, who_and_when


@login_required
@require_http_methods(ANSWERS)
def feedback(request: HttpRequest, reference: str) -> HttpResponse:
    found = own_application(request, reference)
    if not is_settled_for_applicants(found):
        raise Http404
    if request.method == "POST":
        text = request.POST.get("text", "")
        deciding.ask_back(application=found, text=text, **who_and_when(request))
        messages.success(request, _("Asked. The answer will stand here."))
        return redirect("feedback", found.reference)
    context = {"application": found, "call": found.call, "view": feedback_view(found)}
    return render(request, "commissioning/feedback.html", context)
