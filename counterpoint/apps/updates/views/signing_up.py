"""Signing up, and answering the mail that asks whether it was meant."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counterpoint.apps.updates import tokens
from counterpoint.apps.updates.actions import signing_up
from counterpoint.apps.updates.emails import posting
from counterpoint.apps.updates.forms.asking import Address, SignUp
from counterpoint.apps.updates.models import SignUp as Request
from counterpoint.apps.updates.models import Subscriber
from counterpoint.apps.updates.queries.naming import in_words
from counterpoint.apps.updates.views.limiting import check_not_too_many
from counterpoint.domain.refusals import NotFound


class NoSuchLink(NotFound):
    sentence = "This link is not complete, or what it stood for is gone."
    advice = "Copy the whole link from the mail, or sign up again."


def consent_words() -> str:
    return _(
        "Send me updates by e-mail as chosen. I can change or stop them at any time with one "
        "click. Counterpoint does not record whether I open a mail or follow a link."
    )


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    codes = request.GET.getlist("kind")
    form = SignUp(request.POST or None, initial={"kinds": codes, "page": request.path})
    if request.method == "POST" and form.is_valid():
        check_not_too_many(request)
        signing_up.ask(
            email=form.cleaned_data["email"],
            wanted=wanted_of(form),
            consent=signing_up.Consent(
                consent_words(), form.cleaned_data["page"] or request.path
            ),
            at=timezone.now(),
        )
        return redirect("updates-asked")
    context = {"form": form, "consent": consent_words(), "link_form": Address(prefix="link")}
    return render(request, "updates/sign_up.html", context)


def wanted_of(form: Any, follows: tuple[str, ...] = ()) -> signing_up.Wanted:
    held = form.cleaned_data
    return signing_up.Wanted(
        choices=form.choices,
        follows=follows,
        frequency=held["frequency"],
        words=held["words"],
        language=held["language"],
    )


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    return render(request, "updates/asked.html", {"days": tokens.CONFIRMS_FOR.days})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Programs that look through mail open every link: only the button confirms."""
    request_made, is_expired = _behind(token)
    if request.method == "POST" and not is_expired:
        subscriber = signing_up.confirm(asked=request_made, at=timezone.now())
        return redirect("update-preferences", tokens.to_preferences(subscriber))
    context = {
        "asked": request_made,
        "is_expired": is_expired,
        "token": token,
        "chosen": in_words(
            [(what, code) for what, code in request_made.choices],
            request_made.follows,
            request_made.words,
        ),
    }
    return render(request, "updates/confirm.html", context)


@require_POST
def resend(request: HttpRequest, token: str) -> HttpResponse:
    request_made, _is_expired = _behind(token)
    check_not_too_many(request)
    signing_up.ask_again(asked=request_made, at=timezone.now())
    return redirect("updates-asked")


@require_POST
def send_link(request: HttpRequest) -> HttpResponse:
    """The same answer whether the address is known or not."""
    form = Address(request.POST, prefix="link")
    if not form.is_valid():
        context = {"form": SignUp(), "consent": consent_words(), "link_form": form}
        return render(request, "updates/sign_up.html", context, status=422)
    check_not_too_many(request)
    known = Subscriber.objects.with_address(form.cleaned_data["email"]).first()
    if known:
        posting.send_link(known)
    return redirect("updates-asked")


def _behind(token: str) -> tuple[Request, bool]:
    opened = tokens.opened(token, tokens.CONFIRM)
    found = Request.objects.filter(pk=opened.value).first() if opened else None
    if opened is None or found is None:
        raise NoSuchLink
    return found, opened.is_expired
