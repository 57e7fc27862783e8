"""SX517: what was read otherwise than it is stored or written."""

from collections.abc import Iterator

from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.doubts.codes import CONVERTED
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.two_readings import SUMS
from sxtdbv_cli.text.language import Text

COMPOSED = Text(
    "chữ viết dạng tổ hợp (NFD) đã được chuyển thành NFC: {count:d} ô",
    "decomposed text (NFD) was turned into NFC: {count:d} {count:cell|cells}",
)
NOISE = Text(
    "đã bỏ phần lẻ do máy tính tạo ra khi cộng số nhị phân: {count:d} ô",
    "noise of binary arithmetic was taken off: {count:d} {count:cell|cells}",
)
BY_SUMS = Text(
    "“{text}” có thể đọc theo hai cách; được đọc với dấu thập phân “{decimal}”, vì chỉ như vậy các phép cộng mới khớp: "
    "{count:d} ô",
    "“{text}” can be read two ways; it was read with “{decimal}” as the decimal sign, for only then its sums hold: "
    "{count:d} {count:cell|cells}",
)
MISREAD = Text("số thứ tự “{text}” được đọc là “{meant}”", "the code “{text}” was read as “{meant}”")


def doubts(reading: Reading) -> Iterator[Doubt]:
    """Texts that were composed, figures freed of noise, codes with a letter that looks like another."""
    for cells, message in ((reading.body.decomposed, COMPOSED), (reading.body.noisy, NOISE)):
        if cells:
            yield Doubt(CONVERTED, (GRID, *cells[0]), {"count": len(cells)}, message)
    if reading.body.notation.why == SUMS:
        cell, figure = reading.body.doubled[0]
        facts = {"text": figure.mark, "decimal": reading.body.notation.decimal, "count": len(reading.body.doubled)}
        yield Doubt(CONVERTED, (GRID, *cell), facts, BY_SUMS)
    at = reading.structure.lines_by_row
    for entry, meant in reading.structure.misread:
        written = reading.view.text(entry.row, reading.code_column)
        yield Doubt(CONVERTED, ("lines", at[entry.row], "code"), {"text": written, "meant": meant}, MISREAD)
