"""SX516: what the text around the table states, but not plainly enough to be taken."""

from collections.abc import Iterator

from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.doubts.codes import LEFT_OUT
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

TOTAL_SAID = Text(
    "văn bản nêu “{text}”; không rõ là tổng của cột nào hoặc không khớp với bảng nên không đưa vào",
    "the text says “{text}”; it is not plain which column it totals, or it does not fit the table, so it was left out",
)
BEHIND_SAID = Text(
    "dòng sau bảng nêu “{text}”, khác mọi tổng của bảng nên không đưa vào",
    "the line behind the table says “{text}”, unlike any total of the table, so it was left out",
)
BREAKS_OFF = Text(
    "văn bản nêu tổng lớn hơn các mục trong bảng và dừng ngay sau dòng này; bảng được coi là chưa đầy đủ",
    "the text declares more than the table lists and ends right behind this line; the table was taken to be incomplete",
)
TWICE_SAID = Text(
    "văn bản nêu {what} theo hai cách khác nhau nên không đưa vào; cách sau là “{text}”",
    "the text states the {what} in two ways, so it was left out; the later one is “{text}”",
)
PARTICULARS = {
    "number": Text("số", "number"),
    "date": Text("ngày", "date"),
    "issuer": Text("cơ quan ban hành", "issuer"),
    "title": Text("tên văn bản", "title"),
    "note": Text("nguồn", "source"),
}


def doubts(reading: Reading) -> Iterator[Doubt]:
    """Totals and particulars that the text states twice or for no plain column, and a table that breaks off."""
    for total in reading.totals.unclear:
        yield Doubt(LEFT_OUT, (GRID, *total.at), {"text": total.text}, TOTAL_SAID if total.years else BEHIND_SAID)
    if not reading.plan.source.complete and "incomplete" not in reading.prose.said:
        last = reading.structure.entries[-1].row
        yield Doubt(LEFT_OUT, (GRID, last, 0), {}, BREAKS_OFF)
    for name, saying in reading.prose.unclear:
        facts = {"what": PARTICULARS.get(name, name), "text": saying.value}
        yield Doubt(LEFT_OUT, (GRID, *saying.at), facts, TWICE_SAID)
