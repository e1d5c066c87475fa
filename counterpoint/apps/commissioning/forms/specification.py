"""A specification to be checked, read from its address. What is too long is told, never cut off."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from counterpoint.apps.commissioning.forms.figures import Figure, figure
from counterpoint.domain.commissioning.specification.documents import MOST_DOCUMENTS
from counterpoint.domain.commissioning.specification.requirements import MOST_LINES
from counterpoint.web.asked import readable

# All of it stands in one address, which browsers and servers take up to about 16,000 characters.
LONGEST: Mapping[str, int] = {"requirements": 5_000, "documents": 2_000, "social": 600}
MOST: Mapping[str, int] = {"requirements": MOST_LINES, "documents": MOST_DOCUMENTS}
FIGURES = ("value", "bid", "report", "years", "returns", "weight", "allowed", "limit")
NO_VALUE = gettext_lazy(
    "Say what the contract is worth, so that hours can be held against it."
)
OVER_WHOLE = gettext_lazy("A weight is a per cent of the score, from 0 to 100.")
WHOLE_ONLY = gettext_lazy("Write a whole number.")


@dataclass(frozen=True)
class Written:
    texts: Mapping[str, str]
    figures: Mapping[str, Figure]
    was_sent: bool = False

    def text(self, name: str) -> str:
        """Nothing where there is a problem with it: half a specification is not checked."""
        return "" if self.problem_of_text(name) else self.texts[name]

    def problem_of_text(self, name: str) -> str:
        words = self.texts[name]
        if len(words) > LONGEST[name]:
            return _("That is %(there)s characters; %(longest)s can be checked at once.") % {
                "there": f"{len(words):,}",
                "longest": f"{LONGEST[name]:,}",
            }
        count = sum(bool(line.strip()) for line in words.splitlines())
        if count > MOST.get(name, count):
            return _("That is %(there)s lines; %(most)s can be checked at once.") % {
                "there": count,
                "most": MOST[name],
            }
        if name == "requirements" and self.was_sent and not words.strip():
            return _("Write at least one requirement.")
        return ""

    def problem_of(self, name: str) -> str | Promise:
        one = self.figures[name]
        if one.problem:
            return one.problem
        if name == "value":
            hours = (self.figures["bid"].written, self.figures["report"].written)
            return NO_VALUE if any(hours) and not one.value else ""
        if one.value is None:
            return ""
        if name == "weight" and one.value > 100:
            return OVER_WHOLE
        return WHOLE_ONLY if name in ("allowed", "returns") and one.value % 1 else ""

    @property
    def is_empty(self) -> bool:
        return not any(words.strip() for words in self.texts.values())


def written(query: QueryDict) -> Written:
    return Written(
        {name: _lines(query.get(name, "")) for name in LONGEST},
        {name: figure(readable(query.get(name, ""))) for name in FIGURES},
        was_sent="requirements" in query,
    )


def _lines(text: str) -> str:
    """Line breaks as a browser sends them, so that what is counted is what was written."""
    return readable(text.replace("\r\n", "\n").replace("\r", "\n"))
