"""Text as the words that an index holds: folded, stemmed, in English.

Everything is indexed; the emptiest words are left out of questions only, because a title such as
"The Who" must still be found by all of its words.
"""

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

LONGEST_WORD = 40  # longer ones are addresses and identifiers, which nobody asks for by heart
LONGEST_QUESTION = 60  # words; a whole tender pasted in is asked by its first and rarest words


def indexed_words() -> TextAnalyzer:
    return _folded().filter(Filter.stemmer("english")).build()


def _folded() -> TextAnalyzerBuilder:
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (Filter.remove_long(LONGEST_WORD), Filter.lowercase(), Filter.ascii_fold()):
        builder = builder.filter(step)
    return builder


_ALL = indexed_words()
_ASKED = _folded().filter(Filter.stopword("english")).filter(Filter.stemmer("english")).build()


def words_of(text: str) -> list[str]:
    return _ALL.analyze(text)


def telling_words(text: str) -> list[str]:
    """The words of a question without the emptiest ones, unless it has no others."""
    return _ASKED.analyze(text) or _ALL.analyze(text)
