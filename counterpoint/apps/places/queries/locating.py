"""Where somebody's words for a place lead, and what to say when they do not lead anywhere."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from counterpoint.apps.places import models
from counterpoint.apps.places.queries.in_force import gazetteer
from counterpoint.domain.places.gazetteer import Gazetteer
from counterpoint.domain.places.mentions import Choice, Mention, PostcodeArea
from counterpoint.domain.places.place import Place
from counterpoint.domain.places.points import Point
from counterpoint.domain.places.postcodes import (
    Fault,
    MalformedPostcode,
    Postcode,
    is_postcode_like,
    parse,
)
from counterpoint.domain.places.spelling import SURELY_MEANT
from counterpoint.domain.places.words import ONLINE


class Outcome(StrEnum):
    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    EMPTY = "empty"


@dataclass(frozen=True)
class Located:
    """`says` is a sentence for the person who typed the words; empty when nothing needs saying."""

    words: str
    outcome: Outcome
    place: Place | None = None
    point: Point | None = None
    says: str = ""
    choices: tuple[Choice, ...] = ()
    is_online: bool = False

    @property
    def code(self) -> str:
        return self.place.code if self.place else ""

    @property
    def is_found(self) -> bool:
        return self.outcome is Outcome.FOUND


def locate(text: str) -> Located:
    """A place's name or code or a postcode, on its own or in a few words ('near Margate')."""
    words = " ".join(text.split())
    if not words:
        return Located("", Outcome.EMPTY)
    known = gazetteer()
    by_code = known.names.by_code.get(words.casefold())
    if by_code is not None:
        return _found(words, by_code, known)
    if is_postcode_like(words):
        return _located_postcode(words, known)
    return _located_name(words, known)


def _located_name(words: str, known: Gazetteer) -> Located:
    reading = known.read(words)
    mentions = [mention for mention in reading.mentions if mention.kind != ONLINE]
    if not mentions:
        if reading.mentions:
            return Located(words, Outcome.FOUND, is_online=True)
        return _unknown_name(words, known)
    # "Richmond, North Yorkshire": the first is the place, the rest tells which.
    mention = next((m for m in mentions if m.is_certain), mentions[0])
    if mention is not mentions[0] and known.containment.contains(
        mention.code, mentions[0].code
    ):
        mention = mentions[0]
    place = known.place(mention.code)
    assert place is not None
    if mention.alternatives and not mention.is_certain:
        return _ambiguous(words, mention, place, known)
    return _found(words, place, known)


def _found(words: str, place: Place, known: Gazetteer, point: Point | None = None) -> Located:
    return Located(
        words,
        Outcome.FOUND,
        place=place,
        point=point or known.containment.point_of(place.code),
        says=_history_sentence(place, known),
    )


def _history_sentence(place: Place, known: Gazetteer) -> str:
    if not place.has_ended:
        return ""
    names = [
        later.name
        for code in known.containment.successors(place.code)
        if (later := known.place(code))
    ]
    assert place.valid_to is not None
    if not names:
        return _("%(place)s was there until %(year)s.") % {
            "place": place.name,
            "year": place.valid_to.year,
        }
    return _("%(place)s was there until %(year)s; what followed it: %(names)s.") % {
        "place": place.name,
        "year": place.valid_to.year,
        "names": ", ".join(names),
    }


def _ambiguous(words: str, mention: Mention, place: Place, known: Gazetteer) -> Located:
    choices = (known.choice(place), *mention.alternatives)
    return Located(
        words,
        Outcome.AMBIGUOUS,
        place=place,
        point=known.containment.point_of(place.code),
        says=_("There is more than one %(name)s. Which one do you mean?")
        % {"name": mention.words},
        choices=choices,
    )


def _unknown_name(words: str, known: Gazetteer) -> Located:
    meant = known.meant(words)
    if meant is not None and meant[1] >= SURELY_MEANT:
        place = meant[0]
        said = _("We do not know “%(words)s” and took it to mean %(name)s.")
        return Located(
            words,
            Outcome.FOUND,
            place=place,
            point=known.containment.point_of(place.code),
            says=said % {"words": words, "name": place.name},
        )
    choices = known.suggestions(words)
    says = _("We do not know a place called “%(words)s”.") % {"words": words}
    advice = (
        _("Did you mean one of these?")
        if choices
        else _("Try the name of a town, a council area or a county, or a postcode.")
    )
    return Located(words, Outcome.UNKNOWN, says=f"{says} {advice}", choices=choices)


# Postcodes ------------------------------------------------------------------------------------


def _located_postcode(words: str, known: Gazetteer) -> Located:
    try:
        postcode = parse(words)
    except MalformedPostcode as refused:
        return Located(words, Outcome.UNKNOWN, says=_fault_sentence(refused))
    if postcode.is_whole:
        whole = models.Postcode.objects.filter(code=postcode.compact).first()
        if whole is not None:
            return _whole(words, postcode, whole, known)
    area = known.postcode_areas.get(postcode.outward)
    if area is None:
        return Located(
            words,
            Outcome.UNKNOWN,
            says=_("There is no postcode that begins with %(outward)s.")
            % {"outward": postcode.outward},
        )
    return _by_area(words, postcode, area, known)


def _whole(
    words: str, postcode: Postcode, whole: models.Postcode, known: Gazetteer
) -> Located:
    says = ""
    if whole.ended_on:
        says = _("The postcode %(postcode)s was ended in %(year)s; this is where it was.") % {
            "postcode": postcode,
            "year": whole.ended_on.year,
        }
    district = whole.district.code if whole.district else ""
    return Located(
        words,
        Outcome.FOUND,
        place=known.place(district),
        point=Point(whole.latitude, whole.longitude),
        says=says,
    )


def _by_area(words: str, postcode: Postcode, area: PostcodeArea, known: Gazetteer) -> Located:
    says = ""
    if postcode.is_whole and models.Postcode.objects.exists():
        says = _(
            "We do not know %(postcode)s itself, so distances are from the middle of %(area)s."
        )
    elif postcode.is_whole:
        says = _("Distances are from the middle of %(area)s.")
    return Located(
        words,
        Outcome.FOUND,
        place=known.place(area.district or ""),
        point=area.point,
        says=says % {"postcode": postcode, "area": area.code} if says else "",
    )


def _fault_sentence(refused: MalformedPostcode) -> str:
    reasons = {
        Fault.EMPTY: _("it is empty"),
        Fault.TOO_SHORT: _("it is too short"),
        Fault.TOO_LONG: _("it is too long"),
        Fault.SIGNS: _("it may hold only letters and figures"),
        Fault.LETTER_O_FOR_0: _("it has the letter O where the figure 0 belongs"),
        Fault.LETTER_I_FOR_1: _("it has the letter I where the figure 1 belongs"),
        Fault.FIRST_HALF: _("its first half is not that of any postcode"),
        Fault.SECOND_HALF: _("its second half must be a figure and two letters"),
    }
    says = _("“%(written)s” is not a postcode: %(reason)s.") % {
        "written": refused.written,
        "reason": reasons[refused.fault],
    }
    if refused.meant:
        says += " " + _("Did you mean %(meant)s?") % {"meant": refused.meant}
    return says
