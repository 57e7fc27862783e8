"""What headings promise of money: that they speak of it, may do so, or name something else."""

import re
import unicodedata

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.words import foreign
from sxtdbv_cli.tables.words.headings import use_of
from sxtdbv_cli.tables.words.spelling import in_english
from sxtdbv_cli.text.saying import Late, says

_MONEY = Late(
    r"tien|kinh phi|\bvon\b|gia tri|ngan sach|ns(tw|dp|nn)|"
    r"\bns ?(xa|huyen|tinh|cap|tp|thanh pho|phuong)\b|(?<!so )(?<!khoi )(?<!san )\bluong\b|"
    r"(?<!nghiem )\bthu\b(?! hoach)|"
    r"\bchi\b(?! (tieu|tiet|so|bo|cuc|doan|hoi|nhanh)\b)|\bquy\b(?! (mo|dinh|hoach|cach|chuan|trinh|che)\b)|"
    r"budget|cost|amount"
).search


def speaks_of_money(heading: str) -> bool:
    """Whether a heading speaks of money itself, and not only of a total, a plan or a year."""
    said = plain(_OF_GOODS.sub("", unicodedata.normalize("NFC", heading)))
    return bool(_MONEY(said)) or foreign.speaks_of_money(said) is not None


_OF_GOODS = re.compile(r"\b(lượng|quý)\b", re.IGNORECASE)
"""Words that are others without their diacritics: *lương*, *quỹ*."""


def may_promise_amounts(heading: str) -> bool:
    """Whether a heading has a word that goes with amounts, be it one that heads titles as well (*Revenue*, *Monthly*,
    *Giá gói thầu*): where figures stand below it nothing need be said."""
    text = plain(in_english(heading))
    return speaks_of_money(heading) or bool(_MAY_PROMISE(text))


_MAY_PROMISE = Late(
    r"\b[cf]?y ?'?\d|(19|20)\d\d|month|annual|weekly|"
    r"revenue|expend|income|spend|receipt|receiv|\bpa(y|id)|earn|tax|\bdut(y|ies)|\bfees?\b|accru|obligat|resourc|"
    r"appropriat|retain|surplus|deficit|\bnet\b|gross|value|sales|profit|loan|debt|interest|benefit|"
    r"\b(base|current) |level|approv|confirm|amended|audited|recommend|request|account|proj|need|"
    r"\btrong do\b|\bgia (goi|trung|hop dong|hd|du thau|thau)|tmdt|phu cap|tro cap|ho tro|boi thuong|bo sung|"
    r"\b(trung uong|dia phuong|tinh|huyen|xa hoi hoa|oda|doi ung|dan gop|nhan dan|vat)\b|bao hiem|bh(xh|yt|tn)|"
    r"\b(phai|da) (tra|nop|thu|chi|cap|thanh toan)\b|thanh toan|\bnguon\b|\b\d{1,2} thang\b|han muc|hao mon|loi nhuan|"
    r"\bso (de nghi|tham dinh|kiem tra|chap thuan|xet duyet)\b|\b(thuc|duoc) (linh|lanh|nhan)\b|tiet kiem|khau tru|"
    r"khai toan|nhan cong|hoc bong|khau hao|xay (lap|dung)|thiet bi|tu van|qlda|gpmb|den bu|du phong|trong nuoc|"
    r"tu chu|cctl|dtpt|xhh|doanh so|hoa hong|chiet khau|tri gia|\bdu (no|co)\b|(dau|cuoi|trong) ky|kiem toan|"
    r"tham (dinh|tra)|xac nhan|kho bac|kbnn|tai (chinh|tro)|ngan hang|ung ho|dong gop|tu thien|kpcd|phuc loi|sua chua|"
    r"mua sam|hoi (nghi|thao)|tap huan|tiep khach|van phong pham|in an|qua han|den han|\bso (chua|ket du|vay|"
    r"goc|trich|huy|su dung|hoan)\b|"
    r"nguyen gia|luy ke|dieu chinh|keo dai|dau tu|^cap\b|\b(xet|lai|phi|phat|thue|ung)\b|thuong|bao cao|phe duyet|"
    r"tuyet doi|\b(chuyen khoan|nuoc ngoai|nha nuoc|dien,? nuoc)\b|"
    r"\((d|vnd|trieu|ty|nghin|ngan|tr\.?d|[^)]*dong)\)|\bdong\b|\b(eur|usd|vnd|gbp|cny|ksh|rp|million|thousand)\b|"
    r"[$€£]|expens|contribut|previs|pagos?\b|autoriz|diferen|modific|proposition|\bvotes?\b|evolution|"
    r"ahorro|flujo|gananc|impuesto|devengad|reste|soutien|"
    r"\b(gdp|pib|pbi|bip|g?rdp|pdrb)\b|gebuhr|"
    r"bo tri|giai ngan|\bgn\b|\brut\b|^(no|co)$|\bebi?t|deprec|withdraw|deposit|\bd&a\b|\bytd\b|award|obligac"
).search


def names_something_else(heading: str) -> bool:
    """Whether a heading has no word that goes with amounts: *Lượt người*, above years or a total."""
    return use_of(heading) in (None, Use.TITLE, Use.QUANTITY) and not may_promise_amounts(heading)


counts = says(
    r"so (?!(phai|da|con|chua|duoc|can|du|thu|chi|nop|giao|cap|tang|giam|huy|uoc|trich|chuyen|thua|thieu|dau|cuoi|nam|"
    r"tien|tam|ho tro|phan|bo sung|de nghi|dieu|tham|xet|bao cao|kien nghi|thuc|quyet|ke hoach|kinh phi|von|thuong|"
    r"phat|phi|voi|sanh|no|tra|vay|lai|goc|khau (hao|tru)|hao mon)\b).*",
    plain,
)
"""Whether a heading begins as those of counts do: *Số đề tài*, but *Số đề nghị* too."""


is_multiplied = says(r"thanh tien\b.*", plain)
"""Whether a heading speaks of what a price comes to, once it is multiplied: *Thành tiền (VNĐ)*."""


def is_measured(heading: str) -> bool:
    """Whether a heading speaks of works done, which are measured where they have a price and else told in money."""
    return "khoi luong" in plain(heading) and not speaks_of_money(heading)
