"""The plan as legal sites print it: a cell on each line, bars between, words broken over lines."""

import textwrap
from collections.abc import Sequence

HEADINGS = (
    "STT",
    "Nội\ndung thực hiện",
    "Thời\ngian thực hiện",
    "Tổng\nkinh phí 2022-2025",
    *(f"Kinh\nphí {year}" for year in range(2022, 2026)),
    "Ghi\nchú",
)
Row = Sequence[str | None]


def one_cell_a_line(rows: Sequence[Row], *, lead: bool = False, width: int = 38) -> str:
    """Rows with a bar behind each cell; with ``lead`` another before each row."""
    out: list[str] = []
    for row in rows:
        out += ["|"] if lead else []
        for cell in row:
            out += [part for line in (cell or "").split("\n") for part in textwrap.wrap(line, width)]
            out.append("|")
    return "\n".join(out)


def letter(table: str) -> str:
    """The document around the table: its head has bars too, and a total stands in its text."""
    return f"""ỦY
BAN NHÂN DÂN
-------
|
CỘNG
HÒA XÃ HỘI
|
Số:
160/KH-UBND
|
Kinh phí thực hiện năm 2022 là 3.802.800.000 đồng, giai đoạn 2022-2025 là 13.233.000.000 đồng.
|
PHỤ LỤC:
TỔNG HỢP CÁC NHIỆM VỤ
{table}
"""
