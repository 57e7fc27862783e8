"""The names of totals, and what a total says it is the total of; matched as ``words/headings.py`` is."""

import re

from sxtdbv_cli.model.results import names_result
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.numbering import without_code
from sxtdbv_cli.tables.words import foreign
from sxtdbv_cli.tables.words.spelling import bare, calls, is_another_word
from sxtdbv_cli.text.saying import Late, kept, says
from sxtdbv_cli.text.words import DECLARED

TOTAL_TITLE = re.compile(
    r"(?!tong (cong ty|ctcp|cuc|thau|giam doc|bien tap|dai|kho|so lieu|ket(?! (qua|du))|dieu tra|ve sinh|ra soat|"
    r"phu trach|duyet|kiem (ke|tra)|khao sat|phan tich|quan(?! so)|mat bang|khai mac|thuat|"
    r"hop,? (bao cao|y kien|danh muc))\b)"
    r"(i*[.)]?\s*)?(tong(cong)?\b.*|"
    r"cong\b(?! (tac|trinh|nghe|ty|an|cu\b|dong|chung|nhan|bo|vien|thuong|ich|nghiep|dan|chuc|suat|van|khai|chinh|"
    r"tac vien)).*|"
    r"(chi phi|gia tri|du toan|gia|thanh tien) .*\b(truoc|sau) thue\b.*|"
    r"toan (tinh|quoc|thanh pho|thi xa|quan|huyen|xa|phuong|thi tran|thon|nganh|truong|lop|vien|khoi|so|cuc|don vi|"
    r"cong ty|bo|giai doan)|"
    r"ca (nam|tinh|huyen|xa|nganh|giai doan|thoi ky)|"
    r"luu chuyen tien thuan.*|t\.? ?c(ong)?|thm|thanh tien|tam tinh|σ|full year|= ?[a-z].*|"
    r"(grand |sub ?-? ?|overall )?totals?\b.*|.*+(?:(?<=\btotal)|(?<=\btotals)|(?<=\bsubtotal))|"
    r"\w+ (sub ?-? ?)?totals? (for|of)\b.*|sum|"
    r"(summary (of )?)?all( (funds|sources|departments|accounts|divisions|schools|programs|years))?|"
    r"declared in the text)"
).fullmatch  # asked of every line: ``.*+(?<=x)`` looks but once whether a text ends with x

GRAND_TITLE = re.compile(
    r"tong ?(cong|so)\b(?! (lieu|thu|chi)\b).*|tong|cong|t\.? ?c(ong)?|σ|"
    r"toan (tinh|quoc|thanh pho|thi xa|quan|huyen|xa|phuong|thi tran|thon|nganh|truong|lop|vien|so|cuc)|"
    r"ca (tinh|huyen|xa|nganh)|grand totals?.*|"
    r"totals?|overall totals?|"
    r"total (budget|cost|costs|amount|expenses|expenditures?|"
    r"revenues?|income|project.*|all.*)|declared in the text"
).fullmatch

_SALDO = r"(saldo|solde)( d[aeiou]l?)?( (caixa|caja|cassa|caisse|compte|cuenta|conta|conto))?"
_FIRST, _LAST = "inicial|initial|iniziale|anterior|apertura|awal|poczatkow[ey]", "finale?|chiusura|akhir|koncow[ey]"
OPENS_ABROAD = rf"{_SALDO} ({_FIRST})\b.*|(anfangs|begin)(saldo|bestand)"
CLOSES_ABROAD = rf"{_SALDO} ({_LAST})\b.*|(schluss|end|eind)(saldo|bestand)"
"""A balance at the beginning and at the end, in other languages."""
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_KEPT_ON = r"\b(balances?|funds?|cash|position|reserves?|deposits?)\b.*"
OPENS_ON_DAY = rf"{_KEPT_ON}\b({_MONTH} 0?1|0?1(st)? {_MONTH})(,? \d{{4}})?"
CLOSES_ON_DAY = rf"{_KEPT_ON}\b({_MONTH} (2[89]|3[01])|(2[89]|3[01])(st|th)? {_MONTH})(,? \d{{4}})?"
"""A balance on the first day of a month, and on the last: *Fund Balance - July 1*, *Cash funds at 31 March 2023*."""

is_balance = says(
    r"\b(opening|closing|beginning|ending)\b.*\b(balances?|cash|funds?|reserves?|surplus|deficit|position)\b|"
    r"\b(balances?|cash|funds?|reserves?|surplus|deficit|net assets|position)\b.*"
    r"\b(beginning|end|ending|start|c ?/ ?f|b ?/ ?f|(carried|brought) forward)\b|"
    rf"(so du|ton)( quy)? (dau|cuoi|(ky|nam|thang) truoc)|"
    rf"^({OPENS_ABROAD}|{CLOSES_ABROAD}|{OPENS_ON_DAY}|{CLOSES_ON_DAY})$",
    bare,
    within=True,
)
"""Whether a line is what is carried from one year to the next, or what is left in the end."""


def names_rest(title: str) -> bool:
    """Whether a line says that it is what is left of others, or a balance."""
    return names_result(title) or is_balance(title)


is_rounding = says(
    r"(so tien |tong (cong|so|kinh phi)? ?)?\(?(da )?(lam tron|rounded( off| to)?)( so)?\)?( .{0,20})?", bare
)
"""Whether a line says that it is the total above it, rounded."""


@kept
def is_total(text: str) -> bool:
    """Whether a title, or a heading, is that of a total."""
    said = bare(text)
    named = bool(TOTAL_TITLE(said)) or foreign.is_total(said) or bool(_ADDED(text))
    return named and not is_another_word(text)


_ADDED = re.compile(r"[\W\d]*cộng (?!tác|đồng|hòa|hoà|hưởng|sinh)", re.IGNORECASE).match
"""The word with its diacritics, which is none of those that *cong* may be before a name (*Cộng Văn phòng*)."""


def is_grand(text: str) -> bool:
    """Whether a title is that of a total of everything."""
    said = bare(text)
    return (bool(GRAND_TITLE(said)) or foreign.is_grand(said)) and not is_another_word(text)


def says_declared(title: str) -> bool:
    """Whether a total is by its name the one that a text declares, as exports call it."""
    return title in (DECLARED.vi, DECLARED.en)


is_less = says(
    r"\(?(less|minus|deduct(ions?)?|(khau |giam )?tru|bot|moins|menos|meno|abzuglich|abzgl\.?)\)? ?:.*", plain
)
"""Whether a line says that it is taken away from what stands above it: *Less: obligations*."""

_TAKEN = re.compile(
    r"\(?[-–]?\)? ?(tru|(giam|khau) tru|bot|giam|hoan|tiet kiem|chiet khau|discount|less|minus|deduct\w*)\b"
).match
_MAY_BE_TAKEN = Late(
    r"\b(tr[uừ]\b|gi[aả]m|b[oớ]t|ho[aà]n|ti[eế]t|chi[eế]t kh|discount|less|minus|deduct)", re.IGNORECASE
).search
"""Those words with diacritics of their own: *trụ sở* is no *trừ*, *giám sát* no *giảm*."""


@kept
def is_taken(title: str) -> bool:
    """Whether a line says that it is taken away."""
    return bool(_TAKEN(bare(without_code(title))) and _MAY_BE_TAKEN(title))


is_sub = calls(
    r"(cong (muc|phan|nhom|i|a|b|c|((thang|dot|tuan|ngay) )?\d).*|"
    r"(sub|sous) ?-? ?tota(ls?|ux).*|cong nhom.*|tong (muc(?! dau tu)|phan|nhom) .*|"
    r".*\bsub ?-? ?totals?|tam tinh|(zwischen|teil)summe.*|подытог.*)"
)
"""Whether a title is that of the total of one part."""

_EXCLUDES = Late(
    r"\b(?:not including|exclu(?:ding|sive of|yendo|sief|ant)|excl\.?|exkl\.?|without|ohne|hors|sans|sin incluir|"
    r"except[oe]?|exceto|senza|zonder|(?:khong|chua)(?: bao)? gom)\b(.*)"
).search


_WORDS = Late(r"[^\W_]+")


@kept
def excluded(total: str) -> str:
    """What a total says that it does not include, in plain words between blanks; empty where it says nothing."""
    said = _EXCLUDES(plain(total))
    return _in_words(said[1]) if said else ""


def is_excluded(said: str, title: str) -> bool:
    """Whether what a total says holds all that a line is called."""
    return _in_words(plain(title)) in said


def _in_words(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text))} "


_TOTAL_WORD = Late(
    r"(?:(?:tong|cong)(?: ?(?:cong|so|muc|phan|nhom|kinh phi))*|"
    r"(?:grand |overall |\w+ (?=(?:sub ?-? ?)?totals? (?:for|of)\b))?(?:sub ?-? ?)?totals?"
    r"(?: (?:budget|costs?|amount))?(?: for| of)?(?: the)?|sum|tam tinh|"
    r"(?:(?:sous|sub) ?-?)?(?:totale?|totaux|totaal|summ?a|soucet|soma|somme|(?:zwischen)?summe|jumlah|razem|"
    r"итого|всего|усього|общо)(?: (?:de|des|du|del|dei|delle|di|da|do|das|dos|der|die|van))?"
    r"(?: (?:las?|los|les?|el|l['’]))?)\b[ :.]*"
).match

_TOTAL_LAST = Late(
    rf"(\b(sub ?-? ?)?totals?|[合总總小総]?[计計]{foreign.COUNTED}|(^|(?<=\w),? ){foreign.BEHIND})$"
).search


@kept
def named_by_total(text: str) -> str:
    """What a total says it is the total of, in plain letters; empty where it says only that it is one."""
    said = bare(text)
    match = _TOTAL_WORD(said) or _TOTAL_LAST(said)
    named = said[: match.start()] + said[match.end() :] if match else said
    return "" if foreign.is_grand(said) else named.strip(" :.-()")
