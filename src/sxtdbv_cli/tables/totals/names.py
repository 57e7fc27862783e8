"""Which section a total names."""

from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.numbering import code_in_title, without_code
from sxtdbv_cli.tables.words.totals import named_by_total


def is_named(title: str, section: Entry) -> bool:
    """Whether a total names a section by its whole title, or by its code."""
    named = named_by_total(title)
    own = {plain(text).strip(" .:") for text in (section.title, without_code(section.title))}
    return bool(named) and named in {*own, _code_of(section)}


def names_another(title: str, section: Entry) -> bool:
    """Whether a total names another section than this one, by its code or by its title."""
    named = named_by_total(title)
    code = _code_of(section)
    own = plain(section.title).split()
    return bool(named) and named != code and not (set(named.split()) & set(own) or (code and code in named.split()))


def _code_of(section: Entry) -> str:
    """The code of a section in plain letters, which may stand before its title."""
    return plain(section.code or code_in_title(section.title)).strip(" .():")
