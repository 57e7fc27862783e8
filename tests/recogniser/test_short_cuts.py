"""What is asked of a whole table at once says what would be said line by line."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recogniser.made import book, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables import numbering
from sxtdbv_cli.tables.numbering import code_in_title, without_code
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.tree import adding

HEAD = ["Item", "2024", "2025"]
ROWS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=9)


def told(rows: list[list[Any]]) -> tuple[list[str], list[tuple[str, str]]]:
    loaded = reading(book([HEAD, *rows]))
    return lines(loaded), [(one.code, one.place.within) for one in check_plan(loaded).findings]


@given(ROWS, st.sets(st.integers(0, 8)), st.booleans())
def test_no_sum_among_lines_is_passed_over(figures: list[tuple[int, int]], at: set[int], heads: bool) -> None:
    """With figures of many digits, some lines what the one or two before them come to."""
    rows: list[list[Any]] = []
    for number, (one, other) in enumerate(figures):
        before = rows[-2:]
        both = [sum(row[column] for row in before) for column in (1, 2)] if number in at and before else None
        rows.append([f"Line {'abcdefghi'[number]}", *(both or [one * 1001 + 7, other * 1003 + 11])])
    rows = rows[::-1] if heads else rows
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adding, "_may_add", lambda *_: True)
        slowly = told(rows)
    assert told(rows) == slowly


def test_a_sum_among_lines_is_told() -> None:
    rows = [["Hire", 12_417, 13_250], ["Travel", 8_131, 9_377], ["Both", 20_548, 22_627], ["Post", 417, 388]]
    assert ("SX513", "Sheet1!A4") in told(rows)[1]
    assert not [code for code, _ in told([rows[0], rows[1], rows[3]])[1] if code == "SX513"]


WORDS = [
    "Chi",
    "phần",
    "Phần II",
    "Mục 3",
    "chương A",
    "section 2",
    "a",
    "b)",
    "I.",
    "ii",
    "1.2",
    "Hội",
    "Ô",
    "-",
    ":",
    "o/w",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join))
def test_a_word_before_a_title_is_no_number_whoever_asks(title: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbering, "_begins_in_words", lambda _: False)
        slowly = code_in_title.__wrapped__(title), without_code.__wrapped__(title)  # type: ignore[attr-defined]
    assert (code_in_title(title), without_code(title)) == slowly


def end_above(forest: Forest, row: int, parent: int = NOWHERE) -> list[int]:
    return [line for line in forest.children(parent) if forest.end(line) < row]


@given(st.lists(st.lists(st.integers(10_000, 99_999), min_size=1, max_size=3), min_size=1, max_size=4), st.booleans())
def test_lines_that_end_above_a_total_are_found_at_once(groups: list[list[int]], on_top: bool) -> None:
    """Groups with their totals behind them, below a total of all or above it."""
    rows: list[list[Any]] = []
    for number, group in enumerate(groups, 1):
        rows += [[f"Work {number} {'abc'[line]}", figure, 2 * figure] for line, figure in enumerate(group)]
        rows.append([f"Total of group {number}", sum(group), 2 * sum(group)])
    whole = sum(map(sum, groups))
    rows = [["Total", whole, 2 * whole], *rows] if on_top else [*rows, ["Grand total", whole, 2 * whole]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Forest, "before", end_above)
        slowly = told(rows)
    assert told(rows) == slowly
