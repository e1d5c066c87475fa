"""Every kind of thing that can be done, each with the sentence that tells it to a reader."""

from dataclasses import dataclass

from django.utils.functional import Promise


class UnknownKind(LookupError):
    """A history line of a kind that no app has described."""


@dataclass(frozen=True)
class Kind:
    code: str
    sentence: str | Promise  # may use {by}, {subject} and the keys of the line's detail


_KINDS: dict[str, Kind] = {}


def describe(sentences: dict[str, str | Promise]) -> None:
    for code, sentence in sentences.items():
        _KINDS[code] = Kind(code, sentence)


def kind(code: str) -> Kind:
    try:
        return _KINDS[code]
    except KeyError:
        raise UnknownKind(
            f"No sentence describes {code!r}: add it to the app's history_kinds.py."
        ) from None


def all_kinds() -> tuple[Kind, ...]:
    return tuple(_KINDS.values())
