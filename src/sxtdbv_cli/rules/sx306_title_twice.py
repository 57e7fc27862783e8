"""SX306: the same title twice under one parent."""

import unicodedata
from collections.abc import Sequence

from sxtdbv_cli.rules.codes import repeats
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.NOTE
TITLE = Text("Nội dung bị trùng", "The same title twice")
MESSAGE = Text(
    "nội dung này đã có ở dòng “{first}” cùng cấp; có thể một dòng bị ghi hai lần",
    "its sibling “{first}” has the same title; a line may be entered twice",
)
MANY = Text(
    "{count:d} dòng cùng cấp có nội dung này; dòng đầu là “{first}”",
    "{count:d} siblings have this title; the first is “{first}”",
)
TITLES = Text(
    "{count:d} nội dung, như “{title}”, mỗi nội dung có ở nhiều dòng cùng cấp; có thể có dòng bị ghi hai lần",
    "{count:d} titles, such as “{title}”, are those of several siblings each; lines may be entered twice",
)
FEW = 3
"""So many titles that come again among siblings are told one by one."""

_BAR = "\N{BROKEN BAR}"


def check(subject: Subject) -> Hits:
    """Yield a hit for every title that several siblings have for the same time, in any case, spacing, form of Unicode;
    one for all of more than a few. The names of rows that share a title may come again with another."""
    plan = subject.plan
    alike, schedules = _alike(plan.lines.titles), plan.lines.schedules
    shared = subject.sheet.named if subject.sheet is not None else {}
    for _, children in subject.siblings:
        if len({alike[line] for line in children}) == len(children):
            continue  # as nearly always
        own = [line for line in children if alike[line] and line not in shared]
        found = [*repeats((f"{alike[line]}{_BAR}{schedules[line] or ''}", line) for line in own)]
        hits = [repeat.hit("title", {"first": plan.paths[repeat.first]}, MANY) for repeat in found]
        if len(hits) > FEW:
            facts: Facts = {"count": len(hits), "title": plan.lines.titles[found[0].first]}
            hits = [Hit(hits[0].address, facts, tuple(hit.address for hit in hits[1:]), message=TITLES)]
        yield from hits


def _alike(titles: Sequence[str]) -> list[str]:
    """Titles in NFC, in no case, without needless blanks: all at once where the blanks are fine, as nearly always."""
    whole = unicodedata.normalize("NFC", _BAR.join(("", *titles, ""))).casefold()
    found = whole.split(_BAR)[1:-1]
    needless = any(blanks in whole for blanks in ("  ", f" {_BAR}", f"{_BAR} "))
    if whole.isprintable() and not needless and len(found) == len(titles):
        return found
    return [" ".join(unicodedata.normalize("NFC", title).casefold().split()) for title in titles]
