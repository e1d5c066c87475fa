"""What was understood, as chips that can be taken off, and what could be added."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from counterpoint.apps.matching.presenters.address import Address
from counterpoint.apps.matching.queries.knowledge import meaning
from counterpoint.apps.matching.queries.understanding import Understanding
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.vocabulary.concepts import Kind
from counterpoint.web.components import Chip, Link, Voice

KIND_NAMES = dict(Concept.Kind.choices)
_ARTS = {Kind.ART_FORM, Kind.ACTIVITY, Kind.PRACTICE_MODEL}
# Fainter ones are guesses that nobody would take.
LEAST_SUGGESTED = 0.12
MOST_SUGGESTED = 6


def chips(understanding: Understanding, address: Address) -> list[Chip]:
    return [
        *_understood(understanding, address),
        *_added(understanding, address),
        *_places(understanding, address),
    ]


def _understood(understanding: Understanding, address: Address) -> Iterator[Chip]:
    for one in understanding.understood:
        words = dict.fromkeys(trigger.words for trigger in one.triggers)
        yield Chip(
            label=one.concept.name,
            remove_url=address.adding("off", one.concept.code),
            kind=str(KIND_NAMES[one.concept.kind]),
            words=", ".join(words),
            voice=_voice(one.concept.kind),
        )


def _added(understanding: Understanding, address: Address) -> Iterator[Chip]:
    for code in understanding.question.added:
        concept = meaning().vocabulary.get(code)
        if concept:
            yield Chip(
                label=concept.name,
                remove_url=address.without("add", code),
                kind=str(KIND_NAMES[concept.kind]),
                voice=_voice(concept.kind),
            )


def _places(understanding: Understanding, address: Address) -> Iterator[Chip]:
    asked = understanding.located
    if asked.code or asked.is_online:
        name = asked.place.name if asked.place else _("Online")
        yield Chip(name, address.without("place"), str(_("Place")), asked.words)
    for mention in understanding.mentions:
        if mention.is_certain:
            yield Chip(
                mention.name,
                address.adding("off", mention.code),
                str(_("Place")),
                mention.words,
            )


def suggestions(understanding: Understanding, address: Address) -> list[Link]:
    """Concepts that single words point to, and those taken off, to be put back."""
    hints = [
        term
        for term in understanding.statement.terms
        if term.is_hint and term.strength >= LEAST_SUGGESTED
    ][:MOST_SUGGESTED]
    found = [
        Link(term.name, address.adding("add", term.code), _(" and ").join(term.words))
        for term in hints
    ]
    for code in understanding.question.without:
        concept = meaning().vocabulary.get(code)
        if concept:
            found.append(Link(concept.name, address.without("off", code), _("taken off")))
    return found


def place_questions(
    understanding: Understanding, address: Address
) -> list[tuple[str, list[Link]]]:
    """Places that could be several, or none that we know: a sentence and what to choose from."""
    found: list[tuple[str, list[Link]]] = []
    if understanding.located.says:
        choices = [
            Link(_name(one.name, one.within), address.putting("place", one.code))
            for one in understanding.located.choices
        ]
        found.append((understanding.located.says, choices))
    for mention in understanding.mentions:
        if mention.alternatives and not mention.is_certain:
            meant = [Link(mention.name, address.putting("place", mention.code))]
            meant += [
                Link(_name(one.name, one.within), address.putting("place", one.code))
                for one in mention.alternatives
            ]
            asks = _("There is more than one %(words)s. Which one do you mean?")
            found.append((asks % {"words": mention.words}, meant))
    for words in understanding.unknown_places:
        says = _("“%(words)s” looks like a place that we do not know, so it was not used.")
        found.append((says % {"words": words}, []))
    return found


def _name(name: str, within: str) -> str:
    return f"{name}, {within}" if within else name


def _voice(kind: Kind) -> Voice:
    return "warm" if kind in _ARTS else "cool"
