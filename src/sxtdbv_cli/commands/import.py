"""``sxtdbv import``: the plan that a table holds, as a plan file."""

from pathlib import Path

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._settings import check_one
from sxtdbv_cli.commands._shared import TableFile
from sxtdbv_cli.commands._stated import Stated, states
from sxtdbv_cli.commands._write import Force, Output, write_file
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say, spoken
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible

HELP = Text(
    "Chuyển bảng trong sổ tính, CSV hoặc văn bản thành tệp kế hoạch YAML.",
    "Turn the table of a workbook, a CSV or a document into a plan file (YAML).",
)
SUFFIXES = (".yaml", ".yml")
NO_YAML = Text(
    "kế hoạch được ghi thành tệp .yaml, không phải “{suffix}”", "a plan is written as a .yaml file, not as “{suffix}”"
)
WRITTEN = Text(
    "Đã ghi {file}: {lines:d} dòng, {fail:d} phép cộng không khớp, {doubts:d} chỗ chưa chắc (ghi thành chú thích).",
    "Wrote {file}: lines {lines:d}, sums that fail {fail:d}, doubts {doubts:d} (as comments).",
)
OPEN = Text(
    "Trong tệp kế hoạch, {more:d} phép cộng nữa sẽ không khớp: bảng không cho biết chắc chúng cộng những dòng nào (xem "
    "SX513 trong chú thích), còn tệp kế hoạch thì nêu rõ; hãy sửa cấp của các dòng, hoặc số liệu.",
    "In the plan file {more:d} more sums fail: the table leaves open which lines they add (see SX513 in the comments), "
    "a plan file states it; mend the nesting of the lines, or the figures.",
)


@states()
def run(
    file: TableFile,
    to: Output,
    force: Force = False,
    *,
    stated: Stated,
) -> int:
    """Write the plan file; exit code 0 whether or not its sums hold."""
    from sxtdbv_cli.files.yaml.write import write_yaml
    from sxtdbv_cli.model.audit import audit
    from sxtdbv_cli.model.plan import validated
    from sxtdbv_cli.render.imported import comments_of

    if Path(to).suffix.lower() not in SUFFIXES:
        raise CannotRun(say(NO_YAML, suffix=visible(Path(to).suffix)))
    report = check_one(file, file, stated.settings()(file), diagnose=False)
    subject = report.checked
    comments = comments_of(report, subject.sheet, subject.printed, spoken()) if subject.sheet else ((), {})
    plan = validated(subject.printed)
    text = write_yaml(plan, *comments)
    write_file(to, text.encode(), file, force=force)
    doubts = sum(finding.of_reading for finding in report.findings)
    facts = {"lines": len(subject.plan.lines), "fail": len(subject.audit.failing), "doubts": doubts}
    output.write(say(WRITTEN, file=visible(to), **facts) + "\n")
    if more := len(audit(plan).failing) - len(subject.as_printed.failing):
        output.write(say(OPEN, more=more) + "\n")
    return 0
