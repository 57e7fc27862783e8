"""How a result is to be shown."""

from typing import NamedTuple

from sxtdbv_cli.text.language import Language


class Style(NamedTuple):
    """The language, the width of the terminal in characters, whether it takes colour, and how much to say.

    ``here`` is the folder that names of files are relative to, and ``root`` that of the project, which CI names
    files from; outputs hold neither. ``accepted`` findings are listed where that is asked for.
    """

    language: Language = Language.EN
    width: int = 80
    colour: bool = False
    quiet: bool = False
    timings: bool = False
    here: str = ""
    root: str = ""
    accepted: bool = False
