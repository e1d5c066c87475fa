"""What the product says when it will not do something: a sentence, and what to do instead.

Each app inherits its own named errors from these and raises them beside the rule they guard.
They carry words for the person who asked, so the page, the command line and the interface for
programs can all pass on the same sentence.
"""


class Refusal(Exception):
    """The base of every refusal. `sentence` says what is so; `advice` says what can be done."""

    # Anything that prints as words: apps give sentences that are translated when they are shown.
    sentence: object = "This cannot be done."
    advice: object = ""

    def __init__(self, sentence: object = "", advice: object = "") -> None:
        self.sentence = sentence or self.sentence
        self.advice = advice or self.advice
        super().__init__(self.sentence)

    def __str__(self) -> str:
        return " ".join(str(words) for words in (self.sentence, self.advice) if words)


class Forbidden(Refusal):
    """The record may be seen, but this person may not do this to it."""

    sentence: object = "You do not have permission to do this."


class NotFound(Refusal):
    """There is no such record, or this person may not know that there is."""

    sentence: object = "There is nothing here by that name."


class Conflict(Refusal):
    """The record is not in the state that this needs, or somebody else changed it first."""

    sentence: object = "This has changed since you opened it."


class Invalid(Refusal):
    """What was sent cannot be understood or does not fit together."""

    sentence: object = "Something in what was sent does not fit."


class TooOften(Refusal):
    """The same has been asked for too many times in a short while."""

    sentence: object = "Too much of this came from here in a short time."
