"""Statements that are printed in columns, as auditors and treasurers send them: signs of currencies at the first
figures, dots that lead to them, headings set in."""

from recogniser.made import lines, reading
from sxtdbv_cli.check import check_plan

PRINTED = """GENERAL FUND
BUDGET AND ACTUAL

                                  Original        Final
                                    Budget       Budget        Actual
REVENUES
  Property taxes...........    $ 2,177,146  $ 2,204,246   $ 2,229,731
  Excise and other taxes...      1,767,657    1,767,657     1,905,658
  Tax liens................              -            -        57,461

    TOTAL REVENUES.........      3,944,803    3,971,903     4,192,850

EXPENDITURES
  Current:
    Public safety..........      2,856,199    2,895,174     2,541,716
    Public works...........        805,494      842,105       776,261

    TOTAL EXPENDITURES.....      3,661,693    3,737,279     3,317,977
"""


def test_a_sign_set_apart_from_its_figure_is_part_of_it() -> None:
    found = reading(PRINTED, "a.txt")
    assert lines(found)[:3] == [
        "REVENUES | 3944803 3971903 4192850",
        "  Property taxes | 2177146 2204246 2229731",
        "  Excise and other taxes | 1767657 1767657 1905658",
    ]
    assert not [one for one in check_plan(found).findings if one.severity != "note"]


def test_a_heading_alone_on_its_line_is_as_far_in_as_it_stands() -> None:
    found = reading(PRINTED, "a.txt")
    assert lines(found)[4:] == [
        "EXPENDITURES | 3661693 3737279 3317977", "  Current: | . . .", "    Public safety | 2856199 2895174 2541716",
        "    Public works | 805494 842105 776261",
    ]  # fmt: skip


def test_signs_in_a_column_of_their_own_and_marks_behind_them() -> None:
    text = """PTO Budget

    INCOME
      Dues                      $      900.00
      Raised
        Walk                    $    2,075.00
        Raffle                  $         -
      Grants
        Town                    $    1,600.00
        TOTAL INCOME            $    4,575.00
"""
    assert lines(reading(text, "a.txt")) == [
        "INCOME | 4575", "  Dues | 900", "  Raised | .", "    Walk | 2075", "    Raffle | .", "  Grants | .",
        "    Town | 1600",
    ]  # fmt: skip


def test_a_total_that_names_its_section_in_part_is_its_though_it_equals_the_other() -> None:
    rows = ["REVENUE,", "Fair,30000", "Dues,8600", "Total Projected Revenue,38600", "EXPENSES & ENCUMBERED FUNDS,"]
    rows += ["Cost of goods,20400", "Rent,10100", "Playground,8000", "Total Projected Expenses/Encumbrances,38600"]
    found = reading("\n".join(["Item,Budget", *rows]), "a.csv")
    assert lines(found)[3] == "EXPENSES & ENCUMBERED FUNDS | 38600"
    assert [one.code for one in check_plan(found).findings if one.severity == "error"] == ["SX102"]
