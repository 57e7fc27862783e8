"""The row that numbers the columns: ``A B 1 2 3=1+2``."""

import re

from sxtdbv_cli.tables.view import View, said

_LABEL = re.compile(r"[(\[]?\s*([A-ZĐa-z]|\d{1,2}[a-z]?)\s*[)\]]?").fullmatch
SEVERAL, MANY = 2, 5
"""So many numbers behind letters, or alone, that are all from one on number columns in any order."""
_RULE_LABEL = re.compile(r"[(\[]?\s*(?:\d{1,2}[a-z]?|[A-Z])\s*[)\]]?\s*=.*", re.DOTALL).match


def is_labels(view: View, row: int, left: int, right: int) -> bool:
    """Whether a row numbers the columns: ``A B 1 2 3=1+2``; columns that were moved keep their numbers."""
    cells = view.filled(row, left, right)
    texts = [said(cell).removesuffix(".0") for _, cell in cells]
    if len(cells) < 2 or not all(_LABEL(text) or _RULE_LABEL(text) for text in texts):
        return False
    numbers = [int(digits[0]) for text in texts if (digits := re.findall(r"\d+", text))]
    lettered = len(numbers) < len(texts)
    moved = len(numbers) >= (SEVERAL if lettered else MANY) and sorted(numbers) == [*range(1, len(numbers) + 1)]
    in_order = moved or numbers == sorted(set(numbers))
    enough = len(numbers) >= 2 or len(texts) >= 3 or texts in (["A", "1"], ["B", "1"])
    return in_order and bool(numbers) and (moved or numbers[0] <= 3) and enough
