"""A plan that was written as a plan file is the same plan when it is read."""

import re
from dataclasses import replace

from hypothesis import given

from conftest import PLAN
from export.plans import plans
from sxtdbv_cli.files.read import read
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.files.yaml.write import write_yaml
from sxtdbv_cli.model.formula import BadFormula, read_formula
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.units import rounded
from sxtdbv_cli.tables.plan_of import decimals_shown


def sayable(plan: Plan) -> Plan:
    """The plan without what an import has not (acceptances), and rules of columns in other words than their keys."""
    keys = [column.key for column in plan.columns]
    columns = []
    for column in plan.columns:
        try:
            others = [key for key in keys if key != column.key]
            terms = read_formula(column.equals or "", others.__contains__)
            said = tuple(keys.index(name) for name in terms.plus), tuple(keys.index(name) for name in terms.minus)
        except BadFormula:
            said = ((), ())
        columns.append(column if said == (column.plus, column.minus) else replace(column, equals=None))
        if re.fullmatch("(19|20|21)[0-9]{2}", column.key):
            columns[-1] = replace(columns[-1], year=int(column.key))
    unit = 10**plan.unit.scale  # an erratum that is finer than the table would make that finer
    errata = [replace(one, stated=one.stated * unit, correct=one.correct * unit) for one in plan.errata]
    exact = rounded(replace(plan.unit, precision=1), decimals_shown([plan.cells], plan.unit.scale))
    return replace(plan, unit=exact, columns=tuple(columns), errata=tuple(errata), accept=())


@given(plans())
def test_read_gives_back_what_was_written(plan: Plan) -> None:
    plan = sayable(plan)
    assert parse(write_yaml(plan, ["a comment", "of two lines"]), "plan.yaml").plan == plan


def test_the_shipped_plan_is_written_in_its_short_form() -> None:
    plan = read(str(PLAN)).plan
    text = write_yaml(plan)
    assert parse(text, "plan.yaml").plan == plan
    assert "years: [2022, 2023, 2024, 2025]" in text
    assert "amounts: {total: 4.580.000.000, 2022: 1.520.000.000, 2023: 1.020.000.000, 2024: 1.020.000.000" in text
