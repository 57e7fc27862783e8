"""What a cell of a text says: a figure, words, a code, a heading."""

import re

from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.saying import says

_QUANTITY = re.compile(r"~?[\d.,]+ ?\(?[^\W\d_]+(?:[/ ][^\W\d_]+)?\)?").fullmatch
"""``15 chiếc``, ``77.444 kg``, ``3 (đợt/năm)``: stands in columns of figures and in those of words."""
NUMBER = r"(?:(?:(?:Phần|Chương|Mục) )?[IVXLC]{1,6}|Mục \d{1,2}|[A-ZĐa-zđ]|\d{1,3}|\d{1,2}(?:\.\d{1,2})+|[-+*•])[.)]?"
_COUNT = re.compile(r"\d{1,3}").fullmatch

is_figure = says(r"[-(+]?\d{1,3}((\.\d{3})+(,\d+)?|(,\d{3})+(\.\d+)?)\)?|-?\d+,\d+")
"""Whether a cell holds a figure that is written in groups or with decimals."""


def holds_figure(text: str) -> bool:
    """Whether a cell holds a figure, written in groups or too small for them."""
    return is_figure(text) or bool(_COUNT(text))


def is_amount(text: str) -> bool:
    """Whether a cell holds a figure that is no code: in groups, with decimals, or none at all."""
    return is_figure(text) or text == "0"


says_words = says(r"[^\W\d_]{2}", within=True)
"""Whether a cell holds words."""


def holds_words(text: str) -> bool:
    """Whether a cell holds words, and is no quantity with its unit."""
    return says_words(text) and not _QUANTITY(text)


is_heading = says(r".*[^\W\d_]{2}.*|(19|20)\d\d|%")
"""Whether a cell can be the heading of a column."""

is_code = says(r"\S{0,10}|\d{1,3}(?:[. ]{1,2}\d{1,3}){1,4}")
"""Whether a cell can be the code of a line, or none."""

is_number = says(NUMBER)
"""Whether a cell is the number of a line (IV, a), 12, 3.2, Mục 1) or a mark, and certainly no word and no amount."""

is_label = says(r"\(?(?:[A-ZĐa-zđ]|\d{1,2})\)?(?:\s*=.*)?")
"""Whether a cell can be one of a row that numbers the columns: A, (1), 4=3/2."""

is_total = says(r"(tong( cong| so)?|cong|total)( \(.*\))?:?", plain, around="*_ ")
"""Whether a cell says *Tổng*, and nothing else."""
