"""What a run has to say of one file, and the rules that looked at it."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from sxtdbv_cli.model.acceptance import Accepted
from sxtdbv_cli.model.diagnosis import Change, Diagnosis
from sxtdbv_cli.model.edit import Correction
from sxtdbv_cli.model.finding import Fault, Finding, Hit, Severity
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


class Report(NamedTuple):
    """One file: either a plan with its sums and findings, or the faults that made it unreadable. ``part`` is the sheet,
    where there is a report for each.

    ``rules`` are those that looked at it, by code; ``corrections`` says what a change that the diagnosis proposes
    would do to the file, where the file can be changed. ``strict``: the settings of this file let
    warnings and notes fail the run too. ``accepted`` findings fail none and are not among ``findings``.
    """

    file: str
    subject: Subject | None = None
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()
    diagnosis: Diagnosis | None = None
    rules: tuple[Rule, ...] = ()
    corrections: Mapping[Change, Correction] = {}
    strict: bool = False
    accepted: tuple[Accepted, ...] = ()
    part: str = ""

    @property
    def checked(self) -> Subject:
        """What was checked, of a file that could be read."""
        assert self.subject is not None
        return self.subject

    def named(self, file: str) -> str:
        """A name of the file with that of the sheet, as places are written."""
        return f"{file}:{self.part}" if self.part else file

    def count(self, severity: Severity) -> int:
        """How many findings there are of one severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def fails(self, finding: Finding) -> bool:
        """Whether a finding fails the run."""
        return self.strict or finding.severity is Severity.ERROR

    def exit_code(self) -> int:
        """0 no errors, 1 errors found (with ``strict`` warnings and notes too), 2 could not be read."""
        return 2 if self.faults else int(any(map(self.fails, self.findings)))
