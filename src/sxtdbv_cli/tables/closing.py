"""What a closing balance is by its name and by those of the lines beside it: the opening one and what came in, less
what went out (*Số dư đầu kỳ*, *Tổng thu*, *Tổng chi*, *Số dư cuối kỳ*)."""

from collections.abc import Sequence

from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.numbering import without_code
from sxtdbv_cli.tables.stated_rules import Stated
from sxtdbv_cli.text.saying import says

_BALANCE = r"(kinh phi |so |tong )*(so du|du|ton|ket du|con)\b"
_KINDS = {
    "closes": says(
        rf"{_BALANCE}.*\b(cuoi (ky|nam|quy|thang)|chuyen (sang )?(nam|ky|quy|thang) sau)\b.*|"
        r"(closing|ending) (cash |fund )?balance.*",
        plain,
    ),
    "opens": says(
        rf"{_BALANCE}.*\b(dau (ky|nam|quy|thang)|(nam|ky|quy|thang) truoc( (chuyen|mang) sang)?)\b.*|"
        r"(opening|beginning) (cash |fund )?balance.*",
        plain,
    ),
    "adds": says(r"(tong |so |cac khoan )*(thu|tang|nhap)\b.*|(total )?(receipts|income|revenues?)\b.*", plain),
    "takes": says(
        r"(tong |so |da |cac khoan )*(chi|giam|xuat|su dung)\b.*|(total )?(payments|expenditures?|expenses)\b.*", plain
    ),
}


def closing_rule(entries: Sequence[Entry], beside: Sequence[int], line: int) -> Stated | None:
    """The rule of a closing balance that is the last of lines side by side, where an opening one is the first and what
    is added and taken away stands between; None of any other line. The table does not say it: it is to be weighed."""
    if line != beside[-1] or _kind(entries[line]) != "closes":
        return None
    before = beside[:-1]
    kinds = [_kind(entries[other]) for other in before]
    if kinds[:1] != ["opens"] or {*kinds[1:]} != {"adds", "takes"}:
        return None
    plus = tuple(entries[other].code or "" for other, kind in zip(before, kinds, strict=True) if kind != "takes")
    minus = tuple(entries[other].code or "" for other, kind in zip(before, kinds, strict=True) if kind == "takes")
    return Stated(plus, minus, "") if all((*plus, *minus)) else None


def _kind(entry: Entry) -> str:
    """What the name of a line says of it; empty where it says nothing."""
    title = without_code(entry.title)
    return next((kind for kind, says_so in _KINDS.items() if says_so(title)), "")
