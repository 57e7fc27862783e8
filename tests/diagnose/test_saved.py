"""How few cells may do in a rounded table: sums are saved only where those that share cells are off by as much."""

from time import perf_counter

from tables import Row, diagnosed, table

from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.network import Network
from sxtdbv_cli.diagnose.rounded.saved import Saved
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.model.audit import audit

STEP = 1_000
LINES: list[Row] = [(-1, (90_000, 40_000, 50_000)), (0, (30_000, 10_000, 20_000)), (0, (60_000, 30_000, 30_000))]


def test_a_cell_that_joins_sums_which_are_off_by_different_amounts_saves_nothing() -> None:
    plan = table(LINES, precision=STEP)
    one, two, between = plan.cell(1, 1), plan.cell(2, 2), plan.cell(1, 2)
    wrong = plan.with_amounts({one: 17_000, two: 59_000})
    network = Network(wrong)
    slack = Slack(network, frozenset(), Meter(1_000, perf_counter() + 10))
    keys = [network.key(balance.sum) for balance in audit(wrong).failing]
    saved = Saved(slack, {key: slack.stated(key) for key in keys})
    assert (len(keys), saved.least(saved.start)) == (4, 2)
    assert saved.least(saved.after(saved.start, one)) == 2
    assert saved.least(saved.after(saved.start, between)) == 3
    assert diagnosed(wrong).minimum == 2
