"""Rows of figures, one a column: what a line states, or what its footings are off by."""

Row = list[int]
"""A figure a column: what the footings of a line are off by (stated less computed), or a difference of a row."""


def columns_of(row: Row) -> tuple[int, ...]:
    """The columns in which a row is anything."""
    return tuple(column for column, amount in enumerate(row) if amount)


def less(row: Row, by: Row) -> Row:
    """A row less another."""
    return [one - two for one, two in zip(row, by, strict=True)]


def negative(row: Row) -> Row:
    """A row with its signs turned."""
    return [-amount for amount in row]
