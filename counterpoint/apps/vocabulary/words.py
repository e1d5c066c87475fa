"""The plain words in which pages speak of kinds, audiences and ways of being understood."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from counterpoint.domain.vocabulary.concepts import Audience, Kind, Match
from counterpoint.domain.vocabulary.reading import How
from counterpoint.web.components import Voice

KINDS = {
    Kind.OUTCOME: _("Outcome"),
    Kind.POPULATION: _("Group of people"),
    Kind.CONDITION: _("Health condition"),
    Kind.SETTING: _("Setting"),
    Kind.TIER: _("Level of support"),
    Kind.ART_FORM: _("Art form"),
    Kind.ACTIVITY: _("Activity"),
    Kind.PRACTICE_MODEL: _("Way of working"),
    Kind.LEGAL_FORM: _("Legal form"),
}
# Which side mostly speaks of such things.
VOICES: dict[Kind, Voice] = {
    Kind.OUTCOME: "cool",
    Kind.POPULATION: "cool",
    Kind.CONDITION: "cool",
    Kind.TIER: "cool",
    Kind.ART_FORM: "warm",
    Kind.ACTIVITY: "warm",
    Kind.PRACTICE_MODEL: "warm",
    Kind.SETTING: "",
    Kind.LEGAL_FORM: "",
}
AUDIENCES = {
    Audience.COMMISSIONER: _("Public services say"),
    Audience.ARTS: _("Arts and culture say"),
    Audience.PUBLIC: _("Everybody says"),
}
HOWS = {
    How.EXACT: _("as written"),
    How.STEM: _("another form of the same words"),
    How.SPELLING: _("a slip of the keyboard put right"),
}
MATCHES = {
    Match.EXACT: _("the same"),
    Match.CLOSE: _("close"),
    Match.BROAD: pgettext_lazy("a term that means more", "wider"),
    Match.NARROW: pgettext_lazy("a term that means less", "narrower"),
}
