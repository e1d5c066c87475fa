"""How one is told of calls, and the words that programme staff put before a kind of mail."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from counterpoint.apps.accounts.permissions import check_is_programme_team, signed_in
from counterpoint.apps.commissioning import words
from counterpoint.apps.commissioning.actions import notices as actions
from counterpoint.apps.commissioning.forms.notices import ChoicesForm, TextForm
from counterpoint.apps.commissioning.models import NoticeChoice, NoticeText
from counterpoint.apps.commissioning.views.attempt import ANSWERS, who_and_when


@login_required
@require_http_methods(ANSWERS)
def choices(request: HttpRequest) -> HttpResponse:
    person = signed_in(request)
    held = dict(NoticeChoice.objects.filter(person=person).values_list("kind", "how"))
    form = ChoicesForm(request.POST or None, initial=held)
    if request.method == "POST" and form.is_valid():
        actions.choose(choices=form.cleaned_data, **who_and_when(request))
        messages.success(request, _("Saved. A receipt is always sent at once."))
        return redirect("notice-choices")
    return render(request, "commissioning/notice_choices.html", {"form": form})


@login_required
@require_safe
def texts(request: HttpRequest) -> HttpResponse:
    check_is_programme_team(signed_in(request))
    held = dict(NoticeText.objects.values_list("kind", "text"))
    rows = [(kind, name, held.get(kind, "")) for kind, name in words.NOTICE_KINDS]
    return render(request, "commissioning/notice_texts.html", {"rows": rows})


@login_required
@require_http_methods(ANSWERS)
def text(request: HttpRequest, kind: str) -> HttpResponse:
    check_is_programme_team(signed_in(request))
    names = dict(words.NOTICE_KINDS)
    if kind not in names:
        raise Http404
    held = NoticeText.objects.filter(kind=kind).first()
    form = TextForm(request.POST or None, initial={"text": held.text if held else ""})
    if request.method == "POST" and form.is_valid():
        actions.write_text(kind=kind, text=form.cleaned_data["text"], **who_and_when(request))
        messages.success(request, _("Saved. The next mail of this kind begins with it."))
        return redirect("notice-texts")
    context = {"form": form, "name": names[kind]}
    return render(request, "commissioning/notice_text.html", context)
