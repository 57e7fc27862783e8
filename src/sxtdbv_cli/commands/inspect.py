"""``sxtdbv inspect``: what was understood of a table, and how sure that is."""

from typing import Annotated

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._formats import OutputFile, format_option, targets, write
from sxtdbv_cli.commands._settings import check_all
from sxtdbv_cli.commands._shared import TableFile, style
from sxtdbv_cli.commands._stated import Stated, states
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible

HELP = Text(
    "Cho xem đã hiểu bảng trong tệp thế nào: trang, cột, đơn vị, cấp của dòng, chỗ chưa chắc.",
    "Show what was understood of the table in a file: sheet, columns, unit, levels, doubts.",
)
NO_TABLE = Text(
    "{file} là tệp kế hoạch: không có bảng nào để nhận dạng; xem bằng sxtdbv summary",
    "{file} is a plan file: there is no table to recognise; look at it with sxtdbv summary",
)
PACKAGE = "sxtdbv_cli.render.inspect"


@states()
def run(
    file: TableFile,
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: OutputFile = "",
    *,
    stated: Stated,
) -> int:
    """Print what was understood; exit code 0 as long as a table was read."""
    settings = stated.settings()
    wanted = targets(format, output, [file])
    reports = check_all([(file, file, settings(file))], diagnose=False)
    if any(report.subject is not None and report.subject.sheet is None for report in reports):
        raise CannotRun(say(NO_TABLE, file=visible(file)))
    if any(report.subject for report in reports) or any(target.name != "terminal" for target in wanted):
        write(PACKAGE, wanted, reports, style())
    return max(2 * bool(report.faults) for report in reports)
