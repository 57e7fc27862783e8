"""Laws of the sums of a total over more and more lines: where no figure is negative, looking may end early and finds
the same."""

from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.tables.entries import Entry, growing

WIDTH = 3
FIGURES = st.tuples(*[st.none() | st.integers(0, 3)] * WIDTH)


def entry(figures: tuple[int | None, ...], step: int) -> Entry:
    return Entry(0, None, "", None, None, tuple(None if figure is None else figure * step for figure in figures))


@given(FIGURES, st.lists(FIGURES, max_size=16), st.sampled_from([1, 10]))
def test_where_a_search_ends_early_no_longer_run_holds(
    whole: tuple[int | None, ...], rows: list[tuple[int | None, ...]], step: int
) -> None:
    total, parts = entry(whole, step), [[entry(row, step)] for row in rows]
    margin = step * (len(rows) + 1) if step > 1 else 0
    every = [tally.convinces for tally in growing(total, parts, step)]
    early = [tally.convinces for tally in growing(total, parts, step, margin)]
    assert early == every[: len(early)]
    assert not any(every[len(early) :])


def test_a_search_ends_where_every_sum_is_past_the_whole() -> None:
    parts = [[entry((4, 1, None), 1)]] * 9
    assert len([*growing(entry((5, 2, None), 1), parts, 1, 0)]) == 3
    assert len([*growing(entry((5, 2, 1), 1), parts, 1, 0)]) == 9  # a later line may yet state the third
