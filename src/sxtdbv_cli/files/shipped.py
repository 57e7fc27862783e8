"""The plan that is read where none is named."""

from collections.abc import Sequence
from pathlib import Path

from sxtdbv_cli import __file__ as package_file

SHIPPED = "data/plan_2022_2025.yaml"


def named(files: Sequence[str] | None) -> Sequence[str | None]:
    """The files that a command was given; where there are none, the plan that is read then."""
    return files or (None,)


def plan_file(file: str | None) -> tuple[str, str]:
    """The file to read and what to call it: the one named, else the plan under the current folder, else the
    shipped one (in the installed package, or in a checkout of the project), whose folder is nobody's business."""
    if file is not None:
        return file, file or '""'
    if Path(SHIPPED).is_file():
        return SHIPPED, SHIPPED
    package = Path(package_file).parent
    inside = package / SHIPPED
    return str(inside if inside.is_file() else package.parents[1] / SHIPPED), f"{package.name}/{SHIPPED}"
