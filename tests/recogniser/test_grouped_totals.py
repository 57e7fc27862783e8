"""Exports with subtotals: a column for each level of groups, and totals that name the group in one of them."""

from recogniser.made import book, calculated, doubts, lines, reading

HEAD = "Fund,Office,Item,2024,2025\n"


def test_a_total_is_that_of_the_group_its_column_names() -> None:
    loaded = reading(
        HEAD + "Grants,Housing,Rent,10,20\nGrants,Housing,Loans,3,4\nGrants,Housing Total,,13,24\n"
        "Grants Total,,,13,24\n"
        "Roads,Works,Sand,5,6\nRoads,Works Total,,5,6\nRoads,Parks,Trees,1,2\nRoads,Parks Total,,1,2\n"
        "Roads Total,,,6,8\n",
        "a.csv",
    )
    assert lines(loaded) == [
        "Grants Total | 13 24", "  Housing Total | 13 24", "    Rent | 10 20", "    Loans | 3 4",
        "Roads Total | 6 8", "  Works Total | 5 6", "    Sand | 5 6", "  Parks Total | 1 2", "    Trees | 1 2",
    ]  # fmt: skip


def test_labels_that_are_not_repeated_hold_on_and_the_total_may_stand_right_of_them() -> None:
    loaded = reading(
        HEAD + "Grants,Housing,Rent,10,20\nGrants,,Loans,0,4\nGrants,,Housing Total,10,24\n"
        "Grants,Parks,Trees,0,0\n"
        "Grants,,Parks Total,0,0\nGrants Total,,,10,24\nRoads,Works,Sand,5,6\n"
        "Roads,,Works Total,5,6\nRoads Total,,,5,6\n",
        "a.csv",
    )
    assert lines(loaded) == [
        "Grants Total | 10 24", "  Housing Total | 10 24", "    Rent | 10 20", "    Loans | 0 4",
        "  Parks Total | 0 0", "    Trees | 0 0", "Roads Total | 5 6", "  Works Total | 5 6", "    Sand | 5 6",
    ]  # fmt: skip


def test_a_group_whose_total_does_not_add_up_is_told() -> None:
    rows = "Grants,Housing,Rent,10,20\nGrants,Housing,Loans,3,4\nGrants,Housing Total,,90,70\nRoads,Works,Sand,5,6\n"
    assert "SX513" in doubts(reading(HEAD + rows, "a.csv"))


def test_a_total_with_the_figures_of_another_and_a_name_of_its_own_is_told() -> None:
    rows = "Item,2024,2025\nHousing\nRent,10,20\nLoans,3,4\nTotal housing,13,24\nTotal roads,13,24\nTotal,26,48\n"
    assert "SX513" in doubts(reading(rows, "a.csv"))


def test_a_total_without_a_name_above_the_lines_may_stand_below_them_once_more() -> None:
    rows = "STT,Nội dung,2024,2025\n,,30,40\n1,Xăng,10,15\n2,Dầu,20,25\n"
    same, other = (reading(rows + f",Tổng cộng,{total},40\n", "a.csv") for total in (30, 31))
    assert lines(same) == lines(other) == ["1 Xăng | 10 15", "2 Dầu | 20 25", "declared | 30 40"]
    assert not doubts(same)
    assert "SX513" in doubts(other)


def test_a_total_whose_formulas_add_some_totals_has_just_these() -> None:
    made = ["=SUM({c}2:{c}3)", "=SUM({c}6:{c}7)", "={c}4+{c}5", "={c}8+{c}9"]
    total, absent, work, hours = ([one.format(c=c) for c in "BCDEF"] for one in made)
    rows = [
        ["Item", "Mo (h)", "Di (h)", "Mi (h)", "Do (h)", "Fr (h)"], ["Plan", 4, 0, 4, 3, 1], ["Build", 2, 0, 1, 1, 1],
        ["Total", *total], ["Teaching", 1, 0, 2, 1, 3], ["Holiday", 0, 8, 0, 0, 0], ["Sick", 0, 0, 0, 0, 0],
        ["Total absent", *absent], ["Total of all work", *work], ["Total hours", *hours], ["Extra", 1, 1, 1, 1, 1],
    ]  # fmt: skip
    values = {4: [6, 0, 5, 4, 2], 8: [0, 8, 0, 0, 0], 9: [7, 0, 7, 5, 5], 10: [7, 8, 7, 5, 5]}
    stored = {f"{c}{row}": value for row, known in values.items() for c, value in zip("BCDEF", known, strict=True)}
    found = lines(reading(calculated(book(rows), stored)))
    assert [line.split(" |")[0] for line in found] == [
        "Total hours", "  Total of all work", "    Total", "      Plan", "      Build", "    Teaching",
        "  Total absent", "    Holiday", "    Sick", "Extra",
    ]  # fmt: skip


def test_of_two_totals_behind_a_heading_that_they_do_not_name_none_is_its() -> None:
    rows = [["Nội dung", "Số tiền (đồng)"], ["Chi phí", None], ["Xi măng", 1_210_000], ["Cát", 3_450_000]]
    rows += [["Cộng vật tư", 4_660_000], ["Thợ nề", 2_120_000], ["Thợ điện", 3_330_000], ["Cộng nhân công", 5_450_000]]
    rows += [["Thu", None], ["Vé", 4_111_000], ["Bãi xe", 5_222_000], ["Cộng vé", 9_333_000]]
    rows += [["Tài trợ", 1_234_000], ["Quảng cáo", 2_345_000], ["Cộng tài trợ", 3_579_000]]
    loaded = reading(book(rows))
    tops = [line.partition(" |")[0] for line in lines(loaded) if not line.startswith(" ")]
    assert tops == ["Cộng vật tư", "Cộng nhân công", "Cộng vé", "Cộng tài trợ"]
    assert doubts(loaded) == ["SX513", "SX513"]


def test_a_total_that_says_a_code_before_its_name_is_of_no_section_of_another_name() -> None:
    rows = [["STT", "Nội dung", "Số tiền (đồng)"], ["I", "Chi", None], ["1)", "Xi măng", None]]
    rows += [["a", "Cát", 3_450_000], ["b", "Đá", 1_250_000], ["II", "Thu", None], ["1)", "Vé", None]]
    rows += [["a", "Người lớn", 3_451_000], ["b", "Trẻ em", 1_262_000]]
    loaded = reading(book([*rows, [None, "Cộng 1) Xi măng", 4_700_000], [None, "Cộng 1) Vé", 4_713_000]]))
    assert "    1) Vé | 4713000" in lines(loaded)
