from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from counterpoint.apps.accounts import actions, forms, hooks
from counterpoint.apps.accounts.permissions import signed_in


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    form = forms.Name(request.POST or None, initial={"name": signed_in(request).name})
    if request.method == "POST" and form.is_valid():
        actions.rename(
            person=signed_in(request),
            name=form.cleaned_data["name"],
            by=signed_in(request),
            at=timezone.now(),
        )
        messages.success(request, _("Your name is saved."))
        return redirect("account")
    return render(request, "accounts/account.html", {"form": form})


@login_required
@require_safe
def own_data(request: HttpRequest) -> HttpResponse:
    """Everything held about the person who asks (article 15 UK GDPR), as one file."""
    response = JsonResponse(
        hooks.own_data(signed_in(request)), json_dumps_params={"indent": 2}
    )
    response["Content-Disposition"] = 'attachment; filename="counterpoint-my-data.json"'
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def close_account(request: HttpRequest) -> HttpResponse:
    form = forms.CloseAccount(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = signed_in(request)
        logout(request)
        actions.close_account(person=person, by=person, at=timezone.now())
        messages.success(request, _("Your account is closed and your details are removed."))
        return redirect("home")
    return render(request, "accounts/close.html", {"form": form})
