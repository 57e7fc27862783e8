"""``sxtdbv fix``: put wrong amounts right, or record them as errata."""

import datetime
from typing import TYPE_CHECKING, Annotated

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._doubt import Budget, Trust, cells_named
from sxtdbv_cli.commands._edits import edits
from sxtdbv_cli.commands._settings import doubt_of
from sxtdbv_cli.commands._shared import argument, flag, option, style
from sxtdbv_cli.commands._stated import CONFIGURED, Stated, states
from sxtdbv_cli.commands._write import DONE, NO_INPUT, NOT_DONE, Write, day, write_over
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sxtdbv_cli.files.loaded import Loaded
    from sxtdbv_cli.fix import Mended, Record
    from sxtdbv_cli.model.audit import Audit
    from sxtdbv_cli.model.edit import Edit

HELP = Text(
    "Sửa những số ghi sai trong tệp kế hoạch, hoặc ghi thành đính chính. Chỉ hiện thay đổi; --write mới ghi vào tệp.",
    "Put wrong amounts of a plan file right, or record errata. Shows the change; --write makes it.",
)
FILE = Text("Tệp kế hoạch (.yaml).", "Plan file (.yaml).")
CHOOSE = Text(
    "Chọn cách giải thích thứ N của cụm số CỤM, theo số thứ tự mà “sxtdbv diagnose” hiện ra.",
    "Take explanation N of cluster CLUSTER, numbered as “sxtdbv diagnose” shows them.",
)
SET = Text(
    "Tự nêu số đúng của một ô, ví dụ III/A:total=6.325.000.000. Không kèm --choose thì chỉ sửa các ô nêu ra.",
    "State an amount by hand, such as III/A:total=6.325.000.000. Without --choose nothing else is changed.",
)
AS_ERRATA = Text("Ghi đính chính (errata), giữ nguyên số đã in.", "Record errata; the printed figures stay.")
REASON = Text("Lý do đính chính (cần có khi dùng --as-errata).", "The reason (needed with --as-errata).")
BY = Text("Người hoặc cơ quan đính chính.", "Who corrects.")
DATE = Text("Ngày đính chính, ví dụ 2022-08-01 (mặc định: hôm nay).", "The date, such as 2022-08-01 (default: today).")

ONLY_YAML = Text(
    "chỉ sửa được tệp kế hoạch .yaml; hãy chuyển tệp sang dạng đó trước bằng sxtdbv import, hoặc dùng sxtdbv annotate "
    "để đánh dấu ô sai trong sổ tính",
    "only plan files (.yaml) can be mended; turn the file into one with sxtdbv import, or have the wrong cells of a "
    "workbook marked by sxtdbv annotate",
)
NEEDS_REASON = Text("--as-errata cần --reason “lý do”", "--as-errata needs --reason “...”")
NEEDS_ERRATA = Text(
    "{option} chỉ dùng với --as-errata; thiếu nó thì số đã in sẽ bị sửa",
    "{option} goes with --as-errata; without that the printed figures would be changed",
)
NOTHING = Text("Không có gì để sửa: không có phép cộng nào không khớp.", "There is nothing to mend: no sum fails.")
SAME = Text("Không có gì để sửa: tệp đã ghi đúng số đó.", "There is nothing to change: the file states that already.")
NOT_CERTAIN = Text(
    "Không có chỗ nào đủ chắc chắn để tự sửa. “sxtdbv diagnose” hiện các khả năng; chọn bằng --choose hoặc --set.",
    "Nothing is certain enough to be mended by itself. “sxtdbv diagnose” shows what is possible: --choose or --set.",
)
BREAKS = Text(
    "thay đổi này làm sai một phép cộng đang khớp ({sums}); không có gì được ghi",
    "the change would break a sum that holds ({sums}); nothing was written",
)
NOT_THERE = Text(
    "ô {name} không có trong tệp (để trống); hãy tự thêm vào tệp",
    "the cell {name} is not in the file (it is left out); add it by hand",
)
REFUSED = {
    "BLANK": Text(
        "ô {name} để trống: không có số đã in để đính chính; hãy điền vào tệp (bỏ --as-errata)",
        "the cell {name} is blank: there is no printed figure to correct; fill it in the file (without --as-errata)",
    ),
    "NOT_ALONE": Text(
        "nhiều dòng cùng có tên {line}, đính chính không chỉ rõ được dòng nào; hãy cho mỗi dòng một số thứ tự riêng, "
        "hoặc sửa số trong tệp (bỏ --as-errata)",
        "several lines are named {line}, an erratum cannot say which is meant; give each line a code of its own, "
        "or change the figure in the file (without --as-errata)",
    ),
    "CORRECTED": Text(
        "ô {name} đã có đính chính trong tệp; hãy sửa hoặc bỏ đính chính đó (khóa errata)",
        "an erratum in the file corrects the cell {name} already; change or remove it there (the key errata)",
    ),
}
NO_ROOM = Text(
    "không chèn được đính chính vào tệp viết theo cách này; tệp vẫn như cũ, hãy tự thêm vào tệp "
    "(khóa errata: ở mức ngoài cùng, mỗi đính chính một mục bắt đầu bằng “- ”)",
    "errata cannot be added to a file written in this way; it is as it was, add the entries by hand "
    "(the key errata: at the top level, each entry begins with “- ”)",
)
REST = Text(
    "Những chỗ còn lại chưa đủ chắc chắn để tự sửa: xem “sxtdbv diagnose”, rồi chọn bằng --choose hoặc --set.",
    "The rest is not certain enough to be mended by itself: see “sxtdbv diagnose”, then --choose or --set.",
)
SUMS = Text(
    "Phép cộng không khớp: trước {before:d}, sau {after:d} (trên {total:d}).",
    "Sums that fail: {before:d} before, {after:d} after (of {total:d}).",
)


@states(*CONFIGURED)
def run(
    file: Annotated[str, argument(FILE, "FILE")],
    write: Write = False,
    choose: Annotated[list[str] | None, option(CHOOSE, "CLUSTER=N")] = None,
    set: Annotated[list[str] | None, option(SET, "PATH:COLUMN=AMOUNT")] = None,
    as_errata: Annotated[bool, flag(AS_ERRATA, "--as-errata")] = False,
    reason: Annotated[str, option(REASON, "TEXT")] = "",
    by: Annotated[str, option(BY, "TEXT")] = "",
    date: Annotated[str, option(DATE, "DATE")] = "",
    trust: Trust = None,
    budget: Budget = None,
    *,
    stated: Stated,
) -> int:
    """Show the change, or make it. Exit code 0 when no sum of the file fails any more."""
    from sxtdbv_cli.check import check_plan
    from sxtdbv_cli.files.read import STANDARD_INPUT
    from sxtdbv_cli.files.text_file import encoded

    if write and file == STANDARD_INPUT:
        raise CannotRun(say(NO_INPUT))
    settings = stated.settings(trust=trust, budget=budget)(file)
    record = _record(as_errata, reason, by, date)
    content, loaded = _loaded(file)
    with cells_named(settings):
        report = check_plan(loaded, (), doubt_of(settings))
    wanted = edits(report, choose or [], set or [])
    failing = bool(report.subject and report.subject.audit.failing)
    if not wanted:
        output.write(say(SAME if set else NOT_CERTAIN if failing else NOTHING) + "\n")
        return int(failing)
    mended = _mended(loaded, wanted, record)
    after = _show(mended, file)
    if write:
        write_over(file, content, encoded(mended.after, content))
    output.write(say(DONE if write else NOT_DONE, file=file) + "\n")
    return int(bool(after.failing) if write else failing)


def _loaded(file: str) -> "tuple[bytes, Loaded]":
    """The bytes of a plan file, and what they say."""
    from sxtdbv_cli.files import read, yaml

    if read.file_type(file) is not yaml:
        raise CannotRun(say(ONLY_YAML))
    content = read.read_bytes(file)
    return content, yaml.parse(content, file)


def _show(mended: "Mended", file: str) -> "Audit":
    """Print a change and what it does to the sums; gives how they come out then."""
    from sxtdbv_cli.render.screen import patch

    output.write(patch(mended.before, mended.after, file, style()))
    before, after = mended.effect
    output.write(say(SUMS, before=len(before.failing), after=len(after.failing), total=after.total) + "\n")
    if after.failing:
        output.write(say(REST) + "\n")
    return after


def _record(as_errata: bool, reason: str, by: str, date: str) -> "Record | None":
    """What to record with errata; None where figures are changed instead."""
    from sxtdbv_cli.fix import Record

    if not as_errata:
        for option_, text in {"--reason": reason, "--by": by, "--date": date}.items():
            if text:
                raise CannotRun(say(NEEDS_ERRATA, option=option_))
        return None
    if not reason.strip():
        raise CannotRun(say(NEEDS_REASON))
    when = day(date, "2022-08-01") or datetime.datetime.now().astimezone().date()
    return Record(reason, by or None, when)


def _mended(loaded: "Loaded", wanted: "Sequence[Edit]", record: "Record | None") -> "Mended":
    """The new text of the file.

    Raises:
        CannotRun: the change cannot be written, or would break a sum that holds; says which and what to do.
    """
    from sxtdbv_cli import fix
    from sxtdbv_cli.files.yaml.amend import NotThere
    from sxtdbv_cli.files.yaml.entries import NoRoom
    from sxtdbv_cli.render.diagnosis.record import names_of

    try:
        mended = fix.mend(loaded, wanted, record)
    except NotThere as missing:
        raise CannotRun(say(NOT_THERE, name=names_of(loaded.plan, [missing.edit.cell]))) from None
    except fix.Refused as refused:
        name = names_of(loaded.plan, [refused.edit.cell])
        raise CannotRun(say(REFUSED[refused.why.name], name=name, line=name.rpartition(":")[0])) from None
    except NoRoom:
        raise CannotRun(say(NO_ROOM)) from None
    if mended.effect.broken:
        cells = [balance.sum.whole for balance in mended.effect.broken]
        raise CannotRun(say(BREAKS, sums=names_of(loaded.plan, cells)))
    return mended
