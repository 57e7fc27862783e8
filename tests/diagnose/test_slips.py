"""Which slip turns the right figure into the stated one."""

import pytest

from sxtdbv_cli.diagnose.ranking.slips import slip


@pytest.mark.parametrize(
    ("stated", "proposed", "expected"),
    [
        (400_000_000, 420_000_000, "digit-replaced"),
        (1_534, 15_234, "digit-dropped"),
        (15_234, 1_534, "digit-added"),
        (2_314, 2_134, "digits-swapped"),
        (5_000_000, 5_000, "zeros-added"),
        (5_000, 50_000, "zeros-dropped"),
        (-70, 70, "sign"),
        (70_000_000, 70, "unit"),
        (3, 5, None),
        (123, 987, None),
        (None, 5, None),
    ],
)
def test_a_slip_is_named(stated: int | None, proposed: int, expected: str | None) -> None:
    assert slip(stated, proposed) == expected


def test_a_figure_of_a_neighbour_is_named_where_nothing_simpler_is() -> None:
    assert slip(123, 987, [123]) == "neighbour"
    assert slip(123, 124, [123]) == "digit-replaced"
