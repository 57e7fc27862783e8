"""Lines that are taken away although their figures are positive: *Trừ: tiết kiệm 10%*."""

import re
from dataclasses import replace

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.tables.entries import Entry, Tally, weigh
from sxtdbv_cli.tables.numbering import without_code
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.spelling import bare

_MAY_BE = re.compile(r"\b(tr[uừ]\b|gi[aả]m|b[oớ]t|ho[aà]n|ti[eế]t|less|minus|deduct)", re.IGNORECASE).search
"""What the words below have in common, as typed: nearly no title has any."""
_TAKEN = re.compile(r"\(?[-–]?\)? ?(tru|(giam|khau) tru|bot|giam|hoan|tiet kiem|less|minus|deduct\w*)\b").match


def with_deductions(found: Structure) -> Structure:
    """The same with the lines as deductions that call themselves so, where all sums they take part in come out
    with them taken away, and not with them added: two signs that agree."""
    maybe = [line for line, entry in enumerate(found.entries) if _MAY_BE(entry.title)]
    told = {line for line in maybe if _TAKEN(bare(without_code(found.entries[line].title)))}
    roles, gained = [*found.roles], Tally(found.tally.step)
    explained: list[Entry] = []
    for parent in sorted({found.parents[line] for line in told}):
        whole = found.whole(parent)
        parts = [line for line in found.children[parent] if roles[line] is Role.PART]
        minus = [line for line in parts if line in told]
        if whole is None or not minus:
            continue
        added = weigh(whole, [found.entries[line] for line in parts], gained.step)
        plus = [found.entries[line] for line in parts if line not in told]
        taken = weigh(whole, plus, gained.step, [found.entries[line] for line in minus])
        if added.fails and taken.proves:
            roles = [Role.DEDUCTION if line in minus else role for line, role in enumerate(roles)]
            gained.holds, gained.fails = gained.holds + taken.holds - added.holds, gained.fails - added.fails
            explained.append(whole)
    if not explained:
        return found
    gained.holds, gained.fails = gained.holds + found.tally.holds, gained.fails + found.tally.fails
    found.outcome.doubtful = [total for total in found.outcome.doubtful if total not in explained]
    return replace(found, roles=roles, tally=gained)
