"""``sxtdbv annotate``: the user's own workbook back, its wrong cells coloured and commented."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._settings import check_all
from sxtdbv_cli.commands._shared import argument, style
from sxtdbv_cli.commands._stated import Stated, states
from sxtdbv_cli.commands._write import CHANGED, Force, Output, write_file
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say, spoken
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible

if TYPE_CHECKING:
    from sxtdbv_cli.model.report import Report

HELP = Text(
    "Chép sổ tính ra bản mới: ô sai được tô màu và chú thích, thêm trang liệt kê phát hiện. Tệp gốc giữ nguyên.",
    "Copy a workbook, its wrong cells coloured and commented, with a sheet of findings. The original is never touched.",
)
FILE = Text("Sổ tính (.xlsx, .xlsm).", "Workbook (.xlsx, .xlsm).")
NO_TYPE = Text(
    "không chú thích được tệp loại “{suffix}”, chỉ được {known}; hãy lưu tệp sang loại đó trước",
    "files of type “{suffix}” cannot be annotated, only {known}; save the file as one of these first",
)
OTHER_TYPE = Text(
    "bản chép phải cùng loại với tệp gốc ({suffix}): đổi loại sẽ làm mất nội dung",
    "the copy must be of the type of the original ({suffix}): anything else would lose what is in it",
)
NOT_USUAL = Text(
    "sổ tính được dựng khác thường ({part}) nên không chú thích được; hãy mở bằng phần mềm bảng tính rồi lưu lại",
    "the workbook is built unusually ({part}) and cannot be annotated; open it in a spreadsheet and save it again",
)
WRITTEN = Text("Đã ghi {file}: {counts}.", "Wrote {file}: {counts}.")
SUFFIXES = (".xlsx", ".xlsm")


@states()
def run(
    file: Annotated[str, argument(FILE, "FILE")],
    to: Output,
    force: Force = False,
    *,
    stated: Stated,
) -> int:
    """Write the copy; exit code 1 where there are errors, as ``sxtdbv check`` gives it."""
    from sxtdbv_cli.files.read import read_bytes
    from sxtdbv_cli.render.verdict import counts

    _check_types(file, to)
    content = read_bytes(file)
    reports = check_all([(file, file, stated.settings()(file))])
    if any(report.faults for report in reports):
        return 2
    if read_bytes(file) != content:
        raise CannotRun(say(CHANGED))
    write_file(to, _annotated(content, reports), file, force=force)
    for report in reports:
        output.write(say(WRITTEN, file=visible(report.named(to)), counts=counts(report, spoken())) + "\n")
    return max(report.exit_code() for report in reports)


def _check_types(file: str, to: str) -> None:
    """Raise CannotRun for a file of a type that cannot be annotated, and for a copy of another type."""
    suffix = Path(file).suffix.lower()
    if suffix not in SUFFIXES:
        raise CannotRun(say(NO_TYPE, suffix=visible(suffix), known=", ".join(SUFFIXES)))
    if Path(to).suffix.lower() != suffix:
        raise CannotRun(say(OTHER_TYPE, suffix=suffix))


def _annotated(content: bytes, reports: "Sequence[Report]") -> bytes:
    """The copy; what it cannot have is said first."""
    import sys

    from sxtdbv_cli.render.annotation.package import NotUsual
    from sxtdbv_cli.render.annotation.workbook import annotate, losses

    try:
        for lost in losses(content, reports):
            output.write(f"{say(lost)}\n", stream=sys.stderr)
        return annotate(content, reports, style())
    except NotUsual as odd:
        raise CannotRun(say(NOT_USUAL, part=visible(str(odd)))) from None
