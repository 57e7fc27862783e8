"""One way of nesting applied to a table: the tree of its lines, then what their sums change, then the totals."""

from collections.abc import Collection, Sequence

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.down import agrees
from sxtdbv_cli.tables.entries import Entry, Tally, tally, weigh
from sxtdbv_cli.tables.nest.way import Way, nested
from sxtdbv_cli.tables.numbering import as_meant
from sxtdbv_cli.tables.stated_rules import among, find_terms, stated_rule
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.once_more import list_in_sections, set_aside, set_views_aside
from sxtdbv_cli.tables.totals.place import place_totals
from sxtdbv_cli.tables.tree import listings
from sxtdbv_cli.tables.tree.counting import lift_result, lift_what_is_alone, put_under_ends, put_under_totals
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.titles import is_ratio_line


def build(way: Way, lines: Sequence[Entry], totals: Sequence[Entry], opening: Collection[int], step: int) -> Structure:
    """What one way of nesting makes of a table; ``opening`` are the lines behind which a bare *trong đó* stands."""
    found = nested(way, lines)
    parents = found.parents
    roles = _roles(lines, parents, opening)
    ratios = {line for line, role in enumerate(roles) if role is Role.MEMO}
    _put_behind_sections(lines, parents, roles, step)
    aside = set_aside(lines, parents, roles, totals, step)
    put_under_ends(lines, parents, roles, step)
    lifted = put_under_totals(lines, parents, roles, step)
    listings.add_what_is_whole(lines, parents, roles, step)
    listings.set_aside_what_fails(lines, parents, roles, step, partial=way.partial)
    forest = Forest([*lines], [*parents], [*roles], step, lifted=lifted, odd=[lines[line] for line in found.odd])
    read = zip(lines, found.marks, strict=False)
    coded = ((entry, entry.code or "") for entry, mark in read if mark)
    forest.misread += [(entry, meant) for entry, code in coded if (meant := as_meant(code)) != code]
    place_totals(forest, totals)
    listings.add_what_is_whole(forest.entries, forest.parents, forest.roles, step)  # of a total that stands below it
    lift_what_is_alone(forest)
    lift_result(forest)
    list_in_sections(forest, aside)
    set_views_aside(forest)
    listings.add_what_counts(forest, ratios)
    listings.count_first_way(forest)
    weighed = _tally(forest)
    listings.list_what_is_alone(forest)
    order, parents = in_order(forest)
    return Structure(
        entries=[forest.entries[line] for line in order],
        parents=parents,
        roles=[forest.roles[line] for line in order],
        outcome=forest,
        way=way,
        tally=weighed,
        author=_by_author(forest),
    )


def _roles(lines: Sequence[Entry], parents: Sequence[int], opening: Collection[int]) -> list[Role]:
    """The role of each line; a line of percentages without a number counts nothing."""
    roles = listings.roles_of(lines, parents, opening)
    for index, entry in enumerate(lines):
        if not entry.is_numbered and not entry.listed and (entry.ratio or is_ratio_line(entry.title)):
            roles[index] = Role.MEMO
    return roles


def _tally(forest: Forest) -> Tally:
    """How all sums come out, those of the total of everything too."""
    weighed = tally(forest.entries, forest.parents, forest.roles, forest.step)
    if forest.declared is not None:
        weighed.add(forest.declared, forest.parts(forest.spread(forest.roots)))
    return weighed


def _by_author(forest: Forest) -> int:
    """How many lines, or the total, have formulas that add just their child lines, less those that add others."""
    given = {line.row: total for line, total in forest.merged}
    lines = enumerate(forest.entries)
    authors = [(line, author) for line, entry in lines if (author := given.get(entry.row, entry)).adds]
    whole = forest.declared if forest.declared is not None and forest.declared.adds else None
    rows = {entry.figures_row for entry in forest.entries if (authors or whole) and entry.has_figures}
    found = [agrees(author, forest.parts(forest.children(line)), rows) for line, author in authors]
    if whole is not None:
        found.append(agrees(whole, forest.parts(forest.spread(forest.roots)), rows))
    return sum(1 if told else -1 for told in found)


def in_order(forest: Forest) -> tuple[list[int], list[int]]:
    """The lines in the order of the plan, and their parents in that order."""
    first = _first_rows(forest)
    order: list[int] = []
    waiting = sorted(forest.roots, key=first.__getitem__, reverse=True)
    while waiting:
        line = waiting.pop()
        order.append(line)
        if below := forest.kids.get(line):
            waiting += sorted(below, key=first.__getitem__, reverse=True)
    position = {line: index for index, line in enumerate(order)}
    return order, [position.get(forest.parents[line], NOWHERE) for line in order]


def _first_rows(forest: Forest) -> list[int]:
    """The first row of each line and all below it."""
    first = [entry.row for entry in forest.entries]
    waiting = list(forest.roots)
    order = []
    while waiting:
        line = waiting.pop()
        order.append(line)
        waiting += forest.kids.get(line, ())
    for line in reversed(order):
        parent = forest.parents[line]
        if parent != NOWHERE:
            first[parent] = min(first[parent], first[line])
    return first


def _put_behind_sections(lines: Sequence[Entry], parents: list[int], roles: list[Role], step: int) -> None:
    """Take the last line of a section out of it where it states a rule of lines in several sections, and all its
    figures agree: *40 Số dư (10 - 30)* behind the section that 30 ends."""
    last = {parent: line for line, parent in enumerate(parents)}
    ending = sorted(line for parent, line in last.items() if parent != NOWHERE and line not in last)
    ruled = [(line, stated) for line in ending if (stated := stated_rule(lines[line])) is not None]
    codes = [entry.code for entry in lines] if ruled else []
    known = among(range(len(codes)), codes)
    for line, stated in ruled:
        terms = find_terms(stated, known, but=line)
        own = _above(parents, line)
        if terms is None or {*own} & {*terms[0], *terms[1]}:
            continue
        plus, minus = ([lines[other] for other in side] for side in terms)
        above = max(set.intersection(*({*_above(parents, other)} for side in terms for other in side)))
        if above in own[1:] and weigh(lines[line], plus, step, minus).proves:
            parents[line], roles[line] = above, Role.MEMO


def _above(parents: Sequence[int], line: int) -> list[int]:
    """The lines that one stands below, and the top."""
    found = []
    while line != NOWHERE:
        line = parents[line]
        found.append(line)
    return found
