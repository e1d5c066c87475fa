"""Documents that a bidder has to send: each needs a reason, written down or plain from the text.

The known case is a hard-hat policy that was asked of a mental-health charity. A document that
belongs to one kind of work is doubted where nothing in the specification speaks of that work.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

MOST_DOCUMENTS = 40

# "Insurance, because the public is invited"; "Insurance: the public is invited".
_REASON = re.compile(
    r"\s*(?:[:;]|\s[-–—]|,?\s+(?:because|since|as|for\s+the\s+reason\s+that)\b)\s*",
    re.IGNORECASE,
)
_MARKER = re.compile(r"^\s*(?:[-–—*•·▪]+|\(?\d{1,2}[.)])\s+")

# By words of a document: words of a specification that give the reason for it. Judgements of the
# editors; a document that is not here is asked about by its reason alone.
BELONGS_TO: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = tuple(
    (re.compile(document, re.IGNORECASE), re.compile(work, re.IGNORECASE), kind)
    for document, work, kind in (
        (
            r"\bhard[\s-]?hats?\b|\bconstruction\b|\bscaffold|\bwork(?:ing)? at height",
            r"\bconstruction\b|\bbuilding (?:site|work)|\bscaffold|\bdemolition|\brigging\b",
            "building work",
        ),
        (r"\basbestos\b", r"\basbestos\b|\bdemolition|\brefurbish", "building work"),
        (
            r"\bfood (?:hygiene|safety)|\ballergen",
            r"\bfood\b|\bmeals?\b|\bcook(?:ing|ery)?\b|\bcatering|\blunch|\bcaf[eé]\b",
            "food",
        ),
        (
            r"\b(?:vehicle|fleet|motor|driving|minibus)\b",
            r"\btransport|\bminibus|\bdriv(?:e|ing|ers?)\b|\bvehicles?\b",
            "driving",
        ),
        (
            r"\bsafeguarding\b|\bDBS\b|\bchild protection",
            (
                r"\bchild(?:ren)?\b|\byoung (?:people|persons?)|\bpupils?\b|\bschools?\b|"
                r"\bvulnerable\b|\bolder (?:people|adults)|\bcarers?\b|\bpatients?\b|\bdementia\b|"
                r"\bmental[\s-]health\b|\bfamil(?:y|ies)\b"
            ),
            "work with children or with adults who may be at risk",
        ),
        (
            r"\bdata protection|\bGDPR\b|\bprivacy (?:policy|notice)",
            (
                r"\bdata\b|\bquestionnaires?|\bsurveys?\b|\breferr(?:al|ed)|\bpersonal\b|"
                r"\brecords?\b|\bWEMWBS\b|\bONS4\b"
            ),
            "keeping personal data",
        ),
    )
)


class Justified(StrEnum):
    BY_REASON = "by_reason"
    BY_TEXT = "by_text"  # what the specification says about the work gives the reason
    NOT_AT_ALL = "not_at_all"


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    reason: str
    belongs_to: str = ""  # the kind of work that it usually belongs to, where one is known
    words: str = ""  # of the specification, that speak of that work

    @property
    def justified(self) -> Justified:
        if self.reason:
            return Justified.BY_REASON
        return Justified.BY_TEXT if self.words else Justified.NOT_AT_ALL

    @property
    def is_out_of_place(self) -> bool:
        """It belongs to work of which the specification says nothing: doubtful with any reason."""
        return bool(self.belongs_to) and not self.words


def documents(demanded: str, specification: str) -> tuple[Document, ...]:
    found = (_MARKER.sub("", line).strip(" \t.;") for line in demanded.splitlines())
    return tuple(_document(line, specification) for line in found if line)[:MOST_DOCUMENTS]


def _document(line: str, specification: str) -> Document:
    name, *reason = _REASON.split(line, maxsplit=1)
    name = " ".join(name.split())
    for document, work, kind in BELONGS_TO:
        if document.search(name):
            spoken_of = work.search(specification)
            words = spoken_of.group() if spoken_of else ""
            return Document(name, " ".join(reason).strip(), kind, words)
    return Document(name, " ".join(reason).strip())
