"""SX101: the parts of a row add up to its total (cross-footing, cộng ngang)."""

from functools import partial

from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.rules.rule import Severity, Text
from sxtdbv_cli.rules.words import ADDED, sum_hits

SEVERITY = Severity.ERROR
TITLE = Text("Các cột không cộng bằng tổng của dòng", "The columns do not add up to the row total")
MESSAGE = ADDED

check = partial(sum_hits, kind=Kind.CROSS_FOOTING, message=MESSAGE)
