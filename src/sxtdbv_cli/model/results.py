"""Lines and columns that state what is left when others are taken away: words for rules and for the recogniser."""

import re

from sxtdbv_cli.model.plan import Column
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.saying import says

is_difference_line = says(
    r"chenh lech|sai (lech|biet)|thang du|tham hut|boi (chi|thu)\b|\blai\b.{0,3}\blo\b|loi nhuan|ket du|luu chuyen|"
    r"tang,? giam|variance|difference|surplus|deficit|\bexcess (\(deficiency\) )?of\b|\bnet\b|profit|\bloss|earnings|"
    r"\bebit|\boperating result|\bresult (before|after|for the)\b|"
    r"resulta?at|resultado|risultato|ergebnis|uberschuss|fehlbetrag|\bexcedent|superavit|avanzo|\bsaldo\b|\bsolde\b|"
    r"\bperte|benefice|utilidad|perdida|\becart|\bwynik|\b(laba|rugi)\b",
    plain,
    within=True,
)
"""Whether a line states a difference, by its title."""

is_left = says(
    r"con lai|balance|margin|marge\b|remain|\bleft\b|available|disponib|gewinn|verlust|ganancia|lucro|sobra|"
    r"\brest[aeo]?\b|\bsisa\b|\bостаток|\bсальдо|\bприбыль",
    plain,
    within=True,
)
"""The same of words that may name other things as well, *Balance*."""


def names_result(title: str) -> bool:
    """Whether a line says in either way that it is what is left of others."""
    return is_difference_line(title) or is_left(title)


_COLUMN = re.compile(
    r"chenh lech|sai (lech|biet)|tuyet doi|tang.{0,6}giam|[(+][+/-]*-|giam \(-\)|con thieu|variance|difference|"
    r"\bdiff\b|change|over.{0,4}under|balance|remaining|\bagainst\b|\bnet\b|\bsaldo\b|\bsolde\b|"
    r"\becarts?\b|abweichung|desviacion|desvio|scostament|dif+eren[czs]|selisih|"
    r"verschil|\broznica|отклонен|разниц|差|(^|: )(so )?dieu chinh\b|\badjustments?\b|\bvirements?\b"
).search


def is_difference_column(column: Column) -> bool:
    """Whether a column states a difference, by its rule or by its heading, or by how much another was adjusted."""
    return bool(column.minus or _COLUMN(plain(column.title or column.key)))
