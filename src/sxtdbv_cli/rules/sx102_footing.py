"""SX102: the child lines of a line add up to it, in every column (footing, cộng dọc)."""

from functools import partial

from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.rules.rule import Severity, Text
from sxtdbv_cli.rules.words import ADDED, sum_hits

SEVERITY = Severity.ERROR
TITLE = Text("Các dòng con không cộng bằng dòng trên", "The child lines do not add up to their parent")
MESSAGE = ADDED

check = partial(sum_hits, kind=Kind.FOOTING, message=MESSAGE)
