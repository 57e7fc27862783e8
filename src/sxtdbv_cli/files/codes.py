"""Codes of rules, where a file names them."""

from functools import cache

from sxtdbv_cli import discover
from sxtdbv_cli.files.why import Kind, of_value
from sxtdbv_cli.model.acceptance import NEVER
from sxtdbv_cli.model.finding import Fact

UNKNOWN_NEAR = of_value(
    "không có quy tắc nào mang mã “{code}”; có phải là {nearest}?",
    "there is no rule with the code “{code}”; did you mean {nearest}?",
)
UNKNOWN = of_value(
    "không có quy tắc nào mang mã “{code}”; các mã: {known}",
    "there is no rule with the code “{code}”; the codes are: {known}",
)
NOT_ACCEPTED = of_value(
    "phát hiện {code} không chấp nhận được: hãy sửa chính mục mà nó nói đến",
    "a finding {code} cannot be accepted: mend the entry it is about",
)


class Bad(ValueError):
    """A value that will not do: the kind of fault and its facts."""

    def __init__(self, why: Kind, **facts: Fact) -> None:
        super().__init__(why.code)
        self.why = why
        self.facts = facts


@cache
def known_codes() -> tuple[str, ...]:
    """The codes of the rules there are, without importing one."""
    return tuple(name.partition("_")[0].upper() for name in discover.names("sxtdbv_cli.rules", "sx"))


def a_code(text: str) -> str:
    """One whole code.

    Raises:
        Bad: there is no such rule; names the nearest.
    """
    if text.strip().upper() not in known_codes():
        raise unknown_code(text)
    return text.strip().upper()


def an_acceptable_code(text: str) -> str:
    """The code of a rule whose findings can be accepted.

    Raises:
        Bad: there is no such rule, or it is about entries such as this one.
    """
    code = a_code(text)
    if code.startswith(NEVER):
        raise Bad(NOT_ACCEPTED, code=code)
    return code


def unknown_code(text: str) -> Bad:
    """A code nobody knows, with the nearest that there is."""
    from difflib import get_close_matches

    if near := get_close_matches(text.strip().upper(), known_codes(), 1):
        return Bad(UNKNOWN_NEAR, code=text.strip(), nearest=near[0])
    return Bad(UNKNOWN, code=text.strip(), known=", ".join(known_codes()))
