"""A rule: what it is called, how bad its findings are, how it looks at a plan."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.text.language import Text


class Rule(NamedTuple):
    """A rule as its module describes it; the code is that of the module's name, ``page`` reads its page.

    A rule that is ``after_accepting`` looks at what became of the acceptances, once the others have been asked.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    message: Text
    check: Callable[[Subject], Iterator[Hit]]
    page: Callable[[], str]
    after_accepting: bool = False
