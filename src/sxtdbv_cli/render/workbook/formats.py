"""How cells look: properties by name, as xlsxwriter calls them."""

from sxtdbv_cli.model.finding import Severity

TABLE = {"border": 1, "border_color": "#7F7F7F"}
HEAD = {**TABLE, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E7EDF3"}
SMALL = {**TABLE, "italic": True, "align": "center", "font_size": 9}
ASIDE = {"font_color": "#7F7F7F", "font_size": 10}
WRONG = {"bg_color": "#FBE3E0"}
TITLE = {"bold": True, "font_size": 14}
FILLS = {
    Severity.ERROR: WRONG,
    Severity.WARNING: {"bg_color": "#FDF1D0"},
    Severity.NOTE: {"bg_color": "#E3EFFA"},
}


def number_format(decimals: int) -> str:
    """Figures with their digits grouped as in Vietnam, negative ones in red."""
    digits = _digits(decimals)
    return f"[$-42A]{digits};[Red]-{digits}"


def difference_format(decimals: int) -> str:
    """Differences in red, a dash where there is none."""
    digits = _digits(decimals)
    return f'[Red][$-42A]{digits};[Red]-{digits};"–"_-'


def _digits(decimals: int) -> str:
    """The digits, and the width of a dash after them: figures do not touch the border."""
    return f"#,##0.{'0' * decimals}_-" if decimals else "#,##0_-"
