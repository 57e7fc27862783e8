"""A plan that no reader of plan files has made is held to its types: amounts are exact whole numbers."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from conftest import PLAN
from sxtdbv_cli.files.read import read
from sxtdbv_cli.model.plan import validated


@pytest.mark.parametrize("amount", [1.0, "1", True])
def test_an_amount_is_a_whole_number_and_nothing_else(amount: object) -> None:
    plan = read(str(PLAN)).plan
    amounts = [list(column) for column in plan.lines.amounts]
    amounts[1][2] = amount  # type: ignore[call-overload]
    wrong = replace(plan, lines=replace(plan.lines, amounts=tuple(map(tuple, amounts))))
    with pytest.raises(ValidationError) as refused:
        validated(wrong)
    assert {error["loc"] for error in refused.value.errors()} >= {("lines", "amounts", 1, 2)}
