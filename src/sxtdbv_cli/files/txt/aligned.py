"""Tables whose columns are set out with blanks, or dots that lead to them, as terminals, reports and readers of PDF
print them: a page at a time, for another page may be set out otherwise."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sxtdbv_cli.files.txt.cell import is_number, says_words
from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.lines import bare, figured
from sxtdbv_cli.files.txt.page import Page, page_of
from sxtdbv_cli.files.txt.rests import with_rests
from sxtdbv_cli.files.txt.tokens import Lines, Row, spread
from sxtdbv_cli.files.txt.told import CENTRED, NARROW, Told
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.grid import Remark

LEAST = 3
"""So many lines must end with a figure."""
MOST_PAGES = 1_000
_APART = 3
"""So many blank rows end a table wherever it is looked for."""


def by_columns(lines: Lines) -> Laid | None:
    """A row for each line, cut where all lines of the table are blank; None where that cuts no table cleanly.

    The table of a page goes on with that of the page before unless it has a header of its own; what stands between is
    put behind.
    """
    parted = [*islice(_pages(lines), MOST_PAGES + 1)]
    if len(parted) > MOST_PAGES:
        return None
    cleared = [[(number, bare(line)) for number, line in page] for page in parted]
    if sum(len(figured(page)) for page in cleared) < LEAST:
        return None
    pages = [page for page in map(page_of, cleared) if page]
    widest = max(pages, key=lambda page: page.columns, default=None)
    if widest is None or len(pages) < len(cleared):
        return None
    fitted = [rows for page in pages if (rows := _fitted(page, widest)) is not None]
    if len(fitted) < len(pages):
        return None
    laid = with_rests(_joined(pages, fitted), [row for page in pages for row in page.head])
    return laid._replace(remarks=(*laid.remarks, *_remarks(laid, [told for page in pages for told in page.told])))


def _remarks(laid: Laid, told: Sequence[Told]) -> Iterator[Remark]:
    """What is said of the pages, at the rows that hold the lines."""
    rows = {part.line: at for at, row in enumerate(laid.rows) for piece in row for part in piece.parts}
    return (
        Remark(
            SHAPE,
            rows[one.line],
            one.column,
            one.facts,
            one.message,
            Severity.NOTE if one.message is CENTRED else None,
            one.message is not NARROW,
        )
        for one in told
    )


def _pages(lines: Lines) -> Iterator[Lines]:
    """The lines of each page."""
    begun = [at for at, (_, line) in enumerate(lines) if at and line.startswith("\f")]
    for start, end in zip([0, *begun], [*begun, len(lines)], strict=True):
        yield lines[start:end]


def _joined(pages: Sequence[Page], fitted: Sequence[list[Row]]) -> list[Row]:
    """The rows of all pages."""
    rows: list[Row] = []
    behind: list[Row] = []
    last: list[str] = []
    for page, own in zip(pages, fitted, strict=True):
        head = [piece.text for row in page.head for piece in row]
        if rows and head in ([], last):
            behind += page.before
        else:
            rows, behind, last = [*rows, *behind, *page.before, *page.head], [], head
        rows += own
        if page.behind:
            behind += [*([[]] * _APART), *page.behind]
    return [*rows, *behind]


def _fitted(page: Page, widest: Page) -> list[Row] | None:
    """The rows of a page that has no text in some columns of another; None where it may be in several ways."""
    if page.columns in (0, widest.columns):
        return page.rows
    own, wanted = _kinds(page), _kinds(widest)
    first, last = _placed(own, wanted), _placed(own[::-1], wanted[::-1])
    if first is None or last is None or first != [widest.columns - 1 - column for column in reversed(last)]:
        return None
    return [spread(dict(zip(first, row, strict=False)), widest.columns) for row in page.rows]


def _placed(own: Sequence[str], wanted: Sequence[str]) -> list[int] | None:
    """The first columns that hold what others do, in their order."""
    columns = iter(range(len(wanted)))
    found = [next((column for column in columns if wanted[column] == kind), -1) for kind in own]
    return None if -1 in found else found


def _kinds(page: Page) -> list[str]:
    """What the columns of a page hold: codes in the first, figures or words."""
    rows = [row for row in page.rows if len(row) == page.columns]
    kinds = []
    for column in zip(*rows, strict=True):
        texts = [piece.text for piece in column if not piece.blank]
        worded = any(says_words(text) and not is_number(text) for text in texts)
        kinds.append("words" if worded else "figures" if texts else "")
    return ["codes" if kinds[0] == "figures" else kinds[0], *kinds[1:]]
