"""A vocabulary of a dozen concepts, enough for every kind of bridge.

wellbeing <- less loneliness <-- served by -- choir -> singing
better breathing <-- served by -- singing for lung health -> choir
adults <- older people       children
"""

from datetime import date

from counterpoint.domain.matching.meaning import Meaning, span
from counterpoint.domain.matching.statement import Candidate, Side, Statement
from counterpoint.domain.vocabulary.concepts import (
    Audience,
    Concept,
    Kind,
    Label,
    Serves,
    Vocabulary,
)
from counterpoint.domain.vocabulary.crosswalk import Crosswalk
from counterpoint.domain.vocabulary.lexicon import Lexicon

TODAY = date(2026, 11, 2)
STUDY = "Example study, 2015"


def concept(code, name, *labels, broader=None, serves=(), related=()):
    return Concept(
        code=code,
        kind=Kind(code.partition(".")[0]),
        name=name,
        broader=broader,
        related=tuple(related),
        serves=tuple(
            Serves(*one) if isinstance(one, tuple) else Serves(one) for one in serves
        ),
        labels=tuple(Label(text, Audience.ARTS) for text in labels),
    )


VOCABULARY = Vocabulary(
    (
        concept("outcome.wellbeing", "Better wellbeing", "wellbeing"),
        concept(
            "outcome.less-loneliness",
            "Less loneliness",
            "reduce loneliness",
            "lonely",
            "make friends",
            "nobody to eat with",
            broader="outcome.wellbeing",
        ),
        concept("outcome.breathing", "Better breathing", "better breathing", "short of breath"),
        concept("outcome.healthy-eating", "Healthy eating", "healthy eating", "eat vegetables"),
        concept("condition.copd", "COPD", "COPD", "chronic lung disease"),
        concept("condition.dementia", "Dementia", "dementia", "failing memory"),
        concept("population.adults", "Adults", "adults"),
        concept(
            "population.older", "Older people", "older people", "pensioners", broader="population.adults"
        ),
        concept("population.children", "Children", "children", "toddlers"),
        concept("art_form.singing", "Singing", "singing"),
        concept(
            "activity.choir",
            "Choir",
            "choir",
            serves=[("outcome.less-loneliness", STUDY)],
            related=["art_form.singing"],
        ),
        concept(
            "activity.lung-singing",
            "Singing for lung health",
            "singing for lung health",
            broader="activity.choir",
            serves=["outcome.breathing", "condition.copd"],
        ),
        concept("setting.library", "Library", "library"),
    )
)  # fmt: skip
MEANING = Meaning(VOCABULARY, Crosswalk(VOCABULARY))
LEXICON = Lexicon(VOCABULARY)


def terms(text):
    return MEANING.terms(LEXICON.read(text))


def statement(text, side=Side.NEED, **details):
    return Statement(side=side, text=text, terms=terms(text), **details)


def candidate(text, side=Side.OFFER, **details):
    said = terms(text)
    kind = "offer" if side is Side.OFFER else "need"
    return Candidate(
        key=f"{kind}:1",
        kind=kind,
        side=side,
        title=text,
        terms=said,
        span=span(MEANING.answers(said)),
        **details,
    )
