"""The texts of a plan's lines, and which are in a legacy encoding, for the rules that look at characters."""

import re
from collections.abc import Callable, Iterator

from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.text.saying import Late, kept

_TCVN3 = Late(r"[A-Za-z][¸¶¨¬]|\xad¬|(?<![A-Za-z])®[A-Za-z]|[A-Za-z][µ¹©ª«¾¼½][A-Za-z]")
_VNI = Late(
    r"[aeo]â|[ae]à|[aeo]å|aá|aã|aä|aê|[aeuy]ù|[aeouy]ø|[au]û|[au]õ|[ôö][ùøûõï]|öô|\bñ\w*[âàåäôöïøûõùêã]", re.IGNORECASE
)
"""Marks that stand behind their letter, as VNI types them. Left out are the pairs that Vietnamese in Unicode (hoà,
hoá), French (ué, oè, aï, où), Spanish (eá), Portuguese (ão, ões) and German (eä) have; đ, typed ñ, begins a word,
which hardly a Spanish ñ does."""
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that neither legacy text nor other Latin writing has."""


def texts(plan: Plan, fine: Callable[[str], bool] = lambda _: False) -> Iterator[tuple[Address, str]]:
    """Every code, title, schedule and note with its address, then the particulars of the document.

    What is ``fine`` may be left out: it is asked of all the texts of a kind at once, with blanks between them.
    """
    lines = plan.lines
    fields = {"code": lines.codes, "title": lines.titles, "schedule": lines.schedules, "note": lines.notes}
    for name, column in fields.items():
        if fine(" ".join(filter(None, column))):
            continue
        for line, text in enumerate(column):
            if text:
                yield ("lines", line, name), text
    for name in ("number", "issuer", "title"):
        if text := getattr(plan.document, name):
            yield ("document", name), text


@kept
def legacy_encoding(text: str) -> str | None:
    """The legacy encoding of a text, by a letter pair that only it has, or by its words; None for any other text.

    A text with a letter that only Vietnamese in Unicode has is in none. One that was in UTF-8, was taken for cp1252 and
    saved again is called so.
    """
    if text.isascii() or _VIETNAMESE.search(text):
        return None
    if _was_utf8(text):
        return "UTF-8"
    for encoding, pairs in (("TCVN3", _TCVN3), ("VNI", _VNI)):
        if pairs.search(text):
            return encoding
    from sxtdbv_cli.text.legacy import surely_legacy  # few texts need its tables

    return surely_legacy(text)


def _was_utf8(text: str) -> bool:
    """Whether the letters of a text are bytes of UTF-8 in cp1252: *NÃ³mina*.

    >>> _was_utf8("NÃ³mina"), _was_utf8("Dá»± toÃ¡n"), _was_utf8("Nómina")
    (True, True, False)
    """
    try:
        return text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False
