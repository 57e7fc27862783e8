"""Vietnamese spelling: which words can be syllables. The evidence by which an encoding is told from another."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_WITH_STOPS = {"\u0301", "\u0323"}
"""The tones a syllable that ends in p, t, c or ch may have: sắc and nặng."""

_ONSETS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"
_RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc
    oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh
    uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
"""
_BEFORE_BACK = ("c", "g", "ng")
_BEFORE_FRONT = ("k", "gh", "ngh")
_SPELT = frozenset(_RHYMES.split())
_AFTER_QU = _SPELT | {"yên", "yêt", "ynh", "yt", "ych", "êu"}
_LETTERS = frozenset("aăâbcdđeêghiklmnoôơpqrstuưvxy")
_WORD = re.compile(r"[^\W\d_]+")


def words(text: str) -> Iterator[str]:
    """The words of a text that hold a letter outside ASCII: those that tell one encoding from another."""
    return (word for word in _WORD.findall(text) if not word.isascii())


def is_syllable(word: str) -> bool:
    """Whether a word, in NFC and any case, can be a Vietnamese syllable; old and new places of the tone are both fine.

    >>> is_syllable("Nghiệp"), is_syllable("hoà"), is_syllable("céng")
    (True, True, False)
    """
    plain, tones = _without_tone(word.lower())
    if len(tones) > 1 or not set(plain) <= _LETTERS:
        return False
    if (plain[-1:] in set("ptc") or plain.endswith("ch")) and tones and tones[0] not in _WITH_STOPS:
        return False
    return any(_spelled(plain, onset) for onset in ("", *_ONSETS.split()) if plain.startswith(onset))


def _without_tone(word: str) -> tuple[str, list[str]]:
    """A word without the mark of its tone, and the marks that were there."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = [mark for mark in decomposed if mark in _TONES]
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES)), tones


def _spelled(plain: str, onset: str) -> bool:
    """Whether what follows an onset is a rhyme, and one that the onset is written before: cá but kẻ, ga but ghe."""
    rhyme = plain[len(onset) :]
    if onset == "qu":
        return rhyme in _AFTER_QU
    front = rhyme[:1] in set("eêiy")
    misspelt = front if onset in _BEFORE_BACK else not front if onset in _BEFORE_FRONT else False
    return rhyme in _SPELT and (not misspelt or (onset == "g" and rhyme[0] == "i"))


def is_abbreviation(word: str) -> bool:
    """Whether a word is capitals without a tone, as in TTĐT, ƯTH or ĐVT: it speaks neither for nor against."""
    plain, tones = _without_tone(word.lower())
    return word.isupper() and not tones and set(plain) <= _LETTERS | {"w", "z", "f", "j"} and len(word) <= 8


LEAST_SHARE = (9, 10)
"""Of the words that speak, so many must be syllables: a name or a slip of the pen may stand among them."""


def is_vietnamese(found: Iterable[str]) -> bool:
    """Whether words with letters outside ASCII are Vietnamese: at least nine in ten of those that speak.

    A single letter and an abbreviation do not: µ or £ is a letter in some encoding.
    """
    speaking = {word for word in found if len(word) > 1 and not is_abbreviation(word)}
    right = sum(map(is_syllable, speaking))
    return bool(right) and right * LEAST_SHARE[1] >= len(speaking) * LEAST_SHARE[0]
