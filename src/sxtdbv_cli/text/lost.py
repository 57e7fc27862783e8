"""Letters that were lost: a question mark stands for each where a file was saved in an encoding that lacks them, as
programs write a plain CSV on a machine that is not set to Vietnamese."""

import re
from collections.abc import Iterable

from sxtdbv_cli.text.saying import Late

FEW = 3
"""So many words with a question mark among their letters are no questions."""
_LOST = Late(r"[^\W\d_]\?+[^\W\d_]").search
_AROUND = "\"'.,;:!()[]{}|*"
_ADDRESS = re.compile(r"[/=&@]").search


def lost_words(texts: Iterable[str]) -> list[str]:
    """The words of some texts with a question mark among their letters, each once; addresses are none, and a few say
    nothing.

    >>> lost_words(["T?ng c?ng", "Qu?n lý nhà n??c"]), lost_words(["Why?", "https://a.vn/b?c=d"])
    (['T?ng', 'c?ng', 'Qu?n', 'n??c'], [])
    """
    words = (word.strip(_AROUND) for text in texts if "?" in text for word in text.split())
    found = dict.fromkeys(word for word in words if _LOST(word) and not _ADDRESS(word))
    return [*found] if len(found) >= FEW else []
