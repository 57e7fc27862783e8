"""The law of one wrong figure: whatever shows the shape of a table, it is read the same with a digit mistyped, and the
sums it is in are told."""

from collections.abc import Iterator, Sequence

import pytest

from recogniser.made import book, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.files.loaded import Loaded

Row = list[object]
N = None

TABLES: dict[str, list[Row]] = {
    "a contingency behind the subtotal": [
        ["Nội dung", "Thành tiền"], ["Công sức", 3100000], ["Máy chủ", 4200000], ["Tên miền", 610000],
        ["Tạm tính", 7910000], ["Dự phòng rủi ro", 791000], ["Tổng cộng", 8701000],
    ],
    "a fee behind the subtotal": [
        ["Item", "Amount"], ["Labor", 121834], ["Fringe", 30459], ["Travel", 14003], ["Subtotal", 166296],
        ["Fee", 19212], ["TOTAL REQUEST", 185508],
    ],
    "revenues and expenses with a total that names each": [
        ["Item", "2024"], ["Revenues", N], ["Donations", 33253], ["Interest", 12411], ["Total Revenues", 45664],
        ["Expenses", N], ["Rent", 27199], ["Equipment", 15930], ["Bank charge", 1188], ["Total Expenses", 44317],
        ["Net Income", 1347],
    ],
    "a subtotal of a subtotal and more": [
        ["Poste", "Lignes"], ["Application JS", 19421], ["Application CSS", 12072], ["Sous-total application", 31493],
        ["Backend", 12164], ["Total code", 43657], ["Documentation", 12588], ["Configuration", 18203],
        ["Total tous fichiers", 74448],
    ],
    "groups that count anew": [
        ["STT", "Họ tên", "2023", "2024"], [N, "Thôn 1", 4610000, 5120000], [1, "Hồ Văn Lế", 2410000, 2610000],
        [2, "Hồ Thị Xua", 2200000, 2510000], [N, "Thôn 2", 3350000, 3720000], [1, "Hồ Văn Nhép", 1250000, 1410000],
        [2, "Hồ Thị Poi", 2100000, 2310000], [N, "Thôn 3", 2750000, 4070000], [1, "Hồ Văn Bường", 1500000, 2620000],
        [2, "Hồ Văn Dế", 1250000, 1450000], [N, "Tổng cộng", 10710000, 12910000],
    ],
    "a total without a name": [
        ["TT", "Hạng mục", "Giá 1", "Giá 2"], [1, "Cảm biến", 851000, 1212000], [2, "Đầu đo", 253000, 451000],
        [3, "Mạch", 352000, 503000], [N, N, 1456000, 2166000],
    ],
}  # fmt: skip


def skeleton(loaded: Loaded) -> list[tuple[object, ...]]:
    """Everything of the lines but their amounts, and the columns."""
    lines = loaded.plan.lines
    keys = tuple(column.key for column in loaded.plan.columns)
    return [keys, *zip(lines.codes, lines.titles, lines.parents, lines.roles, strict=True)]


def mistyped(rows: Sequence[Row]) -> Iterator[tuple[int, list[Row]]]:
    """The table with each figure in turn off by one in its first, second, or third digit; and by how much."""
    for row, cells in enumerate(rows[1:], 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, int) and cell >= 1000:
                for digit in range(3):
                    off = 10 ** (len(str(cell)) - 1 - digit)
                    off = -off if str(cell)[digit] == "9" else off
                    changed = [[*other] for other in rows]
                    changed[row][column] = cell + off
                    yield abs(off), changed


@pytest.mark.parametrize("shape", TABLES)
def test_one_wrong_figure_changes_no_line_and_is_told(shape: str) -> None:
    rows = TABLES[shape]
    right = skeleton(reading(book(rows)))
    for off, changed in mistyped(rows):
        loaded = reading(book(changed))
        found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
        gaps = {abs(gap) for finding in found if isinstance(gap := finding.facts.get("gap"), int)}
        assert skeleton(loaded) == right, changed
        assert off in gaps, changed
