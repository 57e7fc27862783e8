"""Sections without figures: what counts one counts the lines below it.

A parent is the sum of its child lines, stated or not. Where a section states nothing in any column, the sums of the
line above it, or the declared total, are therefore those of its child lines: with the section itself none of them could
be checked.
"""

from collections.abc import Container, Sequence
from dataclasses import replace

from sxtdbv_cli.model.plan import NOWHERE, Plan, Role


def opened(plan: Plan) -> Plan:
    """The plan as its sums see it: the lines of a section without figures stand beside it, and it counts for nothing.

    Cells and the numbers of lines are the same. A section that a rule of lines names stays, and so does one below
    which nothing is stated.
    """
    lines = plan.lines
    heads = {*lines.parents} - {NOWHERE}
    if all(any(column[line] is not None for column in lines.amounts) for line in heads):
        return plan
    stated = [any(column[line] is not None for column in lines.amounts) for line in range(len(lines))]
    named = {line for rule in plan.line_rules for line in (rule.whole, *rule.plus, *rule.minus)}
    parents, roles = without_sections(lines.parents, lines.roles, stated, named)
    return replace(plan, lines=replace(lines, parents=tuple(parents), roles=tuple(roles)))


def without_sections(
    parents: Sequence[int], roles: Sequence[Role], stated: Sequence[bool], kept: Container[int] = ()
) -> tuple[list[int], list[Role]]:
    """Parents and roles with the lines of each section handed to the line above it. A section is a line that counts as
    a part and states nothing, though something below it does; one that is ``kept`` is none."""
    below = _below(parents, stated)
    parents, roles = list(parents), list(roles)
    for line, parent in enumerate(parents):  # parents come first
        if parent != NOWHERE and roles[parent] is Role.MEMO and parent in below:
            parents[line] = parents[parent]
        if line in below and not stated[line] and roles[line] is Role.PART and line not in kept:
            roles[line] = Role.MEMO
        else:
            below.discard(line)
    return parents, roles


def _below(parents: Sequence[int], stated: Sequence[bool]) -> set[int]:
    """The lines below which something is stated."""
    found: set[int] = set()
    for line in range(len(parents) - 1, -1, -1):
        if parents[line] != NOWHERE and (stated[line] or line in found):
            found.add(parents[line])
    return found
