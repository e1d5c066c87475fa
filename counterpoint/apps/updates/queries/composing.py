"""A mailing as the words of a mail."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from counterpoint.apps.history.news import Piece, news_kinds
from counterpoint.apps.updates.models import Mailing
from counterpoint.apps.updates.queries.naming import choice_names, followed
from counterpoint.domain.updates.interests import Because

# A mail that nobody reads to its end helps nobody; the rest is a link away.
MOST_OF_A_KIND = 10


@dataclass(frozen=True)
class Told:
    title: str
    path: str
    byline: str
    summary: str
    why: str


@dataclass(frozen=True)
class Part:
    """What is new of one kind."""

    title: str
    told: tuple[Told, ...]
    more: int = 0
    more_path: str = ""


class Composer:
    """Reads the records behind many mailings together."""

    def __init__(self, mailings: Iterable[Mailing]) -> None:
        picks = [pick for mailing in mailings for pick in mailing.picks]
        numbers: dict[str, set[int]] = {}
        for key, *_rest in picks:
            kind, _colon, number = key.partition(":")
            numbers.setdefault(kind, set()).add(int(number))
        self._pieces: dict[str, Piece] = {
            f"{kind}:{number}": piece
            for kind, wanted in numbers.items()
            if kind in news_kinds()
            for number, piece in news_kinds()[kind].pieces(wanted).items()
        }
        self._known: dict[tuple[str | None, ...], Told | None] = {}
        codes = {(because, code) for _key, _event, because, code in picks}
        self._names = choice_names(
            (what, code)
            for because, code in codes
            for what, reasons in (
                ("concept", (Because.CHOSEN,)),
                ("place", (Because.IN_PLACE,)),
                ("kind", (Because.KIND,)),
            )
            if because in reasons
        )
        self._followed = followed(
            code for because, code in codes if because == Because.FOLLOWED
        )

    def parts(self, mailing: Mailing) -> list[Part]:
        """Empty when all of it has been withdrawn since the mail was written down."""
        found: dict[str, list[Told]] = {}
        for key, event, because, code in mailing.picks:
            told = self._told(key, event, because, code)
            if told:
                found.setdefault(key.partition(":")[0], []).append(told)
        return [
            Part(
                title=str(news_kinds()[kind].label),
                told=tuple(told[:MOST_OF_A_KIND]),
                more=max(0, len(told) - MOST_OF_A_KIND),
                more_path=f"/{kind}s/",
            )
            for kind, told in found.items()
        ]

    def _told(self, *pick: str) -> Told | None:
        """Worked out once for all who are told the same for the same reason."""
        known = (get_language(), *pick)
        if known not in self._known:
            self._known[known] = self._worked_out(*pick)
        return self._known[known]

    def _worked_out(self, key: str, event: str, because: str, code: str) -> Told | None:
        piece = self._pieces.get(key)
        if event == "withdrawn" or piece is None:
            return self._gone(key) if event == "withdrawn" else None
        why = self._why(because, code, event)
        summary = Truncator(" ".join(piece.summary.split())).words(40)
        return Told(piece.title, piece.path, piece.byline, summary, why)

    def _gone(self, key: str) -> Told:
        kind = str(news_kinds()[key.partition(":")[0]].label)
        return Told(
            _("Something you follow was withdrawn"),
            "",
            kind,
            "",
            _("You follow it."),
        )

    def _why(self, because: str, code: str, event: str) -> str:
        if because == Because.FOLLOWED:
            return self._why_followed(code, event)
        if because == Because.ANSWERS:
            return code  # the sentence of the match itself
        if because == Because.GENERAL:
            return _("You get the general newsletter: everything that is new.")
        what = {Because.CHOSEN: "concept", Because.IN_PLACE: "place", Because.KIND: "kind"}
        name = self._names.get((what[Because(because)], code), code)
        return _("You chose “%(name)s”.") % {"name": name}

    def _why_followed(self, code: str, event: str) -> str:
        if code.startswith("search:"):
            return _("A search that you saved finds it.")
        one = self._followed.get(code)
        if event == "edited":
            return _("You follow it, and it has changed.")
        return _("You follow %(name)s.") % {"name": one.name if one else code}
