"""A change to a text, as a unified diff."""

from collections.abc import Sequence
from difflib import unified_diff

from rich.console import Console
from rich.text import Text as Shown

from sxtdbv_cli.model.plan import Cell, Plan
from sxtdbv_cli.render.diagnosis.record import cell_name
from sxtdbv_cli.render.screen import draw
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.safe import visible

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def patch(before: str, after: str, file: str, style: Style) -> str:
    """The lines that change, with their surroundings; no line is cut or wrapped."""
    lines = unified_diff(before.splitlines(), after.splitlines(), file, file, lineterm="", n=1)

    def paint(console: Console) -> None:
        for line in lines:
            console.print(Shown(visible(line), _COLOURS.get(line[:1], "")), soft_wrap=True)

    return draw(style, paint)


def names_of(plan: Plan, cells: Sequence[Cell]) -> str:
    """Cells as people name them: ``III/A:total, 3.2:2022``."""
    names = (cell_name(plan, cell) for cell in cells)
    return ", ".join(f"{name['path']}:{name['column']}" for name in names)
