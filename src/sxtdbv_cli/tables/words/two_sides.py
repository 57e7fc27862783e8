"""Words that say which side of a budget or a balance a thing is of: revenue (*thu*) or expenditure (*chi*)."""

import re
from collections.abc import Callable
from typing import NamedTuple

from sxtdbv_cli.model.units import plain


class _Sides(NamedTuple):
    """How the two sides are called."""

    left: Callable[[str], re.Match[str] | None]
    right: Callable[[str], re.Match[str] | None]


def _sides(left: str, right: str) -> _Sides:
    return _Sides(re.compile(rf"\b({left})\b").search, re.compile(rf"\b({right})\b").search)


_ABROAD = (
    ("produits?|recettes?|ressources?", "charges?|depenses?|emplois?"),
    ("ingresos?|receitas?|entradas?", "gastos?|egresos?|despesas?|saidas?|salidas?"),
    ("einnahmen?|ertrage?", "ausgaben?|aufwand|aufwendungen"),
    ("entrate|ricavi|proventi", "uscite|spese|oneri"),
    ("przychody|dochody|wplywy", "wydatki|koszty|rozchody"),
    ("pendapatan|penerimaan", "belanja|pengeluaran"),
)
ADDS_ABROAD, TAKES_ABROAD = ("|".join(words) for words in zip(*_ABROAD, strict=True))
"""What comes in and what goes out, in other languages."""
_WORDS = (
    ("thu", "chi"),
    (
        "incomes?|revenues?|receipts?|sources?|inflows?|deposits",
        "expen(ses?|ditures?)|payments?|uses?|outflows?|disbursements?|withdrawals",
    ),
    ("tai san|assets?", "nguon von|liabilit(y|ies)"),
    *_ABROAD,
    ("actifs?|activos?|ativos?|aktiva|attivo|aktywa", "passifs?|pasivos?|passivos?|passiva|passivo|pasywa"),
    ("avoirs?", "dettes?"),
    ("vermogen", "schulden|verbindlichkeiten"),
)
_PAIRS = tuple(_sides(*words) for words in _WORDS)
_ANY = re.compile(rf"\b({'|'.join('|'.join(words) for words in _WORDS)})\b")


def are_opposite(one: str, other: str) -> bool:
    """Whether a text speaks of one side, such as revenue, and another of the other."""
    one, other = plain(one), plain(other)
    return any(_are_of(pair, one, other) or _are_of(pair, other, one) for pair in _PAIRS)


def _are_of(pair: _Sides, one: str, other: str) -> bool:
    return bool(pair.left(one) and pair.right(other) and not pair.right(one))


def are_alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for the side they speak of."""
    return _ANY.sub("", plain(one)).split() == _ANY.sub("", plain(other)).split()
