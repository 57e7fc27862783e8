"""What columns were taken for, and why; and the columns of a table by their use."""

from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.columns.content import Content
from sxtdbv_cli.text.language import Text


class Why:
    """Why a column was taken for what it is."""

    BY_HEADING = Text("theo tên cột", "by its heading")
    STATED = Text("người dùng nêu", "as stated")
    BY_CONTENT = Text("theo nội dung các ô", "by its cells")
    RATIO = Text("tỷ lệ, so sánh: không phải số tiền", "a ratio or a comparison: no amounts")
    ROW_NUMBERS = Text("số dòng của bản xuất, không có tên cột", "row numbers without a heading")
    NO_HEADING = Text("có số nhưng không có tên cột", "figures without a heading")
    NOTHING = Text("cột trống", "an empty column")
    WORDS = Text("cột chữ, không thuộc nội dung nào đã biết", "words of no known use")
    STEPS = Text("nội dung cấp dưới, mỗi cấp một cột", "titles of a lower level, a column for each level")
    LEVELS = Text("mã số, mỗi cấp một cột", "codes, a column for each level")
    GROUPS = Text("nhóm của các dòng; nội dung ở cột bên phải", "groups of lines; the titles stand to its right")
    RUNNING = Text("cột cộng dồn của cột bên trái", "adds up the column to its left from row to row")
    SECOND = Text("đã có một cột như vậy ở bên trái", "there is such a column to its left")
    DAYS = Text("các ngày trong tháng, mỗi ngày một cột", "the days of a month, a column for each")
    YEARS = Text("năm hoặc ngày của từng dòng", "the year or day of each line")
    NAMING = Text("số hiệu, không phải số tiền", "numbers that name something, no amounts")
    REPEATING = Text(
        "mỗi số luôn đi với một tên: số hiệu", "each number goes with one name: numbers that name something"
    )
    DOCUMENTS = Text("ghi như số chứng từ: không phải số tiền", "written as numbers of documents are: no amounts")
    MARKS = Text("chỉ có 0 và 1, hoặc vài cấp: đánh dấu", "nothing but 0 and 1, or a few levels: marks")
    RATIO_FOUND = Text("tính ra đúng là tỷ lệ của hai cột khác", "comes out as the ratio of two other columns")
    COEFFICIENTS = Text(
        "hệ số, số lượng: quá nhỏ để là số tiền", "coefficients or numbers of things: too small for amounts"
    )
    FACTOR = Text("nhân với nhau ra đúng một cột khác", "multiplies to another column on every line")
    AVERAGE = Text("bình quân của cột khác: không phải số tiền", "the average of another column: no amounts")
    FACTOR_SAID = Text(
        "hàng số cột nêu là thừa số của một cột khác", "the numbers of columns state that another multiplies it"
    )
    FACTOR_COUNTED = Text(
        "nhân với đơn giá ra đúng một cột khác: số lượng, dù tên cột nói là số tiền",
        "times the price it is another column: a quantity, although its heading says amounts",
    )
    PARTS_COUNTED = Text(
        "cộng lại ra đúng một cột số lượng: cũng là số lượng", "adds up to a column of quantities: quantities, too"
    )
    FACTOR_NAMED = Text(
        "nhân với số lượng ra đúng một cột khác: đơn giá, dù tên cột nói là số tiền",
        "times the quantity it is another column: a price, although its heading says amounts",
    )


class Taken(NamedTuple):
    """What a column was taken for, and why; what its cells are."""

    head: Head
    use: Use
    why: Text
    content: Content = Content()

    def now(self, use: Use, why: Text) -> "Taken":
        """The column taken for something else."""
        return self._replace(use=use, why=why)


def first_of(found: Sequence[Taken], use: Use) -> int | None:
    """The place of the first column of a use, from the left."""
    return next((index for index, taken in enumerate(found) if taken.use is use), None)


def is_taken(found: Sequence[Taken], use: Use) -> bool:
    """Whether any column is of a use."""
    return any(taken.use is use for taken in found)


def amounts_of(taken: Sequence[Taken]) -> list[Taken]:
    """The columns of amounts, in their order: the places that figures and rules count in."""
    return [column for column in taken if column.use is Use.AMOUNT]


class Columns(NamedTuple):
    """The columns of the grid by their use, in order."""

    code: int | None
    titles: tuple[int, ...]
    schedule: int | None
    note: int | None
    amounts: tuple[int, ...]
    groups: tuple[int, ...] = ()  # of words, left of the titles
    levels: tuple[int, ...] = ()  # of codes, where each level has its own
    details: tuple[int, ...] = ()  # of words, between the titles and the amounts
    unit: int | None = None


def columns_of(taken: Sequence[Taken]) -> Columns:
    """The columns by use."""
    by_use: dict[Use, list[int]] = {use: [] for use in Use}
    for column in taken:
        by_use[column.use].append(column.head.column)
    first = {use: columns[0] if columns else None for use, columns in by_use.items()}
    titles, amounts, codes = (tuple(by_use[use]) for use in (Use.TITLE, Use.AMOUNT, Use.CODE))
    words = [(column.head.column, column) for column in taken if titles]
    behind = range(titles[-1] + 1, min(amounts, default=0)) if titles else ()
    return Columns(
        first[Use.CODE],
        titles,
        first[Use.SCHEDULE],
        first[Use.NOTE],
        amounts,
        groups=tuple(at for at, column in words if column.use in (Use.NOTE, Use.SKIP) and at < titles[0]),
        levels=codes if len(codes) > 1 else (),
        details=tuple(at for at, column in words if column.why == Why.WORDS and at in behind),
        unit=first[Use.UNIT],
    )
