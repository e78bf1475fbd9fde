"""The two failures a person can cause and must be told about."""


class Refused(Exception):
    """The actor may see the record, but what was asked cannot be done.

    Attributes:
        code: a stable word for figures and tests, such as ``no_place_left``.
        sentence: what the person reads, already in her language.
        change: the smallest change that would turn the refusal, or an empty string.
    """

    def __init__(self, code: str, sentence: str, change: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence
        self.change = change


class NotFound(Exception):
    """There is no such record, or the actor may not see it: the same answer for both."""
