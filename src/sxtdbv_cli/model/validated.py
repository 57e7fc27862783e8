"""Plans held to their types by pydantic: what is imported, before it is kept; in the tests every table that is read."""

from sxtdbv_cli.model.plan import Plan


def validated(plan: Plan) -> Plan:
    """The same plan, every value of it of the type that the model says.

    Raises:
        pydantic.ValidationError: a value is not; ``loc`` is its address in the model.
    """
    from pydantic import TypeAdapter

    return TypeAdapter(Plan).validate_python(plan)
