"""From the grids of a file to a plan: which block is the table, what its columns are, how its lines nest.

``blocks/`` finds where the tables of a sheet stand, ``columns/`` says what each column holds, ``body/`` reads the rows,
``across/`` finds which columns add up. ``nest/`` gives each line its parent, ``totals/`` each total its lines,
``tree/`` takes what fits best. ``reading.py`` goes through all of it in order, ``doubts/`` tells what is not sure.

The seams, for those who build on it:

- A file type that holds tables is a folder ``files/<type>/`` with ``SUFFIXES`` and ``grids(content: bytes, file: str)
  -> list[Grid]`` (raises ``Unreadable``) in place of ``parse``. ``files/read.py`` hands the grids to ``recognise`` and
  makes a ``Loaded`` of the result. Nothing else is to be done.
- A grid may be ragged; texts come as typed (NFC or not, leading blanks kept: they show levels), figures as in
  ``model/grid.py``. Cells that are merged say so in ``Grid.merged``; a reader that cannot know (text, CSV) leaves it.
- ``recognise(grids, choices, file) -> Table``: the plan, and the ``Sheet`` (``model/sheet.py``) that leads from an
  address in the plan to the cell it was read from (``Sheet.cell_of``), to its formula (``Sheet.grid.rows[r][c]``), to
  the block, the header and the columns (``Sheet.understanding``). It is ``Loaded.sheet`` and, for rules,
  ``Subject.sheet``; None for a plan file. A rule may speak of any cell of the grid: ``("grid", row, column)``.
- What is doubtful is a ``Doubt``, told by the rule of its code (SX511 and on); what cannot be understood raises
  ``Unreadable`` with the faults of ``tables/faults.py``.
- ``Choices`` (``model/choices.py``) come from the options of a command by ``files.read.read(file, name, choices)``.
- The examples of a rule's page are fenced by their file type (```` ```csv ````) and read as such a file.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.tables.blocks.folded import is_folded, unfolded
from sxtdbv_cli.tables.blocks.two_sides import in_one_list
from sxtdbv_cli.tables.choosing import choose
from sxtdbv_cli.tables.reading import read_table
from sxtdbv_cli.tables.sheet_of import apart, sheet_of


class Table(NamedTuple):
    """A plan that was read from a table, and the way back to its cells."""

    plan: Plan
    sheet: Sheet


def recognise(grids: Sequence[Grid], choices: Choices, file: str) -> Table:
    """The plan that one of the grids holds.

    Raises:
        Unreadable: there is none, or more than one reading; says what was tried.
    """
    stated = choices.range or choices.columns or choices.header_rows is not None
    grids = grids if stated else [*map(in_one_list, grids)]
    try:
        reading = read_table(choose(grids, choices, file), choices)
    except Unreadable:
        parted = grids if stated else [*map(unfolded, grids)]
        if all(one is grid for one, grid in zip(parted, grids, strict=True)):
            raise
        reading = read_table(choose(parted, choices, file), choices)
    view = reading.view
    if not stated and view.grid.joined is None and any(is_folded(view.at(*cell)) for cell, _ in reading.body.odd):
        parted = [unfolded(grid) if grid is view.grid else grid for grid in grids]
        reading = read_table(choose(parted, choices, file), choices)
    return Table(reading.plan, apart(sheet_of(reading)))
