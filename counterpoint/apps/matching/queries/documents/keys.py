"""Keys of the index: the kind of record and its number."""

KINDS = ("offer", "need", "organisation", "award", "call")
OFFER, NEED, ORGANISATION, AWARD, CALL = KINDS


def key(kind: str, number: int) -> str:
    return f"{kind}:{number}"


def parts_of(written: str) -> tuple[str, int]:
    kind, _, number = written.partition(":")
    return kind, int(number)
