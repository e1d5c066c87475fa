"""What a subscriber reaches by the link in each mail: preferences, own data, leaving."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from counterpoint.apps.accounts.permissions import signed_in
from counterpoint.apps.updates import tokens
from counterpoint.apps.updates.actions import changing
from counterpoint.apps.updates.emails import posting
from counterpoint.apps.updates.forms.asking import Preferences, initial_of
from counterpoint.apps.updates.models import Subscriber
from counterpoint.apps.updates.own_data import held_about
from counterpoint.apps.updates.queries.naming import followed
from counterpoint.apps.updates.queries.subscribers import behind, of_person
from counterpoint.apps.updates.views.signing_up import NoSuchLink


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def preferences(request: HttpRequest, token: str) -> HttpResponse:
    subscriber, is_open = behind(token, tokens.PREFERENCES)
    if subscriber is None:
        raise NoSuchLink
    if not is_open:
        return _expired(request, subscriber)
    doing = request.POST.get("do", "")
    if doing in ("pause", "go-on"):
        return _pause_or_go_on(request, subscriber, token, doing)
    initial = initial_of(subscriber)
    chosen = subscriber.choices.filter(what="concept").values_list("code", flat=True)
    form = Preferences(request.POST or None, initial=initial, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        changing.change(
            subscriber=subscriber,
            choices=form.choices,
            follows=request.POST.getlist("follow"),
            frequency=form.cleaned_data["frequency"],
            words=form.cleaned_data["words"],
            language=form.cleaned_data["language"],
            at=timezone.now(),
        )
        messages.success(request, _("What you chose is saved."))
        return redirect("update-preferences", token)
    keys = [follow.key for follow in subscriber.follows.all()]
    context = {
        "subscriber": subscriber,
        "form": form,
        "token": token,
        "leave": tokens.to_leave(subscriber),
        "follows": followed(keys, searches_of=subscriber.email).values(),
    }
    return render(request, "updates/preferences.html", context)


def _pause_or_go_on(
    request: HttpRequest, subscriber: Subscriber, token: str, doing: str
) -> HttpResponse:
    if doing == "pause":
        changing.pause(subscriber=subscriber, at=timezone.now())
        messages.success(request, _("Paused: nothing is sent until you go on."))
    else:
        changing.go_on(subscriber=subscriber, at=timezone.now())
        messages.success(request, _("The updates go on."))
    return redirect("update-preferences", token)


def _expired(request: HttpRequest, subscriber: Subscriber) -> HttpResponse:
    if request.method == "POST":
        posting.send_link(subscriber)
        return redirect("updates-asked")
    return render(request, "updates/expired.html", {"days": tokens.OPENS_FOR.days})


@require_safe
@never_cache
def own_data(request: HttpRequest, token: str) -> HttpResponse:
    subscriber = _open(token)
    response = JsonResponse(held_about(subscriber), json_dumps_params={"indent": 2})
    response["Content-Disposition"] = 'attachment; filename="counterpoint-my-updates.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def erase(request: HttpRequest, token: str) -> HttpResponse:
    subscriber = _open(token)
    if request.method == "POST":
        changing.erase(subscriber=subscriber, at=timezone.now())
        messages.success(request, _("Everything that was held about this address is erased."))
        return redirect("updates")
    return render(request, "updates/erase.html", {"token": token})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """RFC 8058: the POST of a mail program has no session and no forgery token; the signed
    address is what allows it. A GET changes nothing, since scanners open every link."""
    subscriber, _is_open = behind(token, tokens.LEAVE)
    if request.method == "POST":
        if subscriber:
            changing.leave(subscriber=subscriber, at=timezone.now())
        return render(request, "updates/left.html")
    if subscriber is None or subscriber.left_at:
        return render(request, "updates/left.html")
    return render(request, "updates/leave.html", {"token": token})


@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    subscriber = of_person(signed_in(request))
    if subscriber is None:
        return redirect("updates")
    return redirect("update-preferences", tokens.to_preferences(subscriber))


def _open(token: str) -> Subscriber:
    subscriber, is_open = behind(token, tokens.PREFERENCES)
    if subscriber is None or not is_open:
        raise NoSuchLink
    return subscriber
