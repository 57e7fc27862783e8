"""Plain texts (``.txt``, ``.md``): tables whose cells are cut by bars, tabs or blanks, with the text around them."""

import re
from collections.abc import Sequence

from sxtdbv_cli.files.encoding import decode_any
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.html.page import Page
from sxtdbv_cli.files.kind import Kind, expect
from sxtdbv_cli.files.txt.aligned import by_columns
from sxtdbv_cli.files.txt.faults import NO_SEPARATORS, TOO_MANY
from sxtdbv_cli.files.txt.laid import Laid, as_grid
from sxtdbv_cli.files.txt.lines import figured
from sxtdbv_cli.files.txt.pasted import by_page
from sxtdbv_cli.files.txt.rows import by_bars, by_tabs, is_rule, unframed
from sxtdbv_cli.files.txt.streams import by_paragraphs, by_streams
from sxtdbv_cli.files.txt.tokens import BAR, Lines
from sxtdbv_cli.files.txt.unparted import by_last_figures
from sxtdbv_cli.model.grid import Grid

SUFFIXES = (".txt", ".md")
IS_TEXT = True
MOST = 1_200_000
"""So many lines and cells a text may have: a plan of 20 000 lines with a cell on each line has 600 000."""
_TAGGED = re.compile(r"(<table\b.*?<td\b.*?</table>)", re.IGNORECASE | re.DOTALL)
_LAST_END = re.compile(r"(\r\n|[\n\r])\Z")
_LINE_END = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")  # not that of a page: it stands within a line


def grids(content: bytes, file: str, encoding: str | None = None) -> list[Grid]:
    """The tables of a text, each with the lines before it as rows of one cell.

    Raises:
        Unreadable: it is no text, or the rows of its tables cannot be told.
    """
    expect(Kind.TEXT, content, file)
    decoded = decode_any(content, file, encoding)
    if sum(map(decoded.text.count, "\n|\t")) > MOST:
        raise refused(TOO_MANY, file, limit=MOST)
    if tagged := _as_page(decoded.text):
        return decoded.told(Page(file).tables(tagged))
    lines = list(enumerate(_LINE_END.split(_LAST_END.sub("", decoded.text)), 1))
    return decoded.told(_grids(unframed(lines), file))


def _as_page(text: str) -> str:
    """A text as a page where its tables have tags, as Markdown may hold them, and no others stand beside them; each of
    its other lines is one there. Empty for any other text."""
    pieces = _TAGGED.split(text)
    others = pieces[::2]
    if len(pieces) == 1 or any(len(BAR.findall(line)) > 1 for piece in others for line in piece.splitlines()):
        return ""
    pieces[::2] = [piece.replace("\n", "<br>\n") for piece in others]
    return "".join(pieces)


def _grids(lines: Lines, file: str) -> list[Grid]:
    """The tables of a text in its form: the one its bars and tabs show, or its blanks where these part nothing.

    Raises:
        Unreadable: nothing parts the cells of its lines.
    """
    bare = [line.strip(" ") for _, line in lines]
    barred = sum(len(BAR.findall(line)) > 1 and bool(line.strip(" |")) for line in bare)
    if bare.count("|") > 2 * barred:
        return by_streams(lines, file)
    return [as_grid("table 1", _table(lines, bare, barred, file), file)]


def _table(lines: Lines, bare: Sequence[str], barred: int, file: str) -> Laid:
    """The rows of a text in one table, of which so many lines have bars."""
    if bare.count("\t") > 2 * barred:
        return by_page(lines, file)
    if any("\t" in line.strip() for line in bare) and not barred:
        return by_tabs(lines, file)
    if not any(map(is_rule, bare)) and (2 * barred < len(figured(lines)) or not barred):  # a letterhead may have bars
        if laid := by_columns(lines) or (None if barred else by_last_figures(lines) or by_paragraphs(lines, file)):
            return laid
        if not barred:
            raise refused(NO_SEPARATORS, file)
    return by_bars(lines, file)
