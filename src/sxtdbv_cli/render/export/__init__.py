"""A plan as a file for people, its findings beside it: a module for each suffix, ``render(report, style) -> bytes``."""

from sxtdbv_cli.text.language import Text


class DoesNotFit(Exception):
    """A plan that a format cannot hold; ``message`` says why, with its facts."""

    def __init__(self, message: Text, **facts: int | str) -> None:
        super().__init__(message.en)
        self.message = message
        self.facts = facts
