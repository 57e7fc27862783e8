"""The language the program speaks with its user: chosen once, before the first word."""

from sxtdbv_cli.text.language import Language, Text, system_language


class _Choice:
    language: Language | None = None


def speak(language: Language | None) -> None:
    """Choose the language; None asks the environment again."""
    _Choice.language = language


def spoken() -> Language:
    """The language in use."""
    if _Choice.language is None:
        _Choice.language = system_language()
    return _Choice.language


def say(text: Text, /, **facts: object) -> str:
    """A sentence in the language in use."""
    return text.say(spoken(), facts or None)


def asked_for(arguments: list[str]) -> Language | None:
    """What ``--lang`` asks for anywhere on a command line, before that is parsed: help must speak it too.

    The last one counts, as with any option.
    """
    found = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            found = Language(value) if value in tuple(Language) else None
    return found
