"""Plain texts (``.txt``, ``.md``): tables whose cells are cut by bars, tabs or blanks, with the text around them."""

from collections.abc import Sequence

from sxtdbv_cli.files.encoding import decode_any
from sxtdbv_cli.files.kind import Kind, expect
from sxtdbv_cli.files.txt.aligned import by_columns
from sxtdbv_cli.files.txt.laid import as_grid
from sxtdbv_cli.files.txt.pasted import by_page
from sxtdbv_cli.files.txt.rows import by_bars, by_tabs
from sxtdbv_cli.files.txt.streams import by_streams
from sxtdbv_cli.files.txt.tokens import BAR
from sxtdbv_cli.model.grid import Grid

SUFFIXES = (".txt", ".md")
IS_TEXT = True


def grids(content: bytes, file: str, encoding: str | None = None) -> list[Grid]:
    """The tables of a text, each with the lines before it as rows of one cell.

    Raises:
        Unreadable: it is no text, or the rows of its tables cannot be told.
    """
    expect(Kind.TEXT, content, file)
    text = decode_any(content, file, encoding).text
    lines = list(enumerate(text.splitlines(), 1))
    return _grids(lines, file)


def _grids(lines: Sequence[tuple[int, str]], file: str) -> list[Grid]:
    """The tables of a text in its form: the one its bars and tabs show."""
    bare = [line.strip(" ") for _, line in lines]
    barred = sum(len(BAR.findall(line)) > 1 and bool(line.strip(" |")) for line in bare)
    tabbed = any("\t" in line.strip() for line in bare)
    if bare.count("|") > 2 * barred:
        return by_streams(lines, file)
    if bare.count("\t") > 2 * barred:
        return [as_grid("table 1", [by_page(lines, file)], file)]
    if not barred and not tabbed and (laid := by_columns(lines)):
        return [as_grid("table 1", [laid], file)]
    if barred or not tabbed:
        return [as_grid("table 1", [by_bars(lines, file)], file)]
    return [as_grid("table 1", [by_tabs(lines, file)], file)]
