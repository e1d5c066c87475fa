"""A reason in a sentence: who said what, and what bridges the two."""

from collections.abc import Callable

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from counterpoint.domain.matching.criteria import Criterion
from counterpoint.domain.matching.matches import Flag, FlagKind, How, Reason, Said
from counterpoint.domain.matching.statement import Side

CRITERIA: dict[Criterion, str | Promise] = {
    Criterion.OUTCOME: gettext_lazy("Outcome"),
    Criterion.CONDITION: gettext_lazy("Condition"),
    Criterion.POPULATION: gettext_lazy("People"),
    Criterion.PLACE: gettext_lazy("Place and travel"),
    Criterion.ACTIVITY: gettext_lazy("Way of working"),
    Criterion.SETTING: gettext_lazy("Setting"),
    Criterion.TIER: gettext_lazy("Open to all, targeted or specialist"),
    Criterion.CAPACITY: gettext_lazy("Number of people"),
    Criterion.PRICE: gettext_lazy("Price"),
    Criterion.TRACK_RECORD: gettext_lazy("Track record"),
    Criterion.WORDING: gettext_lazy("Wording"),
    Criterion.FRESHNESS: gettext_lazy("Freshness"),
}


def said(one: Said | None) -> str:
    """The words as they were written, or the name where a person or a record gave it."""
    if one is None:
        return ""
    return _(" and ").join(one.words) if one.words else one.name


def sentence(reason: Reason, side: Side) -> str:
    """For a reader who asked from this side."""
    return _SENTENCES[reason.how](reason, side)


def _speakers(side: Side, reason: Reason) -> dict[str, str]:
    needed, offered = reason.needed, reason.offered
    return {
        "needed": said(needed),
        "offered": said(offered),
        "need": needed.name if needed else "",
        "offer": offered.name if offered else "",
    }


def _same(reason: Reason, side: Side) -> str:
    if reason.criterion is Criterion.PLACE:
        return _("Both name %(need)s.") % _speakers(side, reason)
    if reason.offered and reason.offered.is_hint:
        return _hinted(reason, side)
    if side is Side.NEED:
        words = _("You said “%(needed)s”; they say “%(offered)s”: both mean %(need)s.")
    else:
        words = _("You say “%(offered)s”; they ask for “%(needed)s”: both mean %(need)s.")
    return words % _speakers(side, reason)


def _hinted(reason: Reason, side: Side) -> str:
    if side is Side.NEED:
        words = _("Their words “%(offered)s” point to %(offer)s; you asked for “%(needed)s”.")
    else:
        words = _("Your words “%(offered)s” point to %(offer)s; they ask for “%(needed)s”.")
    return words % _speakers(side, reason)


def _bridged(
    need_words: str | Promise, offer_words: str | Promise
) -> Callable[[Reason, Side], str]:
    def sentence_of(reason: Reason, side: Side) -> str:
        if reason.offered and reason.offered.is_hint:
            return _hinted(reason, side)
        words = str(need_words if side is Side.NEED else offer_words)
        return words % _speakers(side, reason)

    return sentence_of


def _place(reason: Reason, side: Side) -> str:
    if reason.how is How.ONLINE:
        return _("They also work online or by telephone.")
    if reason.how is How.SAME_AREA:
        return _("%(need)s and %(offer)s lie in the same area.") % _speakers(side, reason)
    if reason.how is How.NEAR:
        return _("%(offer)s is %(km)s km from %(need)s.") % {
            **_speakers(side, reason),
            "km": number_format(reason.amount or 0, 0),
        }
    return _("%(need)s and %(offer)s: one lies in the other.") % _speakers(side, reason)


def _enough(reason: Reason, side: Side) -> str:
    amount = number_format(reason.amount or 0, 0, force_grouping=True)
    if reason.criterion is Criterion.PRICE:
        return _("It costs £%(amount)s, which is within the budget.") % {"amount": amount}
    return _("There is room for %(amount)s people.") % {"amount": amount}


def _past_work(reason: Reason, side: Side) -> str:
    past = reason.past
    assert past is not None
    head = ngettext(
        "%(count)d published award for work on %(need)s",
        "%(count)d published awards for work on %(need)s",
        past.count,
    ) % {"count": past.count, "need": reason.needed.name if reason.needed else ""}
    latest = ", ".join(str(part) for part in (past.title, past.funder, past.year) if part)
    return f"{head}: {latest}."


def _wording(reason: Reason, side: Side) -> str:
    return _("What the two texts speak of is alike, whatever their words.")


def _faint(reason: Reason, side: Side) -> str:
    return _("Several fainter bridges together.")


def _recent(reason: Reason, side: Side) -> str:
    if (reason.amount or 0) < 1:
        return _("It was checked or changed within the last year.")
    return _("It was last checked or changed %(years)s years ago.") % {
        "years": number_format(reason.amount or 0, 1)
    }


def _different(reason: Reason, side: Side) -> str:
    if side is Side.NEED:
        words = _("Against: they speak of %(offer)s (“%(offered)s”); you asked for %(need)s.")
    else:
        words = _("Against: they ask for %(need)s (“%(needed)s”); you speak of %(offer)s.")
    return words % _speakers(side, reason)


def _doubtful(reason: Reason, side: Side) -> str:
    return _("Against: their words may mean something else. %(offer)s") % _speakers(
        side, reason
    )


_SENTENCES: dict[How, Callable[[Reason, Side], str]] = {
    How.SAME: _same,
    How.NARROWER: _bridged(
        gettext_lazy("You said “%(needed)s”; they say “%(offered)s”: %(offer)s is part of %(need)s."),
        gettext_lazy("You say “%(offered)s”; they ask for “%(needed)s”: %(offer)s is part of %(need)s."),
    ),
    How.BROADER: _bridged(
        gettext_lazy("You said “%(needed)s”; they say “%(offered)s”, which is wider: %(offer)s."),
        gettext_lazy("You say “%(offered)s”; they ask for “%(needed)s”, which is narrower: %(need)s."),
    ),
    How.SERVES: _bridged(
        gettext_lazy("You asked for %(need)s (“%(needed)s”); they offer %(offer)s (“%(offered)s”), which is done for that."),
        gettext_lazy("They ask for %(need)s (“%(needed)s”); you offer %(offer)s (“%(offered)s”), which is done for that."),
    ),
    How.RELATED: _bridged(
        gettext_lazy("You asked for %(need)s (“%(needed)s”); they speak of %(offer)s (“%(offered)s”), which is related."),
        gettext_lazy("They ask for %(need)s (“%(needed)s”); you speak of %(offer)s (“%(offered)s”), which is related."),
    ),
    How.INSIDE: _place,
    How.NEAR: _place,
    How.SAME_AREA: _place,
    How.ONLINE: _place,
    How.ENOUGH: _enough,
    How.FAINT: _faint,
    How.ALIKE: _wording,
    How.PAST_WORK: _past_work,
    How.RECENT: _recent,
    How.DIFFERENT: _different,
    How.DOUBTFUL: _doubtful,
}  # fmt: skip


def flag_sentence(flag: Flag) -> str:
    amount = number_format(flag.amount or 0, 0, force_grouping=True)
    sentences = {
        FlagKind.OUT_OF_RANGE: _out_of_range(flag, amount),
        FlagKind.NO_SAFEGUARDING: _("No safeguarding statement"),
        FlagKind.NO_INSURANCE: _("No insurance statement"),
        FlagKind.NOT_VERIFIED: _("Not yet checked by a person"),
        FlagKind.OLD: _("Last checked or changed %(years)s years ago") % {"years": amount},
        FlagKind.TOO_FEW_PLACES: _("Room for %(people)s people only") % {"people": amount},
        FlagKind.ABOVE_BUDGET: _("At £%(price)s it is above the budget") % {"price": amount},
        FlagKind.DOUBTFUL: _("May mean something else"),
    }
    return sentences[flag.kind]


def _out_of_range(flag: Flag, km: str) -> str:
    if flag.amount is None:
        return _("Out of range")
    return _("Out of range: %(km)s km away") % {"km": km}
