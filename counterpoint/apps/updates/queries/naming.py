"""What somebody chose or follows, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.history.news import news_kinds
from counterpoint.apps.matching.models import SavedSearch
from counterpoint.apps.places.models import Place
from counterpoint.apps.updates.models import Choice
from counterpoint.apps.vocabulary.models import Concept

What = Choice.What


@dataclass(frozen=True)
class Followable:
    key: str
    name: str
    path: str


def choice_names(choices: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """By (what, code); what is no longer known is left out."""
    wanted = list(choices)
    codes = {what: [code for kind, code in wanted if kind == what] for what in What.values}
    named: dict[str, dict[str, str]] = {
        What.KIND: {code: str(kind.label) for code, kind in news_kinds().items()},
        What.PLACE: _named(Place, codes[What.PLACE]),
        What.CONCEPT: _named(Concept, codes[What.CONCEPT]),
    }
    return {
        (what, code): named[what][code] for what, code in wanted if code in named.get(what, {})
    }


def followed(keys: Iterable[str], *, searches_of: str = "") -> Mapping[str, Followable]:
    """By key, as far as the public may see them; a saved search only for its owner's address."""
    found: dict[str, Followable] = {}
    by_type: dict[str, list[int]] = {}
    for key in keys:
        kind, _colon, number = key.partition(":")
        if number.isdecimal():
            by_type.setdefault(kind, []).append(int(number))
    for kind, rows in (
        ("need", Need.objects.public()),
        ("offer", Offer.objects.public()),
        ("organisation", Organisation.objects.public()),
    ):
        if kind in by_type:
            for record in rows.filter(pk__in=by_type[kind]):
                key = f"{kind}:{record.pk}"
                found[key] = Followable(key, str(record), record.get_absolute_url())
    if "search" in by_type and searches_of:
        mine = SavedSearch.objects.filter(
            pk__in=by_type["search"], person__email__iexact=searches_of
        )
        for saved in mine:
            key = f"search:{saved.pk}"
            found[key] = Followable(key, saved.name, f"/find/?{saved.address}")
    return found


def in_words(
    choices: Iterable[tuple[str, str]], follows: Iterable[str], words: str
) -> list[str]:
    """What was asked for, a line each; nothing chosen is said in words too."""
    lines = [
        f"{Choice.What(what).label}: {name}"
        for (what, _code), name in choice_names(choices).items()
    ]
    lines += [
        _("Changes of: %(name)s") % {"name": one.name} for one in followed(follows).values()
    ]
    if words:
        lines.append(_("In your own words: %(words)s") % {"words": words})
    return lines or [_("The general newsletter: everything that is new")]


def _named(model: type[Place] | type[Concept], codes: list[str]) -> dict[str, str]:
    if not codes:
        return {}
    return dict(model.objects.filter(code__in=codes).values_list("code", "name"))
