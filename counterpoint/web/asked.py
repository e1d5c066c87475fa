"""Words that a visitor asked with, fit to be shown on a page again."""

import re

# Signs that no page may hold: HTML has no way to write them.
# https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def readable(written: str) -> str:
    return UNREADABLE.sub(" ", written).strip()
