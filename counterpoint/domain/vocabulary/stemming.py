"""A light English stemmer: plurals, -ing and -ed, and nothing that changes what a word means.

Stronger stemmers were refused: they make one word of "university" and "universal", of
"organ" and "organisation", or of "commissioner" and "commission".

Stems are only compared with stems, so they need not be words; what matters is that forms of
one word agree (dancing, danced, dances, dance) and that different words do not (care, car).
"""

import re

from counterpoint.domain.vocabulary.word_sets import word_set

VOWELS = frozenset("aeiouy")
VOWEL_GROUP = re.compile("[aeiouy]+")
# Signs that stand doubled at the end of ordinary words: choice of bee, class, skill, staff, jazz.
DOUBLED_AT_THE_END = frozenset("aeiouylsfz0123456789")

IRREGULAR = {
    "children": "child",
    "women": "woman",
    "men": "man",
    "people": "person",
    "persons": "person",
    "feet": "foot",
    "teeth": "tooth",
    "crises": "crisis",
    "diagnoses": "diagnosis",
    "analyses": "analysis",
    "media": "media",
    "criteria": "criterion",
    "made": "make",
    "sang": "sing",
    "sung": "sing",
    "felt": "feel",
    "met": "meet",
    "taught": "teach",
    "wrote": "write",
    "written": "write",
    "drew": "draw",
    "drawn": "draw",
    "grew": "grow",
    "grown": "grow",
    "told": "tell",
    "aged": "age",
    "ages": "age",
    "ageing": "age",
    "dying": "die",
    "died": "die",
    "dies": "die",
    "used": "use",
    "using": "use",
    "buses": "bus",
    "lying": "lie",
    "tying": "tie",
}
# Outcomes are stated as a change, and the verb of the change is a matter of taste: fewer falls,
# reduced falls, a reduction in falls. Stems of one direction are one stem.
DIRECTIONS = {
    **dict.fromkeys(("fewer", "les", "lower", "decreas", "lessen", "reduction"), "reduc"),
    **dict.fromkeys(
        ("increas", "improvement", "better", "boost", "enhanc", "strengthen", "more"), "improv"
    ),
}
# Words whose ending is their own, or whose -ing form means another thing than the verb.
WHOLE = word_set(
    "evening morning wedding housing something nothing anything everything during ceiling"
    " sibling being wellbeing offspring pudding earring herring bed red shed sacred"
    " naked hundred kindred news always perhaps series species lens"
)


def stem(word: str) -> str:
    """The part that the forms of one word share. Takes a folded word."""
    if word in IRREGULAR:
        word = IRREGULAR[word]
    elif len(word) > 3 and word not in WHOLE and not word[0].isdigit():
        word = _without_plural(word)
        if _ends_like_a_surname(word):
            return word
        word = _without_participle(word)
    closed = _closed(word)
    return DIRECTIONS.get(closed, closed)


def _ends_like_a_surname(word: str) -> bool:
    """Ladd, Webb, Scott: no word in use ends so by itself, and lad and web are other words."""
    return word[-1] == word[-2] and word[-1] not in DOUBLED_AT_THE_END


def _without_plural(word: str) -> str:
    if word[-1] != "s" or word[-2] in "su" or word.endswith("is"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1]


def _without_participle(word: str) -> str:
    for ending in ("ing", "ed"):
        if word.endswith(ending) and word not in WHOLE and word[-3:] != "eed":
            root = word[: -len(ending)]
            if len(root) >= 3 and not VOWELS.isdisjoint(root):
                return _restored(root)
    return word


def _restored(root: str) -> str:
    """A short root of one vowel lost its e: mak(ing), shar(ing); so did danc(ing)."""
    if root.endswith("i"):
        return root[:-1] + "y"
    is_short = len(VOWEL_GROUP.findall(root)) == 1 and len(root) >= 2
    ends_open = root[-1] not in "aeiouywx" and root[-2] in VOWELS and root[-3:-2] not in VOWELS
    return root + "e" if is_short and ends_open else root


def _closed(word: str) -> str:
    """Without a silent e or a doubled last consonant, and with y for i."""
    if len(word) > 4 and word[-1] == "e" and word[-2] != "e":
        word = word[:-1]
    # English doubles a consonant after a vowel; abbreviations end as they like (HMP, HMPPS).
    if (
        len(word) > 3
        and word[-1] == word[-2]
        and word[-1] not in VOWELS
        and word[-3] in VOWELS
    ):
        word = word[:-1]
    if len(word) > 3 and word[-1] == "i":
        word = word[:-1] + "y"
    return word
