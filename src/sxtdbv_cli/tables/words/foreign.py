"""Headings in other languages: French, Spanish, Portuguese, German, Italian, Dutch, Danish; the commonest in Polish,
Russian, Thai, Japanese and Chinese; totals in some more.

Only what the heading promises by itself is listed; the cells below it say the rest. Matched against ``plain`` text.
"""

import unicodedata

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.text.saying import Late, says

_CODE = Late(
    r"(identifikation|identifi(ant|cador)|nro|num|numero|nummer|codigo|cod|code|kode|kennziffer|haushaltsstelle|konto|compte|cuenta|conto|rekening|"
    r"paragraf|polozk[ay]|l\.? ?p|(cod(igo)?|kod)[ ._](?!desc|nom)\w+|"
    r"especificas?( del? gastos?)?|partida n[or.]*|lfd\.? ?nr|pos|nr|n°|nº|no(mor)?\.? urut|chap|kap|"
    r"(no?|n[°ºr]|num(ero)?)\.? ?(d[aeu]l? )?(cheque|facturas?|fatura|piece|commande|recibo|pedido|beleg|rechnung)|"
    r"код( (строки|стр\.?|рядка|показателя|на реда))?|шифър?|κ\.? ?α|κωδ(ικος)?|"
    r"(roz)?dzia[lł]|§|c(entro)?\.? ?(de )?(custos?|costos?|costes?)|№( ?п/п)?|ลำดับ(ที)?|番号|編號|编号|序[号號])\.?"
).fullmatch
_TITLE = Late(
    r"descripcion|descricao|denominacion|denominacao|denominazione|descrizione|designation|libelle|intitule|"
    r"bezeichnung|beschreibung|\bleistung\b|benaemning|betegnelse|omschrijving|concepto|conceito|rubrica?s?\b|rubro|partidas?\b|"
    r"\bpostes?\b|\bposten\b|\bvoce\b|kostenstelle|capitulo|chapitre|kapitel|capitolo|paragraf|\bnome\b|\bnazwa\b|^tresc$|^wyszczegolnienie|"
    r"наименован|стать[яи]\b|^รายการ|^[項项]目|^科目|^摘要|^名[称稱]|^[内內]容|^品名"
).search
_COUNT = r"(total|suma|numero|nombre|n[°º]|anzahl)\.? (d[aeo]s? |der |d['’])?"
_MONTHS = r"((total|suma) de|(numero|nombre|n[°º])\.?( d[aeo]s?)?) "  # *Total meses* is of the amounts of months
_TIMES = rf"({_COUNT})?(dias|horas|jours|heures|tage|stunden|uren)\.?|({_MONTHS})?meses\.?|{_MONTHS}mois"
counts_times = Late(_TIMES).fullmatch
"""Whether a heading counts hours, days or months, be it in all (*Total de horas*)."""
_QUANTITY = Late(
    r"(cantidad|quantidade|qt[ey]|qtde?|cant|quantite|quantita|menge|anzahl|stuckzahl|aantal|antal|kuantiti|kuantitas|adet|miktar|ilosc|metrado)\b.*|"
    r"(populacao|poblacion|popolazione|population|einwohner|bevolkerung|habitant(e?s)|inwoners|ludnosc|人口)( .*)?|"
    r"nombre (de )?(jours|unites|heures|mois).*|(количество|кол-во)\b.*|จำนวน|[数數]量|[個个]数|"
    rf"{_TIMES}|vol(ume)?\.?|jh( .*)?"
).fullmatch
_PRICE = Late(
    r"(precio|preco|custo|costo|valor)s? ?unit(arios?|\b)|(precio|preco|prezzo)s?( \(?s/\.?\)?)?$|p\. ?unit.*|"
    r"(prix|cout)s? (unitaire|journalier|horaire).*|"
    r"(einzel|stuck)preis|stuckkosten|prezzo unitario|kos unit|harga (satuan|unit|seunit)|"
    r"satuan harga|(custo|cost[eo]|cout|kosten|koszt|pre[cz]zo|precio|preco|prix|preis|harga|biaya) ?/ ?"
    r"(h|hora|heure|ora|std|stunde|godz|u|un|ud|unidade?|unite|szt|stk|kg|m2|m3|km|bulan|tahun|hari|jam|orang)\b|"
    r"cena ?(jedn|/ ?szt)|birim fiyat|p\.? ?u\b|(stunden|tages)?satz$|"
    r"eenheidsprijs|цена|ราคา(ตอ|/)?หนวย|[単單单][価價价]|(stk|styk|enheds|enhets|a)[-. ]*pris"
).match
_UNIT = Late(
    r"unidad(es?)?|unds?\.?|unidad de medida|satuan|un\. ?med.*|u\.m\.|ед\. ?изм\.?|หนวย(นบ)?|[単單单]位|"
    r"einheit|unite|unita|eenheid|enhed"
).fullmatch
_NOTE = Late(
    r"observac\w+|\bnotas?\b|\bobs\b|remarques?|observations?|bemerkung\w*|anmerkung\w*|opmerking\w*|noter|^not$|^noten$|erlauterung|^anhang|toelichting|^catatan$|примечан|หมายเหต|[備备][考註注]"
).search
_SCHEDULE = Late(
    r"fechas?|datas?|datums?|dato|mes|mese|mois|monat|maand|ano|anno|annee|(haushalts|rechnungs|berichts|budget)?jahr|"
    r"jaar|ar|exercice|ejercicio|exercicio|"
    r"plazo|prazo|zeitraum|(fecha|data) .*"
).fullmatch
_MONEY = (
    r"\bmontos?\b|\bmontante?s?\b|\bparcial\b|importes?\b|\bimport[io]\b|\bcost[eio]s?\b|\bkwot[ay]\b|\bkoszt|\btutar\b|\bmaliyet\b|"
    r"\bbiaya\b|\banggaran\b|\bbetrag|bedrag|belob|presupuest|orcament|begroting|bilancio|gastad|gastos?\b|"
    r"depense|despesa|recette|receita|\b(in|e)gresos?\b|einnahme|ausgabe|ertrag|aufwand|aufwendung|\bkosten\b|"
    r"\bcustos?\b|\bcoutos?\b|\bcouts?\b|"
    r"сумма|стоимост|бюджет|расход|доход|จำนวนเงิน|งบประมาณ|金[額额]|[予預预]算|[決决]算|[収收]入|支出|売上|仕入|実績"
)
"""Words of money itself."""
speaks_of_money = Late(_MONEY).search
_AMOUNT = Late(
    _MONEY + r"|orcad|dotac|\bbudget|prevision|previst|\bansatz|haushalt|ejecutad|ejecucion|empenhad|liquidad|\bpago\b|"
    r"pagad|realisad|realise|realizad|saldo|solde|\bvalore?\b|\bvaleur|\bwert\b|\bpreis\b|\btotaux\b|\btotale\b|"
    r"gesamt|\bsumme\b|\bsoma\b|totaal|i alt\b|[ck]redit|\bdebit|\bdebet\b|exercice|trimestre|quartal|"
    r"\bplan pierwotny|\bwykonanie|ราคารวม"
).search


def use_of(text: str) -> Use | None:
    """What a heading promises in one of these languages; a number says nothing in any."""
    if text.isdecimal():
        return None
    for pattern, use in (
        (_CODE, Use.CODE), (_UNIT, Use.UNIT), (_SCHEDULE, Use.SCHEDULE), (_QUANTITY, Use.QUANTITY),
        (_PRICE, Use.PRICE), (_NOTE, Use.NOTE), (_TITLE, Use.TITLE), (_AMOUNT, Use.AMOUNT),
    ):  # fmt: skip
        if pattern(text):
            return use
    return None


_KOREAN, _KOREAN_PART = (unicodedata.normalize("NFD", words) for words in ("((총 ?)?합계|총계|총액)", "(소계|누계)"))
"""Totals in Korean, in the letters that syllables are made of: plain text has them so."""
COUNTED = "(?<=[合总總小総入出費费益產産債债用支][計计])"
"""What stands there in Japanese and Chinese, behind a name or alone; no other word with it (*会計*, *設計*)."""
BEHIND = (
    "(всего|итого|[lł]acznie|razem|ogo[lł]em|gesamt|insgesamt|totaal|totale|i alt|"
    "celkem|spolu|osszesen|yhteensa|samtals|toplam[ıi]?)"
)
"""What stands behind the name of what is added."""
_BEGINS = Late(
    r"((sub|sous) ?-? ?)?(total|totaux|totale|totaal|totalt)"
    r"( general| geral| generale?| general[ea]| dos?| del?| des?)?\b.*|"
    r"(zwischen|bilanz|end|total)?summe\b.*|gesamt(\w*| .*)|insgesamt|(suma|soucet|soma|somme)\b.*|i ?alt|"
    r"general total|(итого|всего|разом|усього)\b.*|баланс|"
    r"(summa|συνολο|γενικο συνολο|общо|всичко|вкупно|укупно|ukupno|skupaj|celkem|اجمالي|الاجمالي|المجموع)( .*)?|"
    r"kokku|samtals|sammanlagt|is viso|kopa|"
    r"sum (?!(hop|vay|of|to|for|in|due|paid|payable|insured|assured|received|allocated|total)\b).*|"
    r"genel toplam|"
    r"รวม.*|ยอดรวม.*|ทังสิน|ยอด(ชำระ)?สทธิ|"
    r"(razem|[lł]acznie|ogo[lł]em|osszesen|toplam|jumlah|yhteensa|spolu)"
    r"( (total|biaya|keseluruhan|maliyet|tutar|gider))?|"
    r"(sub ?)?jumlah (pendapatan|belanja|penerimaan|pengeluaran|pembiayaan|anggaran|aset|kewajiban|transfer)\b.*"
).fullmatch
_ENDS = Late(
    rf".*+{COUNTED}|.*+(?<=[总總総][额額价價])|.*[^,:],? {BEHIND}:?|(.* )?({_KOREAN}|{_KOREAN_PART})"
).fullmatch
_MAY_END = Late(rf"({BEHIND}|alt):?|.*[计計额額价價]|{_KOREAN}|{_KOREAN_PART}").fullmatch
"""The last word of such a title."""


def is_total(text: str) -> bool:
    """Whether a title in plain letters is that of a total: by what it begins with, or ends with, as few titles do."""
    return _BEGINS(text) is not None or (_MAY_END(text.rpartition(" ")[2]) is not None and _ENDS(text) is not None)


is_grand = says(
    r"total( general| geral| generale?| anggaran| biaya| presupuesto| orcamento)?|totale (generale|complessivo)|totaux|"
    r"gesamt(summe|betrag|kosten|budget)?|insgesamt|(bilanz|end)?summe|totaal( generaal)?|i alt|(合|总|總|総)(計|计)|"
    r"итого|всего|ogo[lł]em|razem|[lł]acznie|(genel )?toplam( maliyet)?|celkem|osszesen|yhteensa|(γενικο )?συνολο|"
    r"samtals|kokku|is viso|ukupno|skupaj|spolu|"
    rf"{_KOREAN}|"
    r"รวม(ทังสิน|ทังหมด|เงิน)?"
)
"""Whether a title is that of a total of everything."""
