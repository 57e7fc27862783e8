"""What the heading of a column promises, in Vietnamese and English, with or without diacritics.

Every pattern is matched against ``plain`` text: no diacritics, no capitals, single blanks.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import plain, without_rates
from sxtdbv_cli.tables.words import foreign
from sxtdbv_cli.tables.words.spelling import in_english, spelled
from sxtdbv_cli.text.saying import Late, says

_CODE = re.compile(
    r"(so )?(s ?tt|t ?t|thu tu)\.?|"
    r"ma( (so|hieu|chi tieu|muc|nhiem vu|nd|tieu muc|khach hang|vat tu|hang|don gia)){0,2}|"
    r"ma hieu cong (tac|viec)|ma (kh|vt|nv|nhan vien|cong viec)|ma so thue|mst|muc luc|n[o0]\.?|#|s/?no\.?|"
    r"ma( so)? (du an|da|cong trinh|ct|chuong trinh|kbnn|chuong|dia ban|(nganh|don vi|quan he|(dv)?qhns|nguon).*)|"
    r"(tk|tai khoan)( (no|co|debit))?|(so )?(cccd|cmnd|cmtnd|can cuoc|dinh danh|chung minh)\b.*|"
    r"so (tai khoan|tk|hop dong|hd|hoa don|chung tu|so|thua)\b.*|"
    r"sr\.?( ?no\.?)?|s(l|er|erial)\.? ?(no\.?|number)|"
    r"code|numero (du|de la) .*|(transaction|invoice|voucher|cheque|check|contract) ?(no\.?|number|#)|"
    r"(budget |line )*(item|line|activity|account|acct|budget|gl|object|fund|dept|cost) ?(code|no\.?|number|#)|"
    r"(budget )?line|"
    r"art(icle)?\.?|ref\.?|id( [a-z]+)?|"
    r"acc(oun)?t\.?|chuong|muc|tieu muc|khoan"
).fullmatch

_NUMBERED = re.compile(r"mã\b(?! (hóa|hoá|lực|dòng)).*").match
"""What has a number of its own; without its diacritics the word is others (*mạ*, *má*)."""

_TITLE = re.compile(
    r"noi dung|nhiem vu|chi tieu|dien giai|danh muc|hang muc|khoan muc|khoan thu|khoan chi|cac khoan|linh vuc|"
    r"noi dung chi|"
    r"\bten\b|don vi\b(?! tinh)|co quan|dia phuong|du an|cong trinh|nguon thu|hoat dong|chuong trinh|"
    r"\bitems?\b|description|\bdesc\b|\bdept\b|"
    r"activit|categor|particular|\baccount\b|line ?item|department|program|\bprojects?\b|\btitle\b|"
    r"\bname\b|details?\b|expenditures?\b|\brevenues?\b|\bexpenses?\b|purpose|\bheads?\b|function|\btasks?\b|"
    r"component|\blevel ?\d*\b|\bcap \d"
).search

_DAY = (
    r"ngay,? (thang|giao dich|gui|den han|dao han|giai ngan|thanh toan|chung tu|ct|ghi so|ky|het han|nop|cap|lap|nhap|"
    r"xuat)\b.*"
)
_SCHEDULE = re.compile(
    rf"(thoi (gian|ky|diem|han).*|tien do.*|{_DAY}|"
    r"schedule|timeline|duration|time ?frame|time|"
    r"(start|end)( date)?|(.* )?dates?|period)"
).fullmatch

_UNIT = re.compile(r"(d\.?v\.?t\.?|don vi tinh|unit|units|uom|unit of measure(ment)?|unit type)(\s*\(.*\))?").fullmatch

_MONEY = r"(?:thu|chi|du|no|von|nop|tang|giam|thue|phi|quy|lai|goc)\b"
"""What so much of is money: *Số thu/chi*, *Số tăng/giảm*."""

_QUANTITY = re.compile(
    r"(?:tong |cong |chenh lech |tang |giam |total )*(so luong|s\.?l\.?\b|"
    r"khoi luong(?! (thuc hien|hoan thanh|da|nghiem thu))|san luong\b(?!.*\b(tien|von)\b)|"
    r"luot (nguoi|hoc|khach|xe)\b.*|qty\.?|quantity|(no\.?|number|#) of.*|q'ty|"
    r"thoi (gian|luong) ?\((ngay|tuan|thang|buoi|tiet|gio)\)|(he|trong) so.*|tan suat.*|dan so.*|dien tich.*|"
    r"so (hoc vien|hoi vien|doan vien|giao vien|sinh vien|dai bieu|hv|hs|gv|sv)\b.*|so cong|"
    rf"so (cong|(?!{_MONEY})[a-z]{{1,5}})/(?!.*phat sinh).*|quy mo(?! von).*|chi so( (cu|moi|dau|cuoi).*)?$|"
    r"so (nguoi|the|ngay|lan|lop|buoi|luot|diem|mau|dot|tiet(?! kiem)|suat|cuoc|hoi nghi|hoc sinh|can bo|doi tuong|"
    r"khau(?! (hao|tru)\b)|thon|xa|giuong|phong|bien che|thang|ho|km|lao dong|cu tri|khu vuc|cay|phieu|ho so|trang|"
    r"quyen|xe|gia dinh|chi bo|dang vien|doanh nghiep|co so|cong trinh|du an|nhiem vu|tram|truong|benh nhan|nhan khau|"
    r"tin chi|vu viec|nam cong tac)\b"
    r"(?! (sung|tro|hoi hoa|chong|thu hoi|thiet bi|bi|nop|da nop|dong gop|bao cao|de nghi|quyet toan)\b).*|"
    r"(tong |so |tong so )(gio|tuan)( cong)?( ?/.*)?$|(gio|tuan|ngay)( cong)? ?/ ?(ngay|tuan|thang|nguoi)$|"
    r"(?:person|staff|man|work)?[- ]?(?:months?|weeks?|days?|hours?|hrs?\.?)( ?(/|per) ?(day|we?e?k|month|year|yr))?$|"
    r"fte'?s?\b|head ?count|counts?$|"
    r"units (sold|budget|actual|plan|planned|forecast|ordered|produced|needed)\b|"
    r"(auth(ori[sz]ed)?\.? )?pos(itions?|\.)?( (cut|filled|funded|authori[sz]ed|eliminated))?$|"
    r"(nights?|freq(uency|\.)?|times|trips?|pax|persons?)$|(yes|aye|nay|abstain(ed)?|votes( (for|against))?)$|"
    r"(tong )?(lao dong|nhan khau|khau|ngay cong|thang huong|kl|giuong benh|hsl|hs luong|cbcc(vc)?|ld)$|"
    r"(chi tieu )?bien che\b(?! (quy|kinh phi)).*|"
    r"(hs|hv|hssv)\b(?!.*\b(tien|kinh phi|von|gia tri|hoc phi|hoc bong|ho tro|tro cap|thu|chi|phi|dong)\b).*|"
    r"(mat do|si so|nang suat|cong suat|chieu (dai|rong|cao|sau|day))\b.*|"
    r"(tong )?(diem|gio cong|trong luong|so (cbcc(vc)?|goi thau|giuong))$)"
).match

_COUNTED = re.compile(
    r"((tổng )?(số )?(ngày )?)công$|chênh lệch (gd|giao dịch)$|"
    r"(tổng )?số (lô|tổ|tờ|căn|con|bộ|cái|chiếc|hộp|chuyến|giờ|ca|trẻ|khóa|khoá|máy|bàn|vé|đơn|gd|giao dịch)\b|"
    r"(sản )?lượng\b(?!.*\b(tiền|vốn)\b)|(ha|km|m[23²³]?|kg|kwh?|tấn|cây|hộ|khẩu|người|buổi|tiết|suất|lớp|giờ|tuần)$"
).match
"""What a heading counts by words that are others without their diacritics (*cộng*, *còn*, *cần*, *bổ*, *lương*)."""

_THINGS = re.compile(
    r"(?!.*\b(tien|kinh phi|von|(quy|tien) luong|gia tri)\b)"
    r"(.*\((nguoi|ho|khau|hs|hoc sinh|em|ha|km|m|m2|m3|con|cai|bo|lop|kg|tan|lit|kw|kwh)\)|"
    r"(?!.*\b(phi|chi|thu|gia|luong|thuong|cap|thue|lai|muc|doanh thu)\b).*\((ngay|tuan|gio|phut)\))"
).fullmatch
"""What a heading counts, in brackets: *Miễn giảm (HS)*."""

_PRICE = re.compile(
    r"(don gia|(muc )?luong (co so|toi thieu)$|t[yi] gia\b|dinh muc|muc (chi|gia|khoan|dong\b|thu\b)|"
    r"gia\b(?! (tri|goi|trung|du toan|hop dong|hd|du thau|thau)\b)|"
    r"(so )?tien( luong| cong| an| day)? (mot|1|moi|cho (mot|1|moi)) (gio|ngay|buoi|tiet|ca|suat|luot|cong|nguoi)\b|"
    r"muc\b.*/ ?(nguoi|ho|khau|hoc sinh|hs|em|doi tuong|thang|ngay|buoi|tiet|lan|luot|suat|lop|ha|m2|km|con|cay)\b|"
    r".*\((1\.?000 ?|nghin |ngan )?(dong|d|vnd) ?/ ?(?!thang|nam|quy)[a-z]|"
    r"unit (cost|price|rate|[$£€])|price|((hour|dai|week|month)ly|day|pay|billing) (rate|wage)\b|rate|"
    r"cost ?(per|/)|per |(avg\.?|average) (salary|wage|cost|price|rate|fee)s?\b)"
).match

_RATED = re.compile(r"mức( (hưởng|quà|tiền))?").fullmatch
"""A rate by a word that is another without its diacritics (*mục*)."""

_COMPARED = (
    r"(?:(?:uoc |nam )?(?:dt|th|kh|qt|uth|du toan|thuc hien|ke hoach|quyet toan|giai ngan|thanh toan)\b[^/]{0,20})"
)
"""What one column of a comparison is called: *Ước TH*, *KH 2024*, *dự toán năm*."""

_PERCENT = re.compile(
    rf"^{_COMPARED} ?/ ?{_COMPARED}$|\bso voi\b|%|\b(ty|ti) (le|suat)\b|\bty trong|\bti trong|so sanh|percent|lam phat|"
    r"\binfla[ct]|\bpct\b|率$|\bshare\b|\bratio|tang,? ?giam \(%\)|(?<!unit )\brate\b|\btoc do\b|\bgrowth\b"
).search

_NOTE = re.compile(
    r"ghi chu|\bnotes?\b|remarks?|comments?|ly do|can cu|giai trinh|thuyet minh|justification|chu tri|phoi hop|"
    r"phu trach|"
    r"co so|van ban|\bsource|quyet dinh so|^ky hieu$|^t\W?m$|"
    r"^(calculation|calculo|calcul|berechnung|расчет|formula|basis( of (estimate|calculation))?)$"
).search

_AMOUNT = re.compile(
    r"kinh phi|so tien|du toan|thuc hien|quyet toan|ke hoach|giao|thanh tien|\bvon\b|ngan sach|\bnam\b|\btong|"
    r"(?<!nhan )\bcong\b(?! (tac|viec|trinh|nghe|ty|an|chuc|suat|nhan|doan|khai|ich|nghiep|thuong|vu))|"
    r"nstw|nsdp|nsnn|\btw\b|\bdp\b|gia tri|so du|phat sinh|chenh lech|sai (lech|biet)|con lai|tang|giam|"
    r"\b(uoc|duoc (giao|duyet|cap|phan bo)|da (su dung|rut|cap|nop|tra|phan bo|bo tri)|ky truoc)\b|"
    r"\btien (luong|cong|an|thuong|thue|dien|nuoc|hoc|mat|gui|ngu|xe|tau|nha|phong|thuoc)\b|"
    r"^(so )?de nghi\b|^ghi (no|co)\b|^luy ke\b|^cumulative\b|(?<!up )\bto date\b|\bytd\b|"
    r"tam ung|giai ngan|\bthu\b(?! hoach)|\bchi\b|\bthue\b(?! suat)|"
    r"budget|actual|amount|projected|projection|\bdifference|\bchange\b|"
    r"\bcosts?\b|\bfy\b|\bfy ?'?\d|total|forecast|estimate|request|proposed|adopted|"
    r"approved|variance|"
    r"balance|spent|spend|revised|grant|fund|\b(jan|feb|mar|apr|may|jun(?!ior)|jul|aug|sep|oct|nov|dec)|\bq[1-4]\b|"
    r"quarter|quy [1-4iv]|"
    r"thang \d|(19|20)\d\d|debit|credit|salary|wages|price|subtotal|year|"
    r"\b(cap|op)ex\b|\b(revenues?|expenses?|expenditures?|income|profit)$"
).search

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)").findall


@lru_cache(maxsize=4096)
def use_of(heading: str) -> Use | None:
    """What a heading promises; None where it says nothing that is known."""
    heading = _LETTERED.sub("", heading)
    text = plain(in_english(unicodedata.normalize("NFC", heading))).strip(" .:*")
    if not text:
        return None
    written = unicodedata.normalize("NFC", heading).lower().strip()
    if _NUMBERED(written) or _RATED(written):
        return Use.CODE if _NUMBERED(written) else Use.PRICE
    if (both := _TWO_TONGUES(text)) and len(uses := {_names_alone(one.strip(" .:*")) for one in both.groups()}) == 1:
        return uses.pop() or _one_use(text, written)
    return _one_use(text, written)


_LETTERED = re.compile(r"(?<=\w)\s+\([A-Z]\)$")
"""The letter of the column behind a heading: *Công (H)*."""


def _names_alone(text: str) -> Use | None:
    """The use of a heading that no amounts have, where it is nothing but the name of it."""
    if _CODE(text) and text != "account":
        return Use.CODE
    return Use.UNIT if _UNIT(text) else Use.SCHEDULE if _SCHEDULE(text) and not _QUANTITY(text) else None


def _one_use(text: str, written: str) -> Use | None:  # noqa: PLR0911
    """What a heading promises, in plain letters and as it is written."""
    if alone := _names_alone(text):
        return alone
    if (_QUANTITY(text) or _THINGS(text) or _COUNTED(written) or foreign.counts_times(text)) and not _CURRENCY(text):
        return Use.QUANTITY
    if _PRICE(text) and not _YEAR(text) and not text.endswith(" year"):
        return Use.PRICE
    if _NOTE(text):
        return Use.NOTE
    if _AMOUNT(text) and not _TITLE(text):
        return Use.AMOUNT
    if _TITLE(text):
        return Use.TITLE
    found = Use.AMOUNT if _AMOUNT(text) else foreign.use_of(text)
    return found or (Use.AMOUNT if _CURRENCY(text) else None)


_TWO_TONGUES = re.compile(r"([^/()]+?) ?(?:/|\() ?([^/()]+?)\)?").fullmatch
"""A heading in two languages: *STT / No.*, *Đơn vị tính (Unit)*."""

_CURRENCY = re.compile(r"(?=\D*$).*([$€£]|\b(eur|usd|vnd|gbp|chf|aud|cad|brl|nzd|sgd|inr|zar|sek|nok|dkk)\b)").match


def names_section(heading: str) -> bool:
    """Whether a text over the titles of some lines is the name of their section, and no heading: *HOUSING*."""
    return bool(heading) and use_of(heading) not in (Use.TITLE, Use.CODE, Use.NOTE, Use.SCHEDULE)


def says_again(texts: Sequence[tuple[str, Sequence[str]]]) -> bool:
    """Whether texts, in small letters, are those of a header beside them; what titles are called may differ (*Item*,
    *Source*; *Item (continued)*), if nothing else does."""
    others = [(text, there) for text, there in texts if not is_again(text, there)]
    return len(others) < len(texts) and all(_is_title(text) and any(map(_is_title, there)) for text, there in others)


def is_again(text: str, there: Collection[str]) -> bool:
    """Whether a text is one of some headings once more: *Item*, or *Item (continued)*."""
    return text in there or (text.endswith(")") and continued(text) in map(plain, there))


def continued(text: str) -> str:
    """What it is that a text says to go on (*I. Chi đầu tư (tiếp theo)*), in plain letters; empty if it does not."""
    match = _CONTINUED.search(plain(text))
    return plain(text)[: match.start()] if match else ""


_CONTINUED = Late(r"\s*\((tiep( theo)?|continued|cont\.?)\)$")


def _is_title(heading: str) -> bool:
    return use_of(heading) is Use.TITLE or bool(_SOURCE(plain(heading)))


_SOURCE = Late(r"(funding )?sources?|nguon( (von|thu|kinh phi))?").fullmatch
"""What calls lines of income, though it says as well where figures were found."""

names_lines = says(
    r"items?|descriptions?|particulars|contents?|noi dung|chi tieu|(so )?(s ?tt|t ?t)|no", plain, around=" .:()"
)
"""Whether a text is nothing but the heading of codes or titles, and no line: *Item*, *Nội dung*."""

numbers_lines = says(r"(so )?(s ?tt|t ?t|thu tu)\.?", plain)
"""Whether a heading says that its column numbers the lines (*STT*), as hardly anything but a header does."""

names_words = says(r"(ghi chu|thoi gian|tien do|notes?|remarks?|comments?)\b.*", plain)
"""Whether a heading is that of notes or of a schedule, where words stand."""

names_day = says(_DAY, plain)
"""Whether a heading says that a day stands below it, as it is, or how many days off."""

is_period = says(
    r"(years?|months?|quarters?|weeks?|periods?|nam|thang|quy|tuan|ky)( (no|number|thu))?", plain, around=" .:"
)
"""Whether a heading says that periods are counted below it, and nothing else."""

refers_to_notes = says(
    r"note[ns]?( (no|number|ref)s?)?|not|noter|notas?|thuyet minh|(erlauterung|anhang|toelichting|catatan)\w*\b.*",
    plain,
    around=" .:",
)
"""Whether the figures of a column can be the numbers of notes, as in the accounts of companies and charities."""


def is_weak(heading: str) -> bool:
    """Whether a heading may as well be that of numbers that name something, or of ratios: *fund*, *change* are both."""
    text = plain(spelled(heading))
    return bool(_WEAK(text)) and not _AMOUNT(re.sub(_WEAK_WORDS, "", text))


_WEAK_WORDS = r"\b(fund|change|difference)\b"

_WEAK = re.compile(_WEAK_WORDS).search


def is_ratio(heading: str) -> bool:
    """Whether a heading speaks of percentages or of a comparison, which are no amounts: of a year with one before it
    (*2025/2024*), for years that go on are a budget year (*2024/2025*)."""
    text = without_rates(plain(spelled(heading)))
    return bool(_PERCENT(text)) or _goes_back(text)


def _goes_back(text: str) -> bool:
    years = _TWO_YEARS(text)
    return years is not None and years[1] > years[2]


_TWO_YEARS = re.compile(r"(?:nam )?((?:19|20)\d\d) ?/ ?(?:nam )?((?:19|20)\d\d)").fullmatch
_MAYBE_AMOUNTS = re.compile(r"\b(share|rate|so voi|growth)\b")


def may_be_amounts(heading: str) -> bool:
    """Whether nothing but a word that may as well head amounts speaks of percentages."""
    text = plain(spelled(heading))
    return not _PERCENT(_MAYBE_AMOUNTS.sub("", text)) and not _goes_back(text)


_DIFFERENCE = re.compile(r"tuyet doi|so tien|chenh lech|sai lech|sai biet|\+/?-|variance|difference|\bamount").search


def is_difference(heading: str) -> bool:
    """Whether a heading speaks of a difference in amounts."""
    text = plain(heading)
    return bool(_DIFFERENCE(text)) and not text.rstrip(" )").endswith("%") and "(%)" not in text


def years_in(heading: str) -> list[int]:
    """The years a heading names."""
    return [int(year) for year in _YEAR(heading)]


is_cumulative = says(
    r"luy ke|cong don|\brunning\b|tu khoi cong|\bden (het|cuoi|31/12)|cumulative|to date", plain, within=True
)
"""Whether a heading speaks of all that came together up to a year, which is more than that year's."""

runs_on = says(
    r"luy ke|cong don|\bton\b|so du|\bdu (no|co)\b|con (lai|no|phai)|cumulative|balance|running|to date|saldo|solde",
    plain,
    within=True,
)
"""Whether it speaks of what goes on from line to line: a balance, or what came together so far."""

is_of_other_years = says(
    r"(?<!\bnam )\b(truoc|sau|before|after|beyond|prior to)( nam| het nam)? (19|20)\d\d\b|"
    r"\b(19|20)\d\d (tro (di|ve (truoc|sau))|(and )?(after|onwards?|beyond|earlier))\b",
    plain,
    within=True,
)
"""Whether it speaks of what comes before or after a year: *Sau năm 2025*."""
