"""What other titles say: *trong đó*, a rate, a signature, a note; matched as ``words/headings.py`` is."""

import re

from sxtdbv_cli.model.units import plain, says_ratio
from sxtdbv_cli.tables.numbering import without_code
from sxtdbv_cli.tables.words.spelling import bare, calls, is_another_word
from sxtdbv_cli.text.saying import Late, kept, says

OF_WHICH = re.compile(
    r"[-+*]?\s*\(?(trong do|tr\.? ?do|trd|t\.d|t\. ?do|gom|bao gom|of which|o/w|including|incl\.|thereof|"
    r"в том числе|из них|darunter|davon|dont|di cui|w tym|dos quais|de los cuales|waarvan|heraf)\b:?\s*"
).match

_REMARK = Late(
    r"(ghi chu|chu thich|luu y|chu y|nguon|notes?|source|bang so)\s*[:.].*|ghi chu|notes?|"
    r"\(?(tong )?(so tien )?(viet )?bang chu\s*[:.].*|an dinh (danh sach|so tien).*|"
    r"\(\*+\).*|"
    r"\(\d+\)\s.*|\[\d+\].*"
).fullmatch

is_count = says(
    r"(total |authorized |budgeted )?(fte'?s?|full[- ]time equivalents?|positions?|head ?count|enrol?lments?|"
    r"(fte|staff|student|pupil|head) counts?)( ?\(.*\)| ?counts?| ?total)?|number of .*|"
    r"(tong )?so (nguoi|bien che|hoc sinh)",
    plain,
    around=" .:*",
)
"""Whether a line counts people, and no money."""

_THINGS = (
    r"(nguoi|ho|khau(?! (hao|tru)\b)|the|luot|lop|hoc sinh|sinh vien|hoc vien|giao vien|can bo|bien che|lao dong|"
    r"dang vien|hoi vien|giuong|buoi|xe|thon|xa|truong|du an|cong trinh|mo hinh|doanh nghiep|hop tac xa|cuoc|con|cay|"
    r"san pham|em|chau)"
)
_MAY_COUNT = Late(r"\bs[oố]|\(", re.IGNORECASE).search
"""What such titles have with their diacritics: *sở* is no *số*."""
_COUNTS_THINGS = re.compile(rf"(tong )?so (luong )?{_THINGS}\b.*|.*\(({_THINGS}|ha|km|m2|m3)\)").fullmatch


@kept
def counts_things(title: str) -> bool:
    """Whether the title of a line says that it counts people or things: *Số học sinh*, *Diện tích (ha)*."""
    return bool(_COUNTS_THINGS(bare(without_code(title))) and _MAY_COUNT(title))


keeps_back = says(
    r"(chi )?du (phong|tru)\b.*|(general |total )?(reserves?|contingenc(y|ies)|unforeseen|buffer)\b.*|"
    r"(rezerv[ay]|puffer)\b.*|unvorhergesehenes|imprevi?s(tos?|ti)\b.*|imprevus|(fonds de )?reserve\b.*|onvoorzien.*",
    plain,
    around=" .:*",
)
"""Whether a line is what is kept back for whatever may come, of the whole rather than of the lines before it."""

is_statistic = says(
    r"((daily|weekly|monthly|quarterly|annual|yearly|simple|overall|the|gia tri|so|muc) )?"
    r"(averages?|avg|mean|median|(binh quan|trung binh)( (chung|cong|ca))?|"
    r"min(imum)?|max(imum)?|(lon|nho|cao|thap) nhat|moyenne|promedio|durchschnitt|mittelwert)"
    r"\.?( (amount|value|budget|cost))?( (per|of|for|by|over|theo|mot|1|moi|cua|cac|tren)\b.*| ?/.*| ?\(.*)?",
    plain,
    around=" .:*()",
)
"""Whether a line says by its whole title that it is an average, or the least or the most, of other lines."""

carries_over = says(
    r"(cong |so )*((chuyen|mang) (sang|tiep|qua)( trang)?( sau| truoc)?( \d+)?|chuyen trang( sau)?)|"
    r"cong (het )?trang( \d+| truoc| nay)?|trang truoc (chuyen|mang) sang|"
    r"(total )?(carried|brought) (forward|over|down)|page total|total of page( \d+)?",
    plain,
    around=" .:()",
)
"""Whether a row says that it is the sum of a page, or what is carried to the next."""

_STARRED = Late(r"\*{1,3}\s?[^\s*][^*]*").fullmatch
"""A note behind its star; words between stars are bold."""


def is_ratio_line(title: str) -> bool:
    """Whether the title of a line says that its figures are percentages or means, which nothing adds up;
    ``Contingency (10%)`` is an amount."""
    return says_ratio(title) or is_statistic(title)


@kept
def is_of_which(text: str) -> bool:
    """Whether a title opens a partial listing (*trong đó*)."""
    return bool(OF_WHICH(bare(text))) and not is_another_word(text)


_ALL = (
    r"(cu the|chi tiet)( nhu sau)?|nhu sau|"
    r"(duoc )?(chia|phan) ra( lam| thanh)?( cac)?( nguon| khoan| muc| phan)?( sau)?|"
    r"(bao )?gom( co)?( cac| nhung)?( khoan| noi dung| hang muc| muc| nguon)?( chi| thu)?( sau)?"
)

lists_all = calls(_ALL)
"""Whether a title says nothing but that all there is follows: *Gồm:*, *Cụ thể:*, and not *Trong đó:*."""

opens_listing = calls(rf"{_ALL}|rieng|trong (tong )?so( do| tren)?")
"""Whether a title says nothing but that a listing follows: *Cụ thể:*, *Bao gồm các khoản:*."""

says_once_more = says(r"(trong do,? |bao gom,? )?(phan|chia|co cau)( ra)? (theo|ra)\b.*", bare)
"""Whether a heading says that the lines below it divide the same amount in another way: *Phân theo nguồn vốn*."""

announces_part = says(r".*\w[\s,(:;-]+(trong do|of which|in which|o/w|thereof)[\s,:)]*", plain)
"""Whether a title says that a partial listing of it follows: *On Revenue Account, of which*."""

is_signature = calls(
    r"nguoi lap( bieu| bang)?|ke toan( truong)?|thu truong.*|giam doc.*|chu tich.*|noi nhan.*|(tm|kt|tl|"
    r"tuq)\. ?.*|t/m\b.*|pho .*|"
    r".*ngay .{0,12}thang .{0,12}nam .*|prepared by.*|approved by.*|reviewed by.*|signature.*|ky ten.*|thu kho|"
    r"truong phong.*|"
    r"phu trach ke toan|lap bieu|hieu truong|truong ban|truong (dai|tram|thon|doan)|bi thu( doan| dang uy| chi bo)?|"
    r"don vi lap|nguoi (duyet|nhan|de nghi.*|lap du toan)|phu trach bo phan|"
    r"\(ky.*\)|\(da ky\)|chief accountant|director"
)
"""Whether a text belongs to the block of signatures below a table."""


def is_remark(text: str) -> bool:
    """Whether a text is a note below a table."""
    return bool(_REMARK(bare(text)) or _STARRED(text.strip()))


_NOTE = Late(r"\(.*\)|(da|chua) bao gom\b.*|.*\b(dinh kem|kem theo)").fullmatch


def is_note(text: str) -> bool:
    """Whether a text among lines reads like a note on them: in brackets, or on what is in the figures."""
    return is_remark(text) or bool(_NOTE(plain(text).strip(" .:*")))


_PAGE_NUMBER = Late(r"(?:(?:trang|page|tr\.)\s*)?[-–—]?\s*(\d{1,3})\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,3})?").fullmatch


def page_number(text: str) -> int | None:
    """The number of a page where a text is that and nothing else: *Trang 2*, *- 2 -*, *2/5*."""
    match = _PAGE_NUMBER(text.strip().lower())
    return int(match[1]) if match else None


names_page = says(r"(phu luc|bieu|mau|trang|bang)\b.*\d.*|page \d+( of \d+)?|.*\(tiep( theo)?\)|\(?kem theo .*", bare)
"""Whether a text is what stands above the header of each page: *Phụ lục 1 (tiếp theo)*."""
