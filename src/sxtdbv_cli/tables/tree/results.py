"""Lines that state what they are worked out from, where they stand behind the sections of these."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.entries import Entry, weigh
from sxtdbv_cli.tables.stated_rules import find_terms, stated_rule


def put_behind_sections(lines: Sequence[Entry], parents: list[int], roles: list[Role], step: int) -> None:
    """Take the last line of a section out of it where it states a rule of lines in several sections, and all its
    figures agree: *40 Số dư (10 - 30)* behind the section that 30 ends."""
    codes = [entry.code for entry in lines]
    for line, entry in enumerate(lines):
        stated = stated_rule(entry) if parents[line] != NOWHERE else None
        if stated is None or line in parents or parents[line] in parents[line + 1 :]:
            continue
        terms = find_terms(stated, [other for other in range(len(lines)) if other != line], codes)
        own = _above(parents, line)
        if terms is None or {*own} & {*terms[0], *terms[1]}:
            continue
        plus, minus = ([lines[other] for other in side] for side in terms)
        above = max(set.intersection(*({*_above(parents, other)} for side in terms for other in side)))
        if above in own[1:] and weigh(entry, plus, step, minus).proves:
            parents[line], roles[line] = above, Role.MEMO


def _above(parents: Sequence[int], line: int) -> list[int]:
    """The lines that one stands below, and the top."""
    found = []
    while line != NOWHERE:
        line = parents[line]
        found.append(line)
    return found
