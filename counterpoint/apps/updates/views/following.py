"""Following a record, a place, a term or a saved search, with or without an account."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.matching.models import SavedSearch
from counterpoint.apps.places.models import Place
from counterpoint.apps.updates.actions import changing, signing_up
from counterpoint.apps.updates.forms.asking import FollowAs
from counterpoint.apps.updates.queries.subscribers import of_person, verified_address
from counterpoint.apps.updates.views.limiting import check_not_too_many
from counterpoint.apps.updates.views.signing_up import consent_words
from counterpoint.apps.vocabulary.models import Concept


@dataclass(frozen=True)
class Target:
    name: str
    path: str
    choices: tuple[tuple[str, str], ...] = ()
    follows: tuple[str, ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    target = _target(request, kind, key)
    person = request.user if isinstance(request.user, Person) else None
    address = verified_address(person) if person else ""
    form = FollowAs(request.POST or None)
    if address:
        del form.fields["email"]
    if request.method == "POST" and form.is_valid():
        wanted = signing_up.Wanted(
            target.choices,
            target.follows,
            form.cleaned_data["frequency"],
            language=request.LANGUAGE_CODE,
        )
        consent = signing_up.Consent(consent_words(), request.path)
        if person and address:
            return _follow_as(request, person, target, wanted, consent)
        check_not_too_many(request)
        email = form.cleaned_data["email"]
        signing_up.ask(email=email, wanted=wanted, consent=consent, at=timezone.now())
        return redirect("updates-asked")
    context = {
        "form": form,
        "target": target,
        "address": address,
        "consent": consent_words(),
        "is_known": bool(person and of_person(person)),
    }
    return render(request, "updates/follow.html", context)


def _follow_as(
    request: HttpRequest,
    person: Person,
    target: Target,
    wanted: signing_up.Wanted,
    consent: signing_up.Consent,
) -> HttpResponse:
    known, at = of_person(person), timezone.now()
    if known is None or not known.is_told:
        signing_up.begin_as_person(wanted=wanted, consent=consent, by=person, at=at)
    else:
        for what, code in target.choices:
            changing.choose(subscriber=known, what=what, code=code, at=at)
        for key in target.follows:
            changing.follow(subscriber=known, key=key, at=at)
    messages.success(request, _("You follow “%(name)s” now.") % {"name": target.name})
    return redirect(target.path)


def _target(request: HttpRequest, kind: str, key: str) -> Target:
    finders = {
        "need": lambda: _record(Need.objects.public().filter(reference=key), "need"),
        "offer": lambda: _record(Offer.objects.public().filter(reference=key), "offer"),
        "call": lambda: _record(Call.objects.public().filter(reference=key), "call"),
        "organisation": lambda: _record(
            Organisation.objects.public().filter(slug=key), "organisation"
        ),
        "place": lambda: _choice(Place.objects.filter(code=key), "place"),
        "concept": lambda: _choice(Concept.objects.filter(code=key), "concept"),
        "search": lambda: _search(request, key),
    }
    if kind not in finders:
        raise Http404
    found = finders[kind]()
    if found is None:
        raise Http404
    return found


def _record(rows: object, kind: str) -> Target | None:
    record = rows.first()  # type: ignore[attr-defined]
    if record is None:
        return None
    return Target(str(record), record.get_absolute_url(), follows=(f"{kind}:{record.pk}",))


def _choice(rows: object, what: str) -> Target | None:
    one = rows.first()  # type: ignore[attr-defined]
    if one is None:
        return None
    path = f"/places/{one.code}/" if what == "place" else f"/vocabulary/{one.code}/"
    return Target(one.name, path, choices=((what, one.code),))


def _search(request: HttpRequest, key: str) -> Target | None:
    """What somebody searches for is theirs alone."""
    if not (isinstance(request.user, Person) and key.isdecimal()):
        return None
    saved = SavedSearch.objects.filter(person=request.user, pk=int(key)).first()
    if saved is None:
        return None
    return Target(saved.name, "/my-work/searches/", follows=(f"search:{saved.pk}",))
