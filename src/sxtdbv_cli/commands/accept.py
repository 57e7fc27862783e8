"""``sxtdbv accept``: record that findings are accepted, with a reason."""

import datetime
from typing import TYPE_CHECKING, Annotated, NamedTuple

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._completion import codes, lines
from sxtdbv_cli.commands._settings import source_of
from sxtdbv_cli.commands._shared import argument, flag, option, style
from sxtdbv_cli.commands._stated import TABLE, Stated, states
from sxtdbv_cli.commands._write import DONE, NO_INPUT, NOT_DONE, Write, day, write_over
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say, spoken
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.words import DOCUMENT, first_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sxtdbv_cli.acceptances import Change, Why
    from sxtdbv_cli.files.loaded import Loaded
    from sxtdbv_cli.model.finding import Finding
    from sxtdbv_cli.model.plan import Plan
    from sxtdbv_cli.model.report import Report
    from sxtdbv_cli.settings.find import Source

HELP = Text(
    "Chấp nhận phát hiện, kèm lý do: phát hiện vẫn được đếm nhưng không làm kiểm tra thất bại. Chỉ hiện thay đổi; "
    "--write mới ghi vào tệp.",
    "Accept findings, with a reason: they are still counted but fail no run. Shows the change; --write makes it.",
)
FILE = Text("Tệp kế hoạch.", "Plan file.")
RULE = Text("Mã quy tắc, ví dụ SX204.", "The code of the rule, such as SX204.")
LINE = Text(
    "Dòng, ví dụ III/A, hoặc declared; không nêu là phát hiện về cả văn bản.",
    "The line, such as III/A, or declared; none is a finding about the document.",
)
COLUMN = Text("Cột (không nêu: mọi cột của dòng).", "The column (none: every column of the line).")
REASON = Text("Lý do chấp nhận (phải có).", "Why it is accepted (needed).")
UNTIL = Text("Ngày cuối còn chấp nhận, ví dụ 2026-12-31.", "The last day it is accepted, such as 2026-12-31.")
BY = Text("Người hoặc cơ quan chấp nhận.", "Who accepts it.")
ALL = Text(
    "Mọi phát hiện hiện có (của quy tắc, dòng, cột đã nêu), dùng khi mới áp dụng.",
    "All findings there are (of the rule, line, column that are named), for a first adoption.",
)

NEEDS_REASON = Text("cần --reason “lý do”", "--reason “...” is needed")
NEEDS_RULE = Text("cần --rule MÃ, hoặc --all", "--rule CODE is needed, or --all")
PAST = Text("ngày {text} đã qua", "the day {text} is past")
NO_FINDING = Text(
    "không có phát hiện {rule} nào ở đó; hiện có ở: {near}",
    "there is no finding {rule} there; there are some at: {near}",
)
NO_FINDING_AT_ALL = Text("không có phát hiện {rule} nào trong tệp", "there is no finding {rule} in the file")
ALREADY = Text("Đã được chấp nhận từ trước; không có gì thay đổi.", "It is accepted already; nothing changes.")
NOTHING = Text("Không có phát hiện nào để chấp nhận.", "There is no finding to accept.")
ERRATA = Text(
    "Trong số này có {count:d} phép cộng không khớp. Nếu văn bản đã ký ghi sai số thì nên ghi đính chính: "
    "sxtdbv fix {file} --as-errata --reason “…”; các phép cộng khi đó lại đúng.",
    "{count:d} of them are sums that fail. Where a signed document states a wrong figure an erratum is the right way: "
    "sxtdbv fix {file} --as-errata --reason “...”; the sums then hold again.",
)
MEND = Text(
    "Trong số này có {count:d} phép cộng không khớp. Nếu tệp ghi sai số thì nên sửa số trong tệp; nếu văn bản đã ký "
    "ghi sai thì nên ghi đính chính (errata) trong tệp kế hoạch .yaml.",
    "{count:d} of them are sums that fail. Where the file states a wrong figure it is better mended there; where a "
    "signed document does, an erratum in a plan file (.yaml) is the right way.",
)
ACCEPTED = Text("Phát hiện được chấp nhận: {count:d}.", "Findings accepted: {count:d}.")
NO_ROOM = Text(
    "không chèn được mục chấp nhận vào {file} viết theo cách này; tệp vẫn như cũ, hãy tự thêm vào khóa accept",
    "acceptances cannot be added to {file} as it is written; it is as it was, add them by hand to the key accept",
)
MOST_NEAR = 8


@states("config", "lang", *TABLE)
def run(
    file: Annotated[str, argument(FILE, "FILE")],
    rule: Annotated[str, option(RULE, "CODE", complete=codes)] = "",
    line: Annotated[str, option(LINE, "PATH", complete=lines)] = "",
    column: Annotated[str, option(COLUMN, "COLUMN")] = "",
    reason: Annotated[str, option(REASON, "TEXT")] = "",
    until: Annotated[str, option(UNTIL, "DATE")] = "",
    by: Annotated[str, option(BY, "TEXT")] = "",
    all: Annotated[bool, flag(ALL, "--all")] = False,
    write: Write = False,
    *,
    stated: Stated,
) -> int:
    """Show the entries, or write them."""
    from sxtdbv_cli.check import Doubt, check_plan
    from sxtdbv_cli.files import read, yaml
    from sxtdbv_cli.files.text_file import encoded

    if file == read.STANDARD_INPUT:
        raise CannotRun(say(NO_INPUT))
    if not (rule or all):
        raise CannotRun(say(NEEDS_RULE))
    why, wanted = _why(reason, until, by), _Wanted(_code(rule), line, column, all)
    settings = stated.settings()(file)
    kind, content = read.file_type(file), read.read_bytes(file)
    loaded = read.load(kind, content, file, settings.choices)
    findings = _found(check_plan(loaded, doubt=Doubt(wanted=False), tuning=settings.tuning), wanted)
    if not findings:
        output.write(say(NOTHING if all else ALREADY) + "\n")
        return 0
    source = None if kind is yaml else source_of(stated.config, file)
    change = _change(loaded, findings, why, in_plan=kind is yaml, source=source)
    _show(change, findings, file)
    if write:
        before = content if kind is yaml else source.toml.content if source else None
        write_over(change.file, before, encoded(change.after, before or b""))
    output.write(say(DONE if write else NOT_DONE, file=change.file) + "\n")
    return 0


class _Wanted(NamedTuple):
    """The findings to accept: of a rule, a line and a column, where those are named; without ``all`` a finding of no
    named line is one about the document."""

    rule: str
    line: str
    column: str
    all: bool

    def means(self, plan: "Plan", finding: "Finding", *, anywhere: bool = False) -> bool:
        """Whether it is one of them; ``anywhere`` whatever its line and column."""
        from sxtdbv_cli.model.acceptance import NEVER
        from sxtdbv_cli.render.names import column_of, path_of

        if finding.code.startswith(NEVER) or self.rule not in ("", finding.code):
            return False
        line_fits = path_of(plan, finding.address) == (self.line or None) or (self.all and not self.line)
        return anywhere or (line_fits and self.column in ("", column_of(finding.address)))


def _found(report: "Report", wanted: _Wanted) -> "list[Finding]":
    """The findings to accept; none where they are accepted already.

    Raises:
        CannotRun: there are no such findings; names where there are some.
    """
    plan = report.checked.plan
    found = [finding for finding in report.findings if wanted.means(plan, finding)]
    if found or wanted.all or any(wanted.means(plan, accepted.finding) for accepted in report.accepted):
        return found
    near = [_name(plan, finding) for finding in report.findings if wanted.means(plan, finding, anywhere=True)]
    said = NO_FINDING if near else NO_FINDING_AT_ALL
    raise CannotRun(say(said, rule=wanted.rule, near=first_of(near, MOST_NEAR)))


def _name(plan: "Plan", finding: "Finding") -> str:
    from sxtdbv_cli.render.names import column_of, path_of

    named = (path_of(plan, finding.address), column_of(finding.address))
    return ":".join(filter(None, named)) or say(DOCUMENT)


def _change(
    loaded: "Loaded", findings: "Sequence[Finding]", why: "Why", *, in_plan: bool, source: "Source | None"
) -> "Change":
    """The file to change, with the entries in it."""
    from sxtdbv_cli import acceptances
    from sxtdbv_cli.files.yaml.entries import NoRoom

    entries = acceptances.of(loaded.plan, findings, why)
    try:
        if in_plan:
            return acceptances.in_plan(loaded, entries)
        return acceptances.in_configuration(source, loaded.file, entries)
    except NoRoom as full:
        raise CannotRun(say(NO_ROOM, file=str(full))) from None


def _show(change: "Change", findings: "Sequence[Finding]", file: str) -> None:
    from sxtdbv_cli.render.names import is_discrepancy
    from sxtdbv_cli.render.screen import patch

    output.write(patch(change.before or "", change.after, change.file, style()))
    output.write(say(ACCEPTED, count=len(findings)) + "\n")
    if count := sum(is_discrepancy(finding) for finding in findings):
        output.write(say(ERRATA if file == change.file else MEND, count=count, file=file) + "\n")


def _code(rule: str) -> str:
    """The code that is named, if one is."""
    from sxtdbv_cli.files.codes import Bad, an_acceptable_code

    try:
        return an_acceptable_code(rule) if rule else ""
    except Bad as bad:
        raise CannotRun(bad.why.message.say(spoken(), bad.facts)) from None


def _why(reason: str, until: str, by: str) -> "Why":
    """The reason, the last day and who accepts."""
    from sxtdbv_cli.acceptances import Why

    if not reason.strip():
        raise CannotRun(say(NEEDS_REASON))
    last = day(until, "2026-12-31")
    if last and last < datetime.datetime.now().astimezone().date():
        raise CannotRun(say(PAST, text=until))
    return Why(reason, last, by or None)
