"""The row that numbers the columns: ``A B 1 2 3=1+2``."""

import re

from sxtdbv_cli.tables.view import View, said

_LABEL = re.compile(r"[(\[]?\s*([A-ZĐa-z]|\d{1,2}[a-z]?)\s*[)\]]?").fullmatch
_RULE_LABEL = re.compile(r"[(\[]?\s*(?:\d{1,2}[a-z]?|[A-Z])\s*[)\]]?\s*=.*", re.DOTALL).match


def is_labels(view: View, row: int, left: int, right: int) -> bool:
    """Whether a row numbers the columns: ``A B 1 2 3=1+2``."""
    cells = view.filled(row, left, right)
    texts = [said(cell).removesuffix(".0") for _, cell in cells]
    if len(cells) < 2 or not all(_LABEL(text) or _RULE_LABEL(text) for text in texts):
        return False
    numbers = [int(digits[0]) for text in texts if (digits := re.findall(r"\d+", text))]
    in_order = numbers == sorted(set(numbers))
    enough = len(numbers) >= 2 or len(texts) >= 3 or texts in (["A", "1"], ["B", "1"])
    return in_order and bool(numbers) and numbers[0] <= 3 and enough
