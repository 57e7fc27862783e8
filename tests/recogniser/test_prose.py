"""What the text around a table states of its document: taken where it is plain, told where it is not."""

import datetime

import pytest

from recogniser.made import reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.plan import Document

HEAD = """ỦY BAN NHÂN DÂN TỈNH SÔNG XANH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Sông Xanh, ngày 5 tháng 3 năm 2024
KẾ HOẠCH
ĐÀO TẠO CÁN BỘ GIAI ĐOẠN 2024-2025
Căn cứ Quyết định số 99/QĐ-TTg ngày 01 tháng 02 năm 2023 của Thủ tướng Chính phủ;
"""
MONEY = "Kinh phí thực hiện Kế hoạch năm 2024 là 300.000.000 đồng, giai đoạn 2024-2025 là 700.000.000 đồng; gồm:\n"
ANNEX = """PHỤ LỤC
(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh Sông Xanh)
"""
TABLE = """
| STT | Nội dung | Tổng kinh phí | Năm 2024 | Năm 2025 |
| --- | --- | --- | --- | --- |
| 1 | Tập huấn | 300.000.000 | 100.000.000 | 200.000.000 |
| 2 | Hội nghị | 400.000.000 | 200.000.000 | 200.000.000 |
"""


def doubts(loaded: Loaded) -> list[str]:
    findings = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    return [f"{found.code} {found.place.line}" for found in findings if found.code in ("SX512", "SX516", "SX103")]


def text(*parts: str) -> Loaded:
    return reading("".join(parts), "plan.md")


def test_a_whole_document_is_read() -> None:
    found = text(HEAD, MONEY, ANNEX, TABLE)
    assert found.plan.document == Document(
        number="12/KH-UBND",
        date=datetime.date(2024, 3, 5),
        issuer="Ủy ban nhân dân tỉnh Sông Xanh",
        title="KẾ HOẠCH ĐÀO TẠO CÁN BỘ GIAI ĐOẠN 2024-2025",
    )
    assert found.plan.declared == (700_000_000, 300_000_000, None)
    assert found.plan.unit.name == "đồng"
    assert found.plan.source.complete
    assert doubts(found) == []
    lines = [found.place(address).line for address in (("document", "number"), ("declared", "2024"), ("unit",))]
    assert lines == [11, 9, 9]


def test_years_listed_behind_a_total_of_all_of_them_are_totals_too() -> None:
    said = "Tổng kinh phí giai đoạn 2024-2025 là 700 triệu đồng, trong đó:\n- Năm 2024: 300 triệu đồng;\n"
    said += "- Năm 2025: {} triệu đồng.\n"
    assert text(said.format(400), TABLE).plan.declared == (700_000_000, 300_000_000, 400_000_000)
    assert doubts(text(said.format(390), TABLE)) == ["SX103 3"]
    partly = "Ngân sách tỉnh hỗ trợ, trong đó:\n- Năm 2024: 300 triệu đồng;\n"
    assert text(partly, TABLE).plan.declared == (None, None, None)


def test_without_an_annex_the_letterhead_says_it() -> None:
    found = text(HEAD, TABLE).plan
    assert (found.document.number, found.document.issuer) == ("12/KH-UBND", "ỦY BAN NHÂN DÂN TỈNH SÔNG XANH")
    assert found.document.date == datetime.date(2024, 3, 5)
    assert found.declared == (None, None, None)
    assert found.unit.name == "?"


@pytest.mark.parametrize(
    "money",
    [
        "Căn cứ kinh phí năm 2024 là 300.000.000 đồng.\n",
        "Kinh phí từ ngân sách tỉnh năm 2024 là 300.000.000 đồng.\n",
        "Kinh phí thực hiện là 5 tỷ đồng, trong đó năm 2024 là 300.000.000 đồng.\n",
        "Năm 2024 là năm thứ 300.000.000.\n",
    ],
)
def test_what_is_said_of_other_money_is_left_alone(money: str) -> None:
    found = text(HEAD, money, ANNEX, TABLE)
    assert found.plan.declared == (None, None, None)
    assert doubts(found) == ["SX512 13"]


@pytest.mark.parametrize(
    "money",
    [
        "Kinh phí thực hiện năm 2024 là khoảng 300.000.000 đồng.\n",
        "Kinh phí thực hiện năm 2024 là 300.000 đồng.\n",
        "Kinh phí thực hiện năm 2024 là 1.50.000.000 đồng.\n",
        "Kinh phí thực hiện năm 2030 là 300.000.000 đồng.\n",
        "Kinh phí thực hiện giai đoạn 2024-2026 là 700.000.000 đồng.\n",
    ],
)
def test_what_is_not_plain_is_told_and_left_out(money: str) -> None:
    found = text(HEAD, money, ANNEX, "ĐVT: đồng\n", TABLE)
    assert found.plan.declared == (None, None, None)
    assert doubts(found) == ["SX516 9"]


def test_two_totals_of_one_column_are_told() -> None:
    other = "Tổng kinh phí năm 2024 là 310.000.000 đồng.\n"
    found = text(HEAD, MONEY, other, ANNEX, TABLE)
    assert doubts(found) == ["SX516 10"]


def test_two_numbers_are_told_and_neither_is_taken() -> None:
    found = text(HEAD, ANNEX.replace("12/KH", "13/KH"), "ĐVT: đồng\n", TABLE)
    assert found.plan.document.number is None
    assert doubts(found) == ["SX516 10"]


def test_a_total_in_millions_is_that_of_a_table_in_dong() -> None:
    money = "Tổng kinh phí thực hiện năm 2024 là 300 triệu đồng.\n"
    found = text(HEAD, money, ANNEX, TABLE).plan
    assert (found.declared, found.unit.name) == ((None, 300_000_000, None), "đồng")


def test_a_text_that_breaks_off_with_its_table_is_incomplete() -> None:
    more = MONEY.replace("700.", "900.")
    found = text(HEAD, more, ANNEX, TABLE)
    assert not found.plan.source.complete
    assert [one.partition(" ")[0] for one in doubts(found)] == ["SX103", "SX516"]
    assert text(HEAD, more, ANNEX, TABLE, "\nNgười lập biểu\n").plan.source.complete


@pytest.mark.parametrize(
    "behind", ["Tổng cộng 710.000.000 đồng", "Tổng kinh phí: 710.000.000đ.", "Tổng số tiền là 710 triệu đồng"]
)
def test_a_line_behind_a_table_says_its_total_with_a_colon_or_without(behind: str) -> None:
    found = text(HEAD, TABLE, f"\n{behind}\n")
    assert found.plan.declared == (710_000_000, None, None)
    assert "SX103" in " ".join(doubts(found))


def test_the_own_total_of_a_table_stays() -> None:
    total = "| | Tổng cộng | 700.000.000 | 300.000.000 | 400.000.000 |\n"
    assert text(HEAD, MONEY, ANNEX, TABLE, total).plan.declared == (700_000_000, 300_000_000, 400_000_000)
    found = text(HEAD, MONEY.replace("300.", "310."), ANNEX, TABLE, total)
    assert found.plan.declared == (700_000_000, 300_000_000, 400_000_000)
    assert doubts(found) == ["SX516 9"]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (
            ("Dự kiến kinh phí thế nào?", "Mục III nêu như sau:", "- Dân góp: 300 triệu đồng"),
            "Dự kiến kinh phí thế nào?",
        ),
        (("Mức thu học phí như sau:",), "Mức thu học phí như sau:"),
        (("Grand Total", "Costs of the trip", "Total costs before 2021: USD 50.00"), "Costs of the trip"),
        (("Kinh phí 700 triệu đồng, trong đó:",), None),
    ],
)
def test_what_is_listed_or_worth_something_is_no_title(above: tuple[str, ...], title: str | None) -> None:
    assert text("\n\n".join(above), "\n", TABLE).plan.document.title == title


@pytest.mark.parametrize(("said", "declared", "told"), [
    ("Year 1 Total: $211,100", 211_100, []),
    ("Year 1 Total: 211,100", 211_100, []),  # the same without the sign, for it is just that
    ("Year 1 Total: $211,900", 211_900, ["SX103 6"]),
    ("Total $211,900", 211_900, ["SX103 6"]),
    ("Grand total 211,100", 211_100, []),
    ("Total 35 members", None, []),
    ("Total of 2 members: $211,900", 211_900, ["SX103 6"]),
    ("Year 1 Total: 211,900", None, []),
    ("Year 1 Total: 211,900 EUR", None, []),
    ("Total of all years: $911,900", None, []),  # more than the table has
    ("Total members: 35", None, []),
])  # fmt: skip
def test_a_total_in_the_money_of_a_table_behind_it(said: str, declared: int | None, told: list[str]) -> None:
    table = "| Name | Salary | Fringe | Total |\n|--|--|--|--|\n| PI | $145,000 | $13,500 | $158,500 |\n"
    table += "| Postdoc | $40,000 | $12,600 | $52,600 |\n"
    found = text(f"{table}\n**{said}**\n")
    assert found.plan.declared == (None, None, declared)
    assert doubts(found) == told
