"""Columns and lines that state a difference: what is negative there, or small, is so by right."""

import re

from sxtdbv_cli.model.plan import Column
from sxtdbv_cli.model.units import plain

_COLUMN = re.compile(
    r"chenh lech|sai (lech|biet)|tuyet doi|tang.{0,6}giam|[(+][+/-]*-|giam \(-\)|con thieu|variance|difference|"
    r"\bdiff\b|change|over.{0,4}under|balance|remaining|\bagainst\b|\bnet\b|\bsaldo\b|\bsolde\b|"
    r"\becarts?\b|abweichung|desviacion|desvio|scostament|diferenc|selisih"
).search


def is_difference_column(column: Column) -> bool:
    """Whether a column states a difference, by its rule or by its heading."""
    return bool(column.minus or _COLUMN(plain(column.title or column.key)))
