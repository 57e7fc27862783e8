"""What ``sxtdbv fix`` changes: what is stated by hand, what is chosen, and what is certain."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._doubt import no_cell
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text

if TYPE_CHECKING:
    from sxtdbv_cli.model.diagnosis import Diagnosis
    from sxtdbv_cli.model.edit import Edit
    from sxtdbv_cli.model.plan import Plan
    from sxtdbv_cli.model.report import Report

K = TypeVar("K")
V = TypeVar("V")

BAD_CHOICE = Text(
    "--choose {text}: cần CỤM=N với các số mà “sxtdbv diagnose” hiện ra",
    "--choose {text}: give CLUSTER=N with the numbers that “sxtdbv diagnose” shows",
)
NO_CLUSTER = Text(
    "--choose {text}: không có cụm đó; số cụm: {count:d}",
    "--choose {text}: there is no such cluster; clusters: {count:d}",
)
NO_EXPLANATION = Text(
    "--choose {text}: cụm {cluster:d} có {count:d} cách giải thích",
    "--choose {text}: cluster {cluster:d} has {count:d} {count:explanation|explanations}",
)
NO_FIGURE = Text(
    "--choose {text}: cách giải thích này không phải là một số ghi sai (dòng thiếu, cộng hai lần hoặc đặt sai chỗ); "
    "hãy tự sửa dòng đó trong tệp, hoặc nêu số đúng bằng --set",
    "--choose {text}: this explanation is no wrong figure (a line left out, counted twice or in the wrong place); "
    "mend the line in the file, or state an amount with --set",
)
BAD_SET = Text(
    "--set {text}: ghi là DÒNG:CỘT=SỐ, ví dụ III/A:total=6.325.000.000",
    "--set {text}: write PATH:COLUMN=AMOUNT, such as III/A:total=6.325.000.000",
)
BAD_AMOUNT = Text(
    "--set {text}: không đọc được số “{amount}”; ghi như 6.325.000.000 hoặc 6325000000",
    "--set {text}: “{amount}” cannot be read as an amount; write it as 6.325.000.000 or 6325000000",
)
TWICE = Text("{option} nêu hai giá trị khác nhau cho {name}", "{option} states two different values for {name}")


def edits(report: "Report", choose: Sequence[str], by_hand: Sequence[str]) -> "list[Edit]":
    """What to change, each cell once; cells that state it already are left out.

    Raises:
        CannotRun: a choice or an amount that cannot be understood, or two for the same.
    """
    from sxtdbv_cli.model.edit import certain, edits_of

    assert report.diagnosis is not None
    plan, diagnosis = report.checked.plan, report.diagnosis
    chosen = {} if by_hand and not choose else certain(diagnosis)
    chosen |= _once("--choose", [(str(at + 1), (at, rank)) for at, rank in (_choice(diagnosis, one) for one in choose)])
    found = {edit.cell: edit for edit in edits_of(diagnosis, chosen)}
    stated = [(text.rpartition("=")[0], _by_hand(plan, text)) for text in by_hand]
    found |= _once("--set", [(name, (edit.cell, edit)) for name, edit in stated])
    return [edit for edit in found.values() if edit.before != edit.after]


def _once(option: str, stated: Sequence[tuple[str, tuple[K, V]]]) -> dict[K, V]:
    """What an option states, by what it is about.

    Raises:
        CannotRun: it says two things of the same.
    """
    found: dict[K, V] = {}
    for name, (key, value) in stated:
        if found.setdefault(key, value) != value:
            raise CannotRun(say(TWICE, option=option, name=name))
    return found


def _choice(diagnosis: "Diagnosis", text: str) -> tuple[int, int]:
    """The position of a cluster and of one of its explanations."""
    cluster, _, rank = text.partition("=")
    if not (cluster.isdecimal() and rank.isdecimal()):
        raise CannotRun(say(BAD_CHOICE, text=text))
    number, place = int(cluster) - 1, int(rank) - 1
    if not 0 <= number < len(diagnosis.clusters):
        raise CannotRun(say(NO_CLUSTER, text=text, count=len(diagnosis.clusters)))
    explanations = diagnosis.clusters[number].explanations
    if not 0 <= place < len(explanations):
        raise CannotRun(say(NO_EXPLANATION, text=text, cluster=number + 1, count=len(explanations)))
    if not explanations[place].changes:
        raise CannotRun(say(NO_FIGURE, text=text))
    return number, place


def _by_hand(plan: "Plan", text: str) -> "Edit":
    """The edit that ``PATH:COLUMN=AMOUNT`` states."""
    from sxtdbv_cli.model.edit import Edit
    from sxtdbv_cli.text.numbers import BadAmount, read_amount

    name, equals, amount = text.rpartition("=")
    path, colon, column = name.strip().rpartition(":")
    if not (equals and colon):
        raise CannotRun(say(BAD_SET, text=text))
    cell = plan.find(path, column)
    if cell is None:
        raise CannotRun(f"--set {text}: {no_cell(plan, name)}")
    try:
        return Edit(cell, plan.cells[cell], read_amount(amount.strip(), plan.unit.scale))
    except BadAmount:
        raise CannotRun(say(BAD_AMOUNT, text=text, amount=amount)) from None
