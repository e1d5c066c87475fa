def word_set(words: str) -> frozenset[str]:
    """Words written one after the other, which is easier to read and to add to than quotes."""
    return frozenset(words.split())
