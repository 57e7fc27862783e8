"""Which of the rules that lines state hold, and what they make of the lines they name; and what a closing balance is by
its name and by those of the lines beside it: the opening one and what came in, less what went out."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.plan import LineRule, Role
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.entries import Entry, Tally, weigh
from sxtdbv_cli.tables.numbering import code_in_title, without_code
from sxtdbv_cli.tables.stated_rules import Stated, Terms, bare_code, find_terms, stated_rule
from sxtdbv_cli.tables.totals.exact import slipped
from sxtdbv_cli.tables.tree.structure import Structure
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


class LineRules(NamedTuple):
    """The rules that lines state: those taken, and the lines whose rule does not hold or names nobody.

    ``roles`` are those that rules give: a difference is no part of its parent, a child taken away is a deduction.
    ``named`` are lines that do not keep a rule that no more than the names of the lines say.
    """

    rules: list[LineRule]
    equals: dict[int, str]
    roles: dict[int, Role]
    refuted: list[tuple[int, str]]
    named: list[int]


class _Finder(NamedTuple):
    """Where rules are looked for, and what was found."""

    entries: list[Entry]
    codes: list[str | None]
    parents: list[int]
    children: dict[int, list[int]]
    step: int
    found: LineRules


def find_line_rules(structure: Structure, step: int) -> LineRules:
    """The rules that lines state in words. A sum of all its child lines is no rule of its own."""
    entries, parents = structure.entries, structure.parents
    codes = [entry.code for entry in entries]
    finder = _Finder(entries, codes, parents, structure.children, step, LineRules([], {}, {}, [], []))
    for line, entry in enumerate(entries):
        if entry.unknown_sum:
            finder.found.refuted.append((line, entry.unknown_sum))
        stated = stated_rule(entry)
        if stated and not any(told(finder, line, stated) for told in (_by_numbers, _of_children, _restates)):
            _of_siblings(finder, line, stated)
        elif not stated and (closing := closing_rule(entries, finder.children[parents[line]], line)):
            _of_siblings(finder, line, closing)
            taken = [(rule.plus, rule.minus) for rule in finder.found.rules if rule.whole == line]
            finder.found.named.extend(line for terms in taken if _weigh(finder, line, terms).fails)
    return finder.found


def _by_numbers(finder: _Finder, line: int, stated: Stated) -> bool:
    """Whether a rule names lines by a second column of codes, as accounts do: *Số dư (01=02+05)*.

    It says again that the line is the sum of its child lines, is a rule of the lines beside, or is only compared, for a
    plan knows no other.
    """
    terms = find_terms(stated, range(len(finder.entries)), [_number(entry) for entry in finder.entries])
    if terms is None:
        return False
    plus, minus = ([finder.codes[other] for other in side] for side in terms)
    beside = [other for other in finder.children[finder.parents[line]] if other != line]
    named = Stated(tuple(map(bare_code, plus)), tuple(map(bare_code, minus)), stated.said)
    if [*terms[0]] == finder.children.get(line) and not minus:
        pass
    elif all((*plus, *minus)) and find_terms(named, beside, finder.codes) == terms:
        _of_siblings(finder, line, named)
    elif _weigh(finder, line, terms).fails:
        finder.found.refuted.append((line, stated.said))
    return True


def _number(entry: Entry) -> str | None:
    """What else than its code names a line: a second column of codes, or the number before its title."""
    return entry.number or (code_in_title(entry.title) or None if entry.code is None else None)


def _restates(finder: _Finder, line: int, stated: Stated) -> bool:
    """Whether a rule says again that the line above is the sum of its child lines: *the rest (1-1.1)* below 1."""
    above = finder.parents[line]
    if above < 0 or stated.run or stated.plus != (bare_code(finder.codes[above]),):
        return False
    beside = [other for other in finder.children[above] if other != line]
    taken = find_terms(Stated((), stated.minus, stated.said), beside, finder.codes)
    return taken is not None and sorted(taken[1]) == beside


def _of_children(finder: _Finder, line: int, stated: Stated) -> bool:
    """Whether a rule names child lines: those taken away are deductions, those it does not name are not added."""
    own = finder.children.get(line, [])
    terms = find_terms(stated, own, finder.codes) if own else None
    if terms is None:
        return False
    plus, minus = terms
    rest = [child for child in own if child not in plus + minus]
    as_stated = _weigh(finder, line, terms)
    everything = _weigh(finder, line, (tuple(own), ()))
    if everything.worth >= as_stated.worth:
        if as_stated.fails and (rest or minus):
            finder.found.refuted.append((line, stated.said))
    elif as_stated.fails >= as_stated.holds > 0 or (as_stated.fails and not as_stated.holds):
        finder.found.refuted.append((line, stated.said))
    else:
        finder.found.roles.update(dict.fromkeys(minus, Role.DEDUCTION))
        finder.found.roles.update(dict.fromkeys(rest, Role.MEMO))
    return True


def _of_siblings(finder: _Finder, line: int, stated: Stated) -> None:
    """Take a rule that names the lines beside; it must hold, or be off by a slip, and name the same lines in a plan."""
    beside = [other for other in finder.children[finder.parents[line]] if other != line]
    terms = find_terms(stated, beside, finder.codes)
    if terms is None or not _is_meant(finder, line, terms, stated.said):
        told = bool(stated.said) and finder.entries[line].has_figures and _may_be_rule(finder, stated)
        if told and not _holds_anywhere(finder, line, stated):
            finder.found.refuted.append((line, stated.said))
        return
    plus, minus = terms
    finder.found.rules.append(LineRule(whole=line, plus=plus, minus=minus))
    finder.found.equals[line] = _formula(terms, finder.codes)
    finder.found.roles[line] = Role.MEMO


def _may_be_rule(finder: _Finder, stated: Stated) -> bool:
    """Whether a rule names any line, or may do so: letters and numbers together (*J-7*) are the name of something."""
    names, codes = (*stated.plus, *stated.minus), {*map(bare_code, finder.codes)}
    return len({name.isalpha() for name in names}) == 1 or any(bare_code(name) in codes for name in names)


def _is_meant(finder: _Finder, line: int, terms: Terms, said: str) -> bool:
    """Whether most figures agree with a rule, half with one that is said, or a slip explains all that do not."""
    plus, minus = ([finder.entries[other] for other in side] for side in terms)
    tally = weigh(finder.entries[line], plus, finder.step, minus)
    convinces = tally.convinces or (bool(said) and tally.holds >= tally.fails)
    return convinces or slipped(finder.entries[line], plus, finder.step, minus)


def _holds_anywhere(finder: _Finder, line: int, stated: Stated) -> bool:
    """Whether a rule names lines of other sections and agrees with them; a plan knows no such rule."""
    others = [other for other in range(len(finder.entries)) if other != line]
    terms = find_terms(stated, others, finder.codes)
    return terms is not None and not _weigh(finder, line, terms).fails


def _weigh(finder: _Finder, line: int, terms: Terms) -> Tally:
    plus, minus = ([finder.entries[other] for other in side] for side in terms)
    return weigh(finder.entries[line], plus, finder.step, minus)


def _formula(terms: Terms, codes: Sequence[str | None]) -> str:
    plus, minus = terms
    return " + ".join(str(codes[line]) for line in plus) + "".join(f" - {codes[line]}" for line in minus)


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
