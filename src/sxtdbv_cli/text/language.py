"""The two languages of everything a person reads: a sentence is a pair, chosen when it is shown."""

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from string import Formatter
from typing import Any, NamedTuple

from sxtdbv_cli.text.numbers import WHOLE, Digits, grouped


class Language(StrEnum):
    """A language of the interface; the value is what ``--lang`` takes."""

    VI = "vi"
    EN = "en"


class Text(NamedTuple):
    """One sentence or word in Vietnamese and in English.

    A template may name facts: ``{gap}`` shows an amount with its digits grouped, ``{year:d}`` a plain
    whole number, ``{factor:n}`` a grouped number that is no amount, ``{count:line|lines}`` one word or the other as
    there is one or more, ``{until:date}`` a day (``2026-12-31``) as people write it, ``{title}`` a text as it is.
    """

    vi: str
    en: str

    def say(self, language: Language, facts: Mapping[str, Any] | None = None, digits: Digits = WHOLE) -> str:
        """The sentence in one language, its facts filled in; ``digits`` are those of the plan's amounts."""
        template = self.vi if language is Language.VI else self.en
        return template if facts is None else _Facts(language, digits).vformat(template, (), facts)


class _Facts(Formatter):
    """Fills facts into a template: whole numbers are grouped, words are chosen, texts go in as they are."""

    def __init__(self, language: Language, digits: Digits) -> None:
        self.language = language
        self.digits = digits

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Text):
            return value.say(self.language)
        if isinstance(value, int) and not format_spec:
            return grouped(value, self.digits)
        if format_spec == "n":
            return grouped(value)
        if format_spec == "date":
            return "/".join(reversed(str(value).split("-"))) if self.language is Language.VI else str(value)
        if "|" in format_spec:
            return str(format_spec.split("|")[value != 1])
        return str(format(value, format_spec))

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:  # noqa: ARG002
        # plain names only: a template never reaches into a value (no {x.__class__}).
        return kwargs[field_name], field_name


def stated_language(environment: Mapping[str, str] | None = None) -> Language | None:
    """What ``SXTDBV_LANG`` asks for; None where it asks for no language there is."""
    asked = (os.environ if environment is None else environment).get("SXTDBV_LANG", "").strip().lower()
    return Language(asked) if asked in tuple(Language) else None


def system_language(environment: Mapping[str, str] | None = None) -> Language:
    """``SXTDBV_LANG``, else the locale (LC_ALL, LC_MESSAGES, LANG; on Windows the user's language), else English."""
    env = os.environ if environment is None else environment
    if asked := stated_language(env):
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := env.get(name):
            return Language.VI if value.lower().startswith("vi") else Language.EN
    return Language.VI if _windows_language() == _WINDOWS_VIETNAMESE else Language.EN


_WINDOWS_VIETNAMESE = 0x2A  # LANG_VIETNAMESE, the primary language of LANGID 0x042A


def _windows_language() -> int:
    """The primary language of the Windows user; 0 elsewhere."""
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetUserDefaultUILanguage()) & 0x3FF
