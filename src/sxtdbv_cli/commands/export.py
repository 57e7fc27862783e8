"""``sxtdbv export``: a plan as a workbook, a CSV or a document."""

from pathlib import Path
from typing import Annotated

from sxtdbv_cli import discover
from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._settings import check_one
from sxtdbv_cli.commands._shared import argument, style
from sxtdbv_cli.commands._stated import Stated, states
from sxtdbv_cli.commands._write import Force, Output, write_file
from sxtdbv_cli.files.shipped import plan_file
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say, spoken
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible

HELP = Text(
    "Xuất kế hoạch ra sổ tính (.xlsx, các ô tổng là công thức tự tính lại), CSV hoặc văn bản (.docx).",
    "Write a plan as a workbook (.xlsx) with live sums, as CSV, or as a document (.docx).",
)
FILE = Text("Tệp kế hoạch (mặc định: data/plan_2022_2025.yaml).", "Plan file (default: data/plan_2022_2025.yaml).")
NO_TYPE = Text(
    "không xuất được tệp loại “{suffix}”; các loại xuất được: {known}",
    "files of type “{suffix}” cannot be written; those that can: {known}",
)
WRITTEN = Text(
    "Đã ghi {file}: {lines:d} dòng, {fail:d} phép cộng không khớp.",
    "Wrote {file}: lines {lines:d}, sums that fail {fail:d}.",
)
PACKAGE = "sxtdbv_cli.render.export"


@states()
def run(
    to: Output,
    file: Annotated[str | None, argument(FILE, "[PLAN]")] = None,
    force: Force = False,
    *,
    stated: Stated,
) -> int:
    """Write the file; exit code 0 whether or not the sums of the plan hold."""
    from sxtdbv_cli.render.export import DoesNotFit

    suffix, known = Path(to).suffix.lower(), discover.names(PACKAGE)
    if suffix[1:] not in known:
        raise CannotRun(say(NO_TYPE, suffix=visible(suffix), known=", ".join(f".{name}" for name in known)))
    source, called = plan_file(file)
    report = check_one(source, called, stated.settings()(called))
    try:
        content = discover.load(PACKAGE, suffix[1:]).render(report, style())
    except DoesNotFit as large:
        raise CannotRun(visible(large.message.say(spoken(), large.facts))) from None
    write_file(to, content, source, force=force)
    facts = {"lines": len(report.checked.plan.lines), "fail": len(report.checked.audit.failing)}
    output.write(say(WRITTEN, file=visible(to), **facts) + "\n")
    return 0
