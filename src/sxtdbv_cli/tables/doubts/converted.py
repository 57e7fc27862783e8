"""SX517: what was read otherwise than it is stored or written."""

from collections.abc import Iterator

from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.doubts.codes import CONVERTED
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

COMPOSED = Text(
    "chữ viết dạng tổ hợp (NFD) đã được chuyển thành NFC: {count:d} ô",
    "decomposed text (NFD) was turned into NFC: {count:d} {count:cell|cells}",
)
NOISE = Text(
    "đã bỏ phần lẻ do máy tính tạo ra khi cộng số nhị phân: {count:d} ô",
    "noise of binary arithmetic was taken off: {count:d} {count:cell|cells}",
)
MISREAD = Text("số thứ tự “{text}” được đọc là “{meant}”", "the code “{text}” was read as “{meant}”")


def doubts(reading: Reading) -> Iterator[Doubt]:
    """Texts that were composed, figures freed of noise, codes with a letter that looks like another."""
    for cells, message in ((reading.body.decomposed, COMPOSED), (reading.body.noisy, NOISE)):
        if cells:
            yield Doubt(CONVERTED, (GRID, *cells[0]), {"count": len(cells)}, message)
    at = reading.structure.lines_by_row
    for entry, meant in reading.structure.misread:
        written = reading.chosen.view.text(entry.row, reading.code_column)
        yield Doubt(CONVERTED, ("lines", at[entry.row], "code"), {"text": written, "meant": meant}, MISREAD)
