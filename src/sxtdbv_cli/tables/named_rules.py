"""What a line is by its name and by those of the lines beside it: a closing balance the opening one and what came in,
less what went out; what is left, what came in less what went out. The table does not say it: it is to be weighed."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from sxtdbv_cli.model.results import names_result
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.numbering import without_code
from sxtdbv_cli.tables.stated_rules import Terms
from sxtdbv_cli.tables.words.totals import CLOSES_ABROAD, CLOSES_ON_DAY, OPENS_ABROAD, OPENS_ON_DAY
from sxtdbv_cli.tables.words.two_sides import ADDS_ABROAD, TAKES_ABROAD
from sxtdbv_cli.text.saying import says

PAIR = 2
"""What came in and what went out."""
BETWEEN = 3
"""So many lines at most stand between what is left and the opening balance, the first among them."""
_BALANCE = r"(kinh phi |so |tong )*(so du|du|ton|ket du|con)\b"
_HELD = r"((fund |bank |total )?balances?|cash( and cash equivalents)?|net assets|net position|reserves?)"
_SUM = r"(total\w*|gesamt|somm[ae]|sum\w*|jumlah|razem)? ?(d\w{1,3} |las? |los )*"
_KINDS = {
    "closes": says(
        rf"{_BALANCE}.*\b(cuoi (ky|nam|quy|thang)|chuyen (sang )?(nam|ky|quy|thang) sau)\b.*|"
        rf"(closing|ending) (cash |fund )?balance.*|{_HELD},?( at)?( the)? end\b.*|"
        rf"{_HELD} (carried forward|c ?/ ?(d|fwd|f))\b.*|{CLOSES_ABROAD}|{CLOSES_ON_DAY}",
        plain,
    ),
    "opens": says(
        rf"{_BALANCE}.*\b(dau (ky|nam|quy|thang)|(nam|ky|quy|thang) truoc( (chuyen|mang) sang)?)\b.*|"
        rf"(opening|beginning) (cash |fund )?balance.*|{_HELD},?( at)?( the)? (beginning|start)\b.*|"
        rf"{_HELD} (brought forward|b ?/ ?(d|fwd|f))\b.*|"
        rf"{OPENS_ABROAD}|{OPENS_ON_DAY}",
        plain,
    ),
    "adds": says(
        r"(tong |so |cong |cac khoan )*((doanh )?thu|tang|nhap)\b.*|(total )?(receipts|income|revenues?|deposits)\b.*|"
        rf"{_SUM}({ADDS_ABROAD})\b.*",
        plain,
    ),
    "takes": says(
        r"(tong |so |da |cong |cac khoan )*(chi|giam|xuat|su dung)\b.*|"
        r"(total )?(payments|expenditures?|expenses|outgoings|disbursements|withdrawals)\b.*|"
        r"(less|minus|(giam |khau )?tru|da (tam )?ung)\b.*|"
        rf"{_SUM}({TAKES_ABROAD})\b.*",
        plain,
    ),
    "left": says(
        r"(amount|total) (due|payable)|con phai (tra|thu|nop|thanh toan)\b.*|"
        r"(so du|ton( quy)?|ket du|can doi( thu,?( -)? chi)?|(tong )?lai( rong| gop| thuan)?)",
        plain,
    ),
}

_is_other = says(
    r"\b(boi|tham hut|thieu|deficit|loss|fehlbetrag|verlust|perte|perdida|excess of (exp\w+|payments))\b|"
    r"\bphan (lai|lo|loi nhuan)\b|\bshare of\b|\b[0-3]?\d[-./][01]?\d[-./](19|20)?\d\d\b",
    plain,
    within=True,
)
"""Whether a line is called what is lacking, which is counted the other way round, a share in another's profit, or what
is there on a day."""

_is_either = says(
    r"\b(surplus|profit|thang du|boi thu|lai|gewinn|uberschuss|excedent|benefice|superavit|utilidad|ganancia)\b.{1,9}"
    r"\b(deficit|loss|tham hut|boi chi|lo|verlust|fehlbetrag|perte|perdida)\b",
    plain,
    within=True,
)
"""Whether it is called what is left, or lacking where that is below nought: *Surplus / (deficit)*."""


def named_terms(entries: Sequence[Entry], beside: Sequence[int], line: int) -> Iterator[Terms]:
    """What a line behind others beside it may add and take away by all their names, the likeliest first."""
    behind = entries[line].total and len(beside) > PAIR and beside[PAIR] == line
    net = behind and is_net(entries[line], [entries[other] for other in beside[:PAIR]])
    kind = "left" if net else kind_of(entries[line])
    if kind not in {"closes", "left"}:
        return
    if kind == "closes" and (carried := _carried(entries, beside, line)):
        yield carried, ()
    before, last = _before(entries, beside, line, {"closes"} if kind == "closes" else {"closes", "left"})
    opens = [other for other in before[:1] if kind_of(entries[other]) == "opens"]
    moves = before[len(opens) :]
    kinds = {other: _moves(entries[other]) for other in moves}
    if moves and not kinds[moves[0]] and entries[moves[0]].total:
        kinds[moves[0]] = "adds"  # *Total*, *Less advance*, *Amount due*
    moved = {*kinds.values()}
    if moved != {"adds", "takes"} and not (opens and moved == {"adds"}):
        return
    if not all(entries[other].has_figures for other in moves):
        return
    taken = [other for other in moves if kinds[other] == "takes"]
    if any(_is_below_nought(entries[other]) for other in taken):  # they state that they are taken away
        taken = [other for other in taken if not _is_below_nought(entries[other]) and any(entries[other].figures)]
    added = [other for other in moves if other not in taken]
    for first in ([], opens or last) if kind == "left" else [opens]:
        if first or kind == "left":
            yield (*first, *added), tuple(taken)
    if kind == "left" and moves[0] in taken and sum(map(bool, entries[line].figures)) >= BETWEEN:
        yield tuple(taken), tuple(added)  # *Lasten*, *Baten*, *Resultaat*: what is to be paid for


def is_net(total: Entry, lines: Sequence[Entry]) -> bool:
    """Whether a total is exactly what came in less what went out, the only two lines before it: *Income*, *Outgoings*,
    *Total*."""
    if len(lines) != PAIR or [*map(kind_of, lines)] != ["adds", "takes"] or not any(total.figures):
        return False
    columns = zip(lines[0].figures, lines[1].figures, total.figures, strict=True)
    return all((came or 0) - (went or 0) == (left or 0) for came, went, left in columns)


def _carried(entries: Sequence[Entry], beside: Sequence[int], line: int) -> tuple[int, ...]:
    """The lines right before a closing balance, from what is left to the opening balance: *Net change*, *Fund balance,
    July 1*, *Fund balance, June 30*; few may stand between, such as transfers."""
    at = bisect_left(beside, line)
    if not at or kind_of(entries[beside[at - 1]]) != "opens":
        return ()
    for start in range(at - 2, max(at - 2 - BETWEEN, -1), -1):
        if kind_of(entries[beside[start]]) == "left":
            lines = tuple(beside[start:at])
            return lines if all(entries[other].has_figures for other in lines) else ()
    return ()


def _before(entries: Sequence[Entry], beside: Sequence[int], line: int, ends: Set[str]) -> tuple[list[int], list[int]]:
    """The lines beside before one, from behind the last of the same kind on, and that one; not what is left in
    between."""
    before: list[int] = []
    last: list[int] = []
    for place in range(bisect_left(beside, line) - 1, -1, -1):
        kind = kind_of(entries[beside[place]])
        if kind in ends:
            last = [beside[place]]
            break
        before += [beside[place]] if kind != "left" else []
    return before[::-1], last


def _moves(entry: Entry) -> str:
    """Whether a line adds or takes away, by its sign or its name."""
    if _is_below_nought(entry):
        return "takes"
    return "adds" if entry.title.startswith("+") else kind_of(entry)


def _is_below_nought(entry: Entry) -> bool:
    """Whether all that a line states is below nought, or nought."""
    return any(entry.figures) and max(figure or 0 for figure in entry.figures) <= 0


def kind_of(entry: Entry) -> str:
    """What the name of a line says of it; empty where it says nothing."""
    title = without_code(entry.title)
    said = next((kind for kind, says_so in _KINDS.items() if says_so(title)), "")
    return said or ("left" if names_result(title) and (_is_either(title) or not _is_other(title)) else "")
