"""Faults of a file: one made at a place, those of a file together."""

from sxtdbv_cli.files.why import Kind, Why
from sxtdbv_cli.model.finding import Fact, Fault, Unreadable
from sxtdbv_cli.model.place import Place

SHOWN = 60
"""How much of a wrong value is quoted."""

MOST = 100
"""So many faults of one file are told: what has more is no plan that somebody mistyped, and may have millions."""


class Faults(list[Fault]):
    """The faults of one file. Nothing more is read after ``MOST`` of them, in time or in memory."""

    def append(self, found: Fault) -> None:
        """Note one more.

        Raises:
            Unreadable: there are too many.
        """
        if len(self) == MOST:
            raise Unreadable([*by_place(self), fault(Why.TOO_MANY, found.place, limit=MOST)])
        super().append(found)


def by_place(faults: list[Fault]) -> list[Fault]:
    """Faults in the order of the file."""
    return sorted(faults, key=lambda found: (found.place.line, found.place.column))


def fault(why: Kind, place: Place, **facts: Fact) -> Fault:
    """A fault of one kind at a place; texts of the file are shortened."""
    return Fault(why.code, why.message, {name: short(fact) for name, fact in facts.items()}, place)


def refused(why: Kind, at: Place | str, **facts: Fact) -> Unreadable:
    """What a file is refused with for one fault: at a place, or as a whole by its name."""
    return Unreadable([fault(why, Place(at) if isinstance(at, str) else at, **facts)])


def unknown_key(place: Place, key: str, known: tuple[str, ...]) -> Fault:
    """A key nobody knows, with the nearest known one."""
    from difflib import get_close_matches

    if key.isdecimal() and len(key) != len("2022"):
        return fault(Why.COMMA, place, key=key)
    if len(key) <= SHOWN and (nearest := get_close_matches(key, known, 1)):
        return fault(Why.UNKNOWN_KEY_NEAR, place, key=key, nearest=nearest[0])
    return fault(Why.UNKNOWN_KEY, place, key=key, known=", ".join(known))


def short(fact: Fact) -> Fact:
    """A text cut to what a message can carry."""
    return fact[:SHOWN] + "…" if isinstance(fact, str) and len(fact) > 4 * SHOWN else fact
