"""What a user states about a table instead of leaving it to the recogniser."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Numbers(StrEnum):
    """How figures typed as text are written: ``1.234,5`` (vi) or ``1,234.5`` (en)."""

    VI = "vi"
    EN = "en"


class Parents(StrEnum):
    """What shows the level of a line."""

    NUMBERING = "numbering"
    INDENT = "indent"
    OUTLINE = "outline"


class Choices(NamedTuple):
    """Everything that can be stated; None leaves it to the recogniser.

    ``sheet`` is a name or a position from 1, ``range`` a block such as ``A5:H40`` (its header included),
    ``header_rows`` how many rows of the block are its header, ``columns`` what a column holds by its letters
    (``{"A": "code", "D": "total", "E": "2022", "F": "skip"}``), ``unit`` the name of
    the unit, ``encoding`` that of a text file.
    """

    sheet: str | None = None
    range: str | None = None
    header_rows: int | None = None
    columns: Mapping[str, str] | None = None
    unit: str | None = None
    numbers: Numbers | None = None
    parents: Parents | None = None
    encoding: str | None = None


NONE = Choices()
