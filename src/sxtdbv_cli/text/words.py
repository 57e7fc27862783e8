"""Words that several outputs share."""

from sxtdbv_cli.text.language import Text

TOTAL = Text("Tổng", "Total")
DECLARED = Text("Tổng nêu trong văn bản", "Declared in the text")
