"""Words that say which side of a budget or a balance a thing is of: revenue (*thu*) or expenditure (*chi*)."""

import re

from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.saying import Late, says

_ABROAD = (
    ("produits?|recettes?|ressources?", "charges?|depenses?|emplois?"),
    ("ingresos?|receitas?|entradas?", "gastos?|egresos?|despesas?|saidas?|salidas?"),
    ("einnahmen?|ertr[aä]ge?", "ausgaben?|aufwand|aufwendungen"),
    ("baten|inkomsten|opbrengsten", "lasten|uitgaven|kosten"),
    ("inn?tekter|intakter|indtaegter", "utgifter|kostnad(er)?|udgifter|omkostninger"),
    ("entrate|ricavi|proventi", "uscite|spese|oneri"),
    ("przychody|dochody|wplywy", "wydatki|koszty|rozchody"),
    ("pendapatan|penerimaan", "belanja|pengeluaran"),
    ("доходы?|поступления|выручка", "расходы?|затраты"),
)
ADDS_ABROAD, TAKES_ABROAD = ("|".join(words) for words in zip(*_ABROAD, strict=True))
"""What comes in and what goes out, in other languages."""
_WORDS = (
    ("thu", "chi"),
    (
        "incomes?|revenues?|receipts?|sources?|inflows?|deposits",
        "expen(ses?|ditures?)|payments?|uses?|out(flows?|goings)|disbursements?|withdrawals",
    ),
    ("tai san|assets?", "nguon von|liabilit(y|ies)"),
    ("thu nhap|earnings?", "khau tru|deductions?"),
    *_ABROAD,
    ("actifs?|activos?|ativos?|aktiva|attivo|aktywa", "passifs?|pasivos?|passivos?|passiva|passivo|pasywa"),
    ("avoirs?", "dettes?"),
    ("vermogen", "schulden|verbindlichkeiten"),
)
goes_out = says(rf"({_WORDS[1][1]}|{TAKES_ABROAD})\b.*", plain)
"""Whether a line is called what goes out."""
comes_in = says(rf"({_WORDS[1][0]}|{ADDS_ABROAD})\b.*", plain)
"""Whether it is called what comes in."""
_PAIRS = [[Late(rf"\b({side})\b").search for side in pair] for pair in _WORDS]
_ANY = rf"\b({'|'.join('|'.join(words) for words in _WORDS)})\b"


def are_opposite(one: str, other: str) -> bool:
    """Whether a text speaks of one side, such as revenue, and another of the other."""
    if one == other:
        return False
    ways = [(plain(one), plain(other)), (plain(other), plain(one))]
    return any(left(a) and right(b) and not right(a) for left, right in _PAIRS for a, b in ways)


def are_of_one_side(one: str, other: str) -> bool:
    """Whether two texts speak of the same side, in whatever words (*Income*, *Revenue*), and not of the other."""
    texts = plain(one), plain(other)
    sides = [[tuple(bool(side(text)) for side in pair) for text in texts] for pair in _PAIRS]
    return any(first == second and any(first) and not all(first) for first, second in sides)


def are_alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for the side they speak of."""
    return re.sub(_ANY, "", plain(one)).split() == re.sub(_ANY, "", plain(other)).split()
