"""Which of the rules that lines state hold, or that no more than their names say, and what they make of the lines they
name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.plan import NOWHERE, LineRule, Role, is_mark, line_paths
from sxtdbv_cli.model.results import names_result
from sxtdbv_cli.tables.entries import Entry, Tally, sums, weigh
from sxtdbv_cli.tables.named_rules import named_terms
from sxtdbv_cli.tables.numbering import code_in_title, without_code
from sxtdbv_cli.tables.stated_rules import Among, Stated, Terms, among, bare_code, find_terms, stated_rule
from sxtdbv_cli.tables.totals.exact import SAID, TOLD, slipped
from sxtdbv_cli.tables.totals.group import NEAR
from sxtdbv_cli.tables.tree.adding import added_up
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.totals import is_total

_SIGNS = "+-–− "
_FEW_TURNED = 5
"""A column of so many that adds what the others take away is no variance."""


class LineRules(NamedTuple):
    """The rules that lines state: those taken, and the lines whose rule does not hold or names nobody.

    ``roles`` are those that rules give: a difference is no part of its parent, a child taken away is a deduction.
    ``named`` are lines that do not keep a rule that no more than the names of the lines say; ``unlike`` are those that
    are far from one, which was not taken. Both with that rule.
    """

    rules: list[LineRule]
    equals: dict[int, str]
    roles: dict[int, Role]
    refuted: list[tuple[int, str]]
    named: list[tuple[int, str]]
    unlike: list[tuple[LineRule, str]]


@dataclass(frozen=True)
class _Finder:
    """Where rules are looked for, and what was found."""

    entries: list[Entry]
    codes: list[str | None]
    parents: list[int]
    children: dict[int, list[int]]
    step: int
    found: LineRules
    closing: Among
    """The sections without a code by that of the total that gave them its figures."""

    @cached_property
    def paths(self) -> list[str]:
        """How a plan names each line; worked out once, for a table may have thousands of balances."""
        return line_paths(self.codes, self.parents)

    @cached_property
    def numbers(self) -> list[str | None]:
        """What else than its code names each line."""
        return [_number(entry) for entry in self.entries]

    @cached_property
    def by_row(self) -> dict[int, int]:
        """The line whose figures stand in each row."""
        return {entry.figures_row: line for line, entry in enumerate(self.entries)}

    @cached_property
    def below(self) -> Callable[[int], Among]:
        """The lines right below one, by their codes."""
        return cache(lambda parent: among(self.children.get(parent, ()), self.codes))

    @cached_property
    def numbered_below(self) -> Callable[[int], Among]:
        """The same by what else names them."""
        return cache(lambda parent: among(self.children.get(parent, ()), self.numbers))

    @cached_property
    def coded(self) -> Among:
        """All lines by their codes."""
        return among(range(len(self.entries)), self.codes)

    @cached_property
    def numbered(self) -> Among:
        """All lines by what else names them."""
        return among(range(len(self.entries)), self.numbers)


def find_line_rules(structure: Structure, step: int) -> LineRules:
    """The rules that lines state in words. A sum of all its child lines is no rule of its own."""
    entries, parents = structure.entries, structure.parents
    codes = [entry.code for entry in entries]
    ends = {line.row: total.code for line, total in structure.outcome.merged if not line.code}
    closing = among(range(len(entries)) if ends else (), [ends.get(entry.row, entry.code) for entry in entries])
    finder = _Finder(entries, codes, parents, structure.children, step, LineRules([], {}, {}, [], [], []), closing)
    for line, entry in enumerate(entries):
        if entry.said_sum:
            added = tuple(other for other, one in enumerate(entries) if one.row in entry.adds)
            if not _by_terms(finder, line, Stated((), (), entry.said_sum), (added, ()) if added else None):
                finder.found.refuted.append((line, entry.said_sum))
            continue
        stated = stated_rule(entry)
        stated = _spanned(finder, line, stated) if stated and not stated.run else stated
        if stated and not any(told(finder, line, stated) for told in (_by_numbers, _of_children, _restates, _by_ends)):
            _of_siblings(finder, line, stated)
        elif not stated and entry.has_figures and not _is_counted(structure, line) and not _by_formulas(finder, line):
            _by_names(finder, line)
    _by_titles(finder, structure.roles)
    _by_sums(finder, structure)
    found = finder.found  # what is taken away by its name may be written below nought, and added
    return found._replace(unlike=[(rule, said) for rule, said in found.unlike if rule.whole not in found.equals])


def _spanned(finder: _Finder, line: int, stated: Stated) -> Stated:
    """A rule such as *(1-6)*, as forms of the European Union state the subtotal of their lines: all from the one to the
    other, where these come to the line and the difference does not."""
    run = stated._replace(plus=stated.plus + stated.minus, minus=(), run=True)
    for above in (line, finder.parents[line]) if len(stated.plus) == len(stated.minus) == 1 else ():
        for names, known in ((finder.codes, finder.below), (finder.numbers, finder.numbered_below)):
            less, terms = (find_terms(one, known(above), but=line) for one in (stated, run))
            if less and terms and _weigh(finder, line, less).fails and _weigh(finder, line, terms).proves:
                return Stated(tuple(bare_code(names[other]) for other in terms[0]), (), stated.said)
    return stated


def _by_titles(finder: _Finder, roles: Sequence[Role]) -> None:
    """Take lines that divide a total once more, called as lines of its sections are (*Ngân sách tỉnh*), for the sums of
    these, where that comes out for half of them."""
    views = [line for line, role in enumerate(roles) if role is Role.MEMO and _stands_apart(finder, line)]
    titles = {finder.entries[line].title for line in views}
    named = by_key(
        (entry.title, line)
        for line, entry in enumerate(finder.entries if titles else ())
        if entry.title in titles and roles[line] is Role.PART and finder.parents[line] != NOWHERE
    )
    terms: dict[int, Terms] = {line: (tuple(named.get(finder.entries[line].title, ())), ()) for line in views}
    held = sum(_weigh(finder, line, one).convinces for line, one in terms.items() if one[0])
    if len(views) == len(titles) > 1 and 2 * held >= len(views) and all(one[0] for one in terms.values()):
        for line, one in terms.items():
            _take(finder, line, one)


def _by_sums(finder: _Finder, structure: Structure) -> None:
    """Take lines called results, *Ordentliches Ergebnis*, for what those right before them come to, an earlier result
    among them, by figures that no coincidence gives, or that the line above them and all has too; some may be rounded.
    Where all lines come to the one above them none is left out."""
    for parent, lines in finder.children.items():
        for one in added_up(structure, lines, rounded=True) if not structure.tally_of(parent).proves else ():
            terms = tuple(one.parts), ()
            other = one.line in finder.found.equals or _is_counted(structure, one.line)
            figured = all(finder.entries[part].has_figures for part in one.parts)
            entry = finder.entries[one.line]
            named = names_result(entry.title) or (entry.is_numbered and is_total(without_code(entry.title)))
            above = finder.entries[parent].figures if parent != NOWHERE else ()
            again = len(lines) == len(one.parts) + 1 and entry.figures == above
            named = named and (one.sure or again) and figured and not other
            if named and _weigh(finder, one.line, terms).convinces:
                _take(finder, one.line, terms)


def _stands_apart(finder: _Finder, line: int) -> bool:
    """Whether a line at the top has figures and neither a number, nor lines below it, nor a rule of its own."""
    entry, top = finder.entries[line], finder.parents[line] == NOWHERE
    return (
        top and entry.has_figures and not (entry.is_numbered or line in finder.children or line in finder.found.equals)
    )


def _by_numbers(finder: _Finder, line: int, stated: Stated) -> bool:
    """Whether a rule names lines by a second column of codes, as accounts do: *Số dư (01=02+05)*."""
    return _by_terms(finder, line, stated, find_terms(stated, finder.numbered))


def _by_formulas(finder: _Finder, line: int) -> bool:
    """Take for a rule what most formulas of a line add, several lines beside it, where half its figures agree."""
    added = tuple(sorted(finder.by_row.get(row, NOWHERE) for row in finder.entries[line].adds))
    said = len(added) > 1 and NOWHERE not in added and line not in finder.children
    if not (said and _are_beside(finder, line, (added, ())) and _is_meant(finder, line, (added, ()), "=")):
        return False
    _take(finder, line, (added, ()))
    return True


def _by_ends(finder: _Finder, line: int, stated: Stated) -> bool:
    """Whether a rule names sections by the codes of their totals: *(50 = 20+30+40)*."""
    return _by_terms(finder, line, stated, find_terms(stated, finder.closing))


def _by_terms(finder: _Finder, line: int, stated: Stated, terms: Terms | None) -> bool:
    """Whether a rule names lines otherwise than by their codes. It says again that the line is the sum of its child
    lines, is a rule of the lines beside, or is only compared, for a plan knows no other."""
    if terms is None:
        return False
    plus, minus = ([finder.codes[other] for other in side] for side in terms)
    named = Stated(tuple(map(bare_code, plus)), tuple(map(bare_code, minus)), stated.said)
    if [*terms[0]] == finder.children.get(line) and not minus:
        pass
    elif all((*plus, *minus)) and find_terms(named, finder.below(finder.parents[line]), but=line) == terms:
        _of_siblings(finder, line, named)
    elif _are_beside(finder, line, terms) and _is_meant(finder, line, terms, stated.said):
        _take(finder, line, terms)
    elif _weigh(finder, line, terms).fails:
        finder.found.refuted.append((line, stated.said))
    return True


def _are_beside(finder: _Finder, line: int, terms: Terms) -> bool:
    """Whether a rule names lines beside the one that states it, and not that."""
    parent = finder.parents[line]
    return all(finder.parents[other] == parent and other != line for side in terms for other in side)


def _number(entry: Entry) -> str | None:
    """What else than its code names a line: a second column of codes, or the number before its title, written
    otherwise than its code."""
    number = code_in_title(entry.title) or None
    alone = not entry.code or entry.code.isdecimal() != (number or "").isdecimal()
    return entry.number or (number if alone else None)


def _restates(finder: _Finder, line: int, stated: Stated) -> bool:
    """Whether a rule says again that the line above is the sum of its child lines: *the rest (1-1.1)* below 1."""
    above = finder.parents[line]
    if above < 0 or stated.run or stated.plus != (bare_code(finder.codes[above]),):
        return False
    taken = find_terms(Stated((), stated.minus, stated.said), finder.below(above), but=line)
    return taken is not None and sorted((*taken[1], line)) == finder.children[above]


def _of_children(finder: _Finder, line: int, stated: Stated) -> bool:
    """Whether a rule names child lines: those taken away are deductions, those it does not name are not added."""
    own = finder.children.get(line, [])
    terms = find_terms(stated, finder.below(line)) if own else None
    if terms is None:
        return False
    plus, minus = terms
    rest = [child for child in own if child not in plus + minus]
    as_stated = _weigh(finder, line, terms)
    everything = _weigh(finder, line, (tuple(own), ()))
    if everything.worth >= as_stated.worth:
        if as_stated.fails and (rest or minus):
            finder.found.refuted.append((line, stated.said))
    elif not _is_meant(finder, line, terms, stated.said):
        finder.found.refuted.append((line, stated.said))
    else:
        finder.found.roles.update(dict.fromkeys(plus, Role.PART))  # also where the lines are called *trong đó*
        finder.found.roles.update(dict.fromkeys(minus, Role.DEDUCTION))
        finder.found.roles.update(dict.fromkeys(rest, Role.MEMO))
    return True


def _by_names(finder: _Finder, line: int) -> None:
    """Take the rule that the names of the lines beside say, where most figures agree with it, or all but a slip of the
    hand; tell one that others than noughts disagree with."""
    named = named_terms(finder.entries, finder.children[finder.parents[line]], line)
    terms = [one for one in named if not _is_turned(finder, line, one)]
    tallies = [_weigh(finder, line, one) for one in terms]
    meant = [_is_meant(finder, line, one, "") for one in terms]
    best = min(range(len(terms)), key=lambda at: (tallies[at].fails, not meant[at]), default=0)
    if not terms or not (tallies[best].holds or any(finder.entries[line].figures)):
        return
    coded = _is_coded(finder, terms[best])
    titles = {at: finder.entries[at].title.lstrip(_SIGNS) for side in terms[best] for at in side}
    said = _formula(terms[best], finder.codes if coded else titles)
    alike = {one for one, is_meant in zip(terms, meant, strict=True) if is_meant}
    if meant[best] and (len(alike) == 1 or not tallies[best].fails):
        _take(finder, line, terms[best])
        finder.found.named.extend([(line, said)] if tallies[best].fails else [])
    elif tallies[best].fails:
        plus, minus = terms[best]
        finder.found.unlike.append((LineRule(whole=line, plus=plus, minus=minus), said))


def _is_turned(finder: _Finder, line: int, terms: Terms) -> bool:
    """Whether a column adds, in just its figures, what a rule takes away: a variance, which is above nought where less
    was spent than planned. A plan knows no rule of some columns only. One of many columns has a wrong sign."""
    lines = [finder.entries[other].figures for other in (line, *terms[0], *terms[1])]
    taken = sums(finder.entries[other].figures for other in terms[1]) if terms[1] else ()
    added = zip(*lines, taken, strict=True) if taken else ()
    turned = [bool(whole and gone and whole == sum(filter(None, parts))) for whole, *parts, gone in added]
    return not all(turned) and _FEW_TURNED * sum(turned) > len(turned)


def _is_counted(structure: Structure, line: int) -> bool:
    """Whether a line is what those below it come to, or a part of what the lines beside it come to."""
    part = structure.roles[line] is Role.PART and structure.tally_of(structure.parents[line]).convinces
    return part or structure.tally_of(line).convinces


def _is_coded(finder: _Finder, terms: Terms) -> bool:
    """Whether each line of a rule has a code of its own that names it."""
    codes = [finder.codes[line] or "" for line in (*terms[0], *terms[1])]
    return all(code and not is_mark(code) for code in codes) and len({*codes}) == len(codes)


def _take(finder: _Finder, line: int, terms: Terms) -> None:
    """Take a rule of a line, which is no part of its parent then."""
    plus, minus = terms
    finder.found.rules.append(LineRule(whole=line, plus=plus, minus=minus))
    finder.found.equals[line] = _formula(terms, finder.codes if _is_coded(finder, terms) else finder.paths)
    finder.found.roles[line] = Role.MEMO


def _of_siblings(finder: _Finder, line: int, stated: Stated) -> None:
    """Take a rule that names the lines beside; it must hold, or be off by a slip, and name the same lines in a plan."""
    terms = find_terms(stated, finder.below(finder.parents[line]), but=line)
    if terms is None or not _is_meant(finder, line, terms, stated.said):
        told = bool(stated.said) and finder.entries[line].has_figures and _may_be_rule(finder, stated)
        if told and not _holds_anywhere(finder, line, stated):
            finder.found.refuted.append((line, stated.said))
        return
    _take(finder, line, terms)


def _may_be_rule(finder: _Finder, stated: Stated) -> bool:
    """Whether a rule names any line, or may do so: letters and numbers together (*J-7*) are the name of something."""
    names = (*stated.plus, *stated.minus)
    return len({name.isalpha() for name in names}) == 1 or any(bare_code(name) in finder.coded.named for name in names)


def _is_meant(finder: _Finder, line: int, terms: Terms, said: str) -> bool:
    """Whether most figures agree with a rule, half with one that is said, or a slip explains all that do not; one that
    is said is meant too where all come near."""
    plus, minus = ([finder.entries[other] for other in side] for side in terms)
    tally = weigh(finder.entries[line], plus, finder.step, minus)
    convinces = tally.convinces or (bool(said) and (tally.holds >= tally.fails or _are_near(finder, line, terms)))
    return convinces or slipped(finder.entries[line], plus, finder.step, minus, told=SAID if said else TOLD)


def _are_near(finder: _Finder, line: int, terms: Terms) -> bool:
    """Whether a line is off by less than a hundredth of the largest of several terms of its rule in every column."""
    plus, minus = ([finder.entries[other].figures for other in side] for side in terms)
    signed = [*plus, *([-amount if amount else amount for amount in figures] for figures in minus)]
    rows = zip(finder.entries[line].figures, *signed, strict=True)
    columns = [(stated, [*filter(None, parts)]) for stated, *parts in rows]
    told = [(stated - sum(parts), max(map(abs, parts))) for stated, parts in columns if stated is not None and parts]
    return len(signed) > 1 and bool(told) and all(NEAR * abs(gap) < most for gap, most in told)


def _holds_anywhere(finder: _Finder, line: int, stated: Stated) -> bool:
    """Whether a rule names lines of other sections and agrees with them; a plan knows no such rule."""
    terms = find_terms(stated, finder.coded, but=line)
    return terms is not None and not _weigh(finder, line, terms).fails


def _weigh(finder: _Finder, line: int, terms: Terms) -> Tally:
    plus, minus = ([finder.entries[other] for other in side] for side in terms)
    return weigh(finder.entries[line], plus, finder.step, minus)


def _formula(terms: Terms, codes: Sequence[str | None] | Mapping[int, str]) -> str:
    plus, minus = terms
    return " + ".join(str(codes[line]) for line in plus) + "".join(f" - {codes[line]}" for line in minus)
