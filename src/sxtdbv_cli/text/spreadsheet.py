"""Text for spreadsheets: what could be taken for a formula is guarded, and comes back as it was."""

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a text may begin with to be taken for a formula, in any of the programs that open CSV."""

_GUARD = "'"


def risky(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    return text.startswith(RISKY)


def guarded(text: str) -> str:
    """A text for CSV: an apostrophe before what could be a formula, and before an apostrophe.

    >>> guarded("- Chi khác")
    "'- Chi khác"
    """
    return f"{_GUARD}{text}" if text.startswith((_GUARD, *RISKY)) else text


def unguarded(text: str) -> str:
    """The text that was guarded; any other text as it is.

    >>> unguarded("'- Chi khác")
    '- Chi khác'
    """
    return text[1:] if text.startswith(_GUARD) and text[1:].startswith((_GUARD, *RISKY)) else text
