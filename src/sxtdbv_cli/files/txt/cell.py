"""What a cell of a text says: a figure, words, a code, a heading."""

import re

from sxtdbv_cli.model.units import plain

_FIGURE = re.compile(r"[-(+]?\d{1,3}((\.\d{3})+(,\d+)?|(,\d{3})+(\.\d+)?)\)?|-?\d+,\d+").fullmatch
_WORDS = re.compile(r"[^\W\d_]{2}").search
_QUANTITY = re.compile(r"~?[\d.,]+ ?\(?[^\W\d_]+(?:[/ ][^\W\d_]+)?\)?").fullmatch
"""``15 chiếc``, ``77.444 kg``, ``3 (đợt/năm)``: stands in columns of figures and in those of words."""
_LABEL = re.compile(r"\(?(?:[A-ZĐa-zđ]|\d{1,2})\)?(?:\s*=.*)?").fullmatch
"""What a row that numbers the columns holds: A, (1), 4=3/2."""
_CODE = re.compile(r"\S{0,10}|\d{1,3}(?:[. ]{1,2}\d{1,3}){1,4}").fullmatch
NUMBER = r"(?:(?:(?:Phần|Chương|Mục) )?[IVXLC]{1,6}|Mục \d{1,2}|[A-ZĐa-zđ]|\d{1,3}|\d{1,2}(?:\.\d{1,2})+|[-+*•])[.)]?"
_NUMBER = re.compile(NUMBER).fullmatch
"""The number of a line: IV, a), 12, 3.2, Mục 1, or a mark."""
_TOTAL = re.compile(r"(tong( cong| so)?|cong|total)( \(.*\))?:?").fullmatch
_COUNT = re.compile(r"\d{1,3}").fullmatch
_HEADING = re.compile(r".*[^\W\d_]{2}.*|(19|20)\d\d|%").fullmatch


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure that is written in groups or with decimals."""
    return bool(_FIGURE(text))


def holds_figure(text: str) -> bool:
    """Whether a cell holds a figure, written in groups or too small for them."""
    return is_figure(text) or bool(_COUNT(text))


def is_amount(text: str) -> bool:
    """Whether a cell holds a figure that is no code: in groups, with decimals, or none at all."""
    return is_figure(text) or text == "0"


def says_words(text: str) -> bool:
    """Whether a cell holds words."""
    return bool(_WORDS(text))


def holds_words(text: str) -> bool:
    """Whether a cell holds words, and is no quantity with its unit."""
    return says_words(text) and not _QUANTITY(text)


def is_heading(text: str) -> bool:
    """Whether a cell can be the heading of a column."""
    return bool(_HEADING(text))


def is_code(text: str) -> bool:
    """Whether a cell can be the code of a line, or none."""
    return bool(_CODE(text))


def is_number(text: str) -> bool:
    """Whether a cell is the number of a line, and certainly no word and no amount."""
    return bool(_NUMBER(text))


def is_label(text: str) -> bool:
    """Whether a cell can be one of a row that numbers the columns."""
    return bool(_LABEL(text))


def is_total(text: str) -> bool:
    """Whether a cell says *Tổng*, and nothing else."""
    return bool(_TOTAL(plain(text.strip("*_ "))))
