"""The error that a command ends with when it cannot do what was asked.

The app knows it before the language is chosen, so it stands apart from what speaks to the user on import.
"""


class CannotRun(Exception):
    """A command cannot do what was asked; the message is for the user, in the language in use. Exit code 2."""
