"""Keys of the index: the kind of record and its number."""

OFFER, NEED, ORGANISATION, AWARD = KINDS = ("offer", "need", "organisation", "award")


def key(kind: str, number: int) -> str:
    return f"{kind}:{number}"


def parts_of(written: str) -> tuple[str, int]:
    kind, _, number = written.partition(":")
    return kind, int(number)
