"""The unit of a table: stated above it (``ĐVT: triệu đồng``), in its headings, or with its figures."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.model.units import dong_scale
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.units.abroad import abroad
from sxtdbv_cli.tables.units.money import MULTIPLES, money_of, multiple_in
from sxtdbv_cli.tables.units.stated import heading_unit, is_symbol, symbols_in, unit_alone, unit_in, unit_name
from sxtdbv_cli.tables.view import View


class Stated(NamedTuple):
    """A unit and the cell that states it; ``others`` are other units that are stated too, ``shown`` is the one that
    number formats show of figures in đồng."""

    name: str | None
    at: Position | None = None
    others: tuple[str, ...] = ()
    shown: str | None = None


def find_unit(
    view: View, block: Block, headings: Sequence[str], units: Iterable[str], formats: Iterable[str]
) -> Stated:
    """The unit of a table: of the statement nearest above it, else of its headings, else of all its figures, else of
    its title; what the title says otherwise is another.

    ``units`` are those attached to figures, ``formats`` the number formats of the amounts.
    """
    found, title = _below_title(view, block, headings, units, formats), _from_title(view, block)
    if found is None or title.name is None:
        return found or title
    scales = {dong_scale(name) for name in (found.name or "", title.name)}
    return found if None in scales or len(scales) == 1 else found._replace(others=(*found.others, title.name))


def _below_title(
    view: View, block: Block, headings: Sequence[str], units: Iterable[str], formats: Iterable[str]
) -> Stated | None:
    """The unit that anything but the title states."""
    for row in range(block.body - 1, max(-1, block.header - 12), -1):
        for column in range(view.width - 1, -1, -1):
            text = view.text(row, column)
            name = unit_in(text) or (unit_alone(text) or abroad(text) if row < block.header else None)
            if name:
                return Stated(name, (row, column))
    found = [name for heading in headings if (name := heading_unit(heading))]
    found = found or [match[0].strip(" ()") for heading in headings if (match := multiple_in(heading))]
    found = found or symbols_in(headings)
    written = [money_of(name) for unit in units if (name := unit_name(unit)) and name not in MULTIPLES]
    for names in (found, written, symbols_in(formats)):
        counted = Counter(names).most_common()
        if counted:
            return Stated(counted[0][0], None, tuple(name for name, _ in counted[1:]))
    return None


def _from_title(view: View, block: Block) -> Stated:
    """A unit in brackets in the title above a table, ``DỰ TOÁN CHI (triệu đồng)``, or in a cell of its own: £000."""
    for row in range(block.header - 1, max(-1, block.header - 12), -1):
        for column in range(view.width):
            text = view.text(row, column)
            if (match := multiple_in(text)) and match[0] == text.strip(" ()"):
                return Stated(match[0], (row, column))
            if match := re.search(r"\(([^()]{2,30})\)", text):
                name = unit_name(match[1])
                if name and (dong_scale(name) is not None or is_symbol(name)):
                    return Stated(name, (row, column))
    return Stated(None)
