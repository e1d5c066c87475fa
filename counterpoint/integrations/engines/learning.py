"""Learns the latent space of a corpus: TF-IDF and a truncated singular value decomposition.

The only place that needs scikit-learn, which takes over a second to import: it is imported when an
index is rebuilt, never to answer a question.
"""

import random

import numpy as np

from counterpoint.integrations.engines.latent_space import GRAINS, LatentSpace
from counterpoint.integrations.engines.words import telling_words

# Enough for the dimensions to settle; 20,000 short records take about a quarter of a minute.
SAMPLE = 20_000
MOST_WORDS = 40_000
FEWEST_TEXTS = 10
LEAST_STRENGTH = 1e-3
SEED = 1  # the same records give the same space


class Sample:
    """A fair sample of a stream, however long: Vitter's algorithm R (1985)."""

    def __init__(self, size: int = SAMPLE, seed: int = SEED) -> None:
        self.texts: list[str] = []
        self.seen = 0
        self._size = size
        self._random = random.Random(seed)  # noqa: S311  the same choice every time is the point

    def see(self, text: str) -> None:
        self.seen += 1
        if len(self.texts) < self._size:
            self.texts.append(text)
            return
        place = self._random.randrange(self.seen)
        if place < self._size:
            self.texts[place] = text


def learn(name: str, texts: list[str]) -> LatentSpace | None:
    """None when there are too few texts to learn anything from."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    telling = [text for text in texts if telling_words(text)]
    if len(telling) < FEWEST_TEXTS:
        return None
    counter = TfidfVectorizer(
        analyzer=telling_words, sublinear_tf=True, max_features=MOST_WORDS, dtype=np.float32
    )
    weighed = counter.fit_transform(telling)
    dimensions = min(GRAINS[-1], min(weighed.shape) - 1)
    if dimensions < 2:
        return None
    reduced = TruncatedSVD(dimensions, n_iter=4, random_state=SEED).fit(weighed)
    strengths = reduced.singular_values_
    # Texts that repeat each other have fewer dimensions than were asked for; the rest is noise.
    real = int((strengths > LEAST_STRENGTH * strengths[0]).sum())
    return LatentSpace(
        name=name,
        words={str(word): line for line, word in enumerate(counter.get_feature_names_out())},
        weights=counter.idf_.astype(np.float32),
        axes=np.ascontiguousarray(reduced.components_[:real].T.astype(np.float16)),
    )
