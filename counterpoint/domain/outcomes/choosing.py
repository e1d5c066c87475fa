"""Which measures fit an outcome, the people, the time there is, and who asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterpoint.domain.outcomes.instruments import Instrument, State

ENOUGH = 2


@dataclass(frozen=True)
class Wish:
    outcomes: frozenset[str] = frozenset()
    age: int | None = None
    most_minutes: int | None = None
    administration: str = ""


@dataclass(frozen=True)
class Suggestion:
    instrument: Instrument
    fits: frozenset[str]
    notes: tuple[str, ...]


def suggestions(instruments: Iterable[Instrument], wish: Wish) -> list[Suggestion]:
    """The most fitting first: what needs no licence before what does, the shorter first."""
    found = [_suggestion(one, wish) for one in instruments if _can_be_used(one, wish)]
    return sorted(
        (one for one in found if one.fits or not wish.outcomes),
        key=lambda one: (
            list(State).index(one.instrument.state),
            -len(one.fits),
            one.instrument.seconds is None,
            one.instrument.seconds or 0,
            one.instrument.code,
        ),
    )


def _can_be_used(one: Instrument, wish: Wish) -> bool:
    if wish.age is not None and one.youngest is not None and wish.age < one.youngest:
        return False
    if wish.most_minutes is not None and (one.seconds or 0) > wish.most_minutes * 60:
        return False
    return not (
        wish.administration
        and one.administration
        and wish.administration not in one.administration
    )


def _suggestion(one: Instrument, wish: Wish) -> Suggestion:
    notes = []
    if wish.age is not None and one.youngest is None:
        notes.append("Our sources do not say for which ages it was validated: check first.")
    if wish.most_minutes is not None and one.seconds is None:
        notes.append("We do not know how long it takes.")
    if wish.administration and not one.administration:
        notes.append("Our sources do not say how it may be asked: check first.")
    if one.state is State.LICENCE:
        notes.append("Register with its owners before you use it.")
    if one.state is State.TOTAL:
        notes.append("You score it yourself by its own manual; a total is entered here.")
    return Suggestion(one, wish.outcomes & frozenset(one.measures), tuple(notes))


def enough(found: Iterable[Suggestion], wish: Wish) -> tuple[Suggestion, ...]:
    """One or two measures that cover everything wished for, or none if two cannot."""
    offered = list(found)
    if not wish.outcomes:
        return ()
    for one in offered:
        if one.fits == wish.outcomes:
            return (one,)
    for place, one in enumerate(offered):
        for other in offered[place + 1 :]:
            if one.fits | other.fits == wish.outcomes:
                return (one, other)
    return ()
