"""A diagnosis in words: how sure it is, what happened, what would mend it."""

from sxtdbv_cli.model.diagnosis import Event, EventKind, Slip
from sxtdbv_cli.model.plan import NOWHERE, Plan
from sxtdbv_cli.text.language import Text

SLIPS = {
    Slip.DIGIT_REPLACED: Text("sai một chữ số", "one wrong digit"),
    Slip.DIGIT_ADDED: Text("thừa một chữ số", "one digit too many"),
    Slip.DIGIT_DROPPED: Text("thiếu một chữ số", "one digit missing"),
    Slip.DIGITS_SWAPPED: Text("hai chữ số đổi chỗ cho nhau", "two digits swapped"),
    Slip.ZEROS_ADDED: Text("thừa số 0", "zeros too many"),
    Slip.ZEROS_DROPPED: Text("thiếu số 0", "zeros missing"),
    Slip.SIGN: Text("sai dấu", "wrong sign"),
    Slip.UNIT: Text("nhầm đơn vị tính", "wrong unit"),
    Slip.NEIGHBOUR: Text("ghi số của ô bên cạnh", "the figure of a neighbouring cell"),
    Slip.NOT_UPDATED: Text("tổng chưa cập nhật theo số chi tiết", "a total not updated after a part was"),
}

EVENTS = {
    EventKind.LEFT_OUT: Text(
        "có vẻ thiếu một dòng dưới {path}: {amounts}", "looks like a line left out under {path}, worth {amounts}"
    ),
    EventKind.COUNTED_TWICE: Text(
        "có vẻ dòng {path} đã được cộng hai lần vào {parent}", "looks like line {path} counted twice in {parent}"
    ),
    EventKind.MISPLACED: Text(
        "có vẻ dòng {path} đặt nhầm chỗ, đúng ra thuộc {other}",
        "looks like line {path} in the wrong place: it belongs under {other}",
    ),
    EventKind.YEARS_SWAPPED: Text(
        "có vẻ hai cột {columns} của dòng {path} đã đổi chỗ cho nhau",
        "looks like the columns {columns} of line {path} exchanged",
    ),
    EventKind.FIGURE_MOVED: Text(
        "có vẻ số ở cột {columns} của dòng {path} là của dòng {other}: ghi nhầm dòng",
        "looks like the figure of line {path} in the column {columns} typed in the wrong row: it is that of {other}",
    ),
    EventKind.ROW_COPIED: Text(
        "có vẻ số liệu của dòng {other} đã bị chép đè lên dòng {path}",
        "looks like the figures of line {other} copied over line {path}",
    ),
    EventKind.PARENTS_NOT_UPDATED: Text(
        "có vẻ các dòng phía trên, kể từ {path}, chưa được cập nhật sau khi sửa số chi tiết",
        "looks like the lines above a changed figure not updated, from {path} upwards",
    ),
    EventKind.WRONG_UNIT: Text(
        "có vẻ nhầm đơn vị tính ở {path} ({factor:n} lần)",
        "looks like the wrong unit at {path} (off by a factor of {factor:n})",
    ),
    EventKind.FORMULA_WRONG: Text(
        "công thức bỏ sót, cộng thừa hoặc lấy nhầm ô; sửa công thức thì các ô tính từ ô này tự đổi theo",
        "the formula leaves cells out or takes wrong ones; once it is mended the cells that use this one follow",
    ),
    EventKind.FORMULA_STALE: Text(
        "công thức đúng nhưng chưa được tính lại; tính lại thì ô này tự đổi theo các số đang ghi",
        "the formula is right but was not calculated anew; once it is, this cell follows the figures as they stand",
    ),
    EventKind.FIGURE_AS_TEXT: Text(
        "số của {path}, cột {columns} là chữ; nhập lại thành số thì các ô tính từ ô này tự đổi theo",
        "the figure of {path}, column {columns} is text; typed again as a number the cells that use this one follow",
    ),
    EventKind.TYPED_OVER: Text(
        "có vẻ số gõ tay đè lên công thức; đặt lại công thức thì các ô tính từ ô này tự đổi theo",
        "looks like a figure typed over a formula; with the formula back the cells that use this one follow",
    ),
}

OF_DECLARED = {
    EventKind.LEFT_OUT: Text(
        "có vẻ thiếu một dòng ở cấp ngoài cùng của bảng: {amounts}",
        "looks like a line left out at the top of the table, worth {amounts}",
    ),
    EventKind.PARENTS_NOT_UPDATED: Text(
        "có vẻ “{path}” chưa được cập nhật sau khi sửa số chi tiết",
        "looks like “{path}” not updated after a figure was changed",
    ),
    EventKind.WRONG_UNIT: Text(
        "có vẻ bảng và “{path}” ghi theo hai đơn vị tính khác nhau ({factor:n} lần)",
        "looks like different units in the table and in “{path}” (off by a factor of {factor:n})",
    ),
}
"""Of the declared totals, or of what stands at the top of the table, which is counted in them."""

ROWS_SWAPPED = Text(
    "có vẻ số ở cột {columns} của dòng {path} và dòng {other} đã đổi chỗ cho nhau",
    "looks like the figures of the lines {path} and {other} in the column {columns} exchanged",
)
COLUMN_UNIT = Text(
    "có vẻ cả cột {columns} nhầm đơn vị tính ({factor:n} lần)",
    "looks like all of the column {columns} in the wrong unit (off by a factor of {factor:n})",
)
LISTED_TWICE = Text(
    "có vẻ dòng {path} bị liệt kê hai lần: số liệu giống dòng {other}, tổng chỉ cộng một",
    "looks like line {path} listed twice: it has the figures of line {other}, and the total holds one of them",
)
NOT_A_PART = Text(
    "có vẻ dòng {path} chỉ là số trong đó: {other} không cộng dòng này",
    "looks like line {path} a partial listing (of which): the total of {other} does not hold it",
)
SOME_NOT_UPDATED = Text(
    "có vẻ các dòng phía trên, từ {path} đến dưới {other}, chưa được cập nhật sau khi sửa số chi tiết",
    "looks like the lines above a changed figure not updated, from {path} up to below {other}",
)
ONE_NOT_UPDATED = Text(
    "có vẻ dòng {path} chưa được cập nhật sau khi sửa số chi tiết bên dưới",
    "looks like line {path} not updated after a figure below it was changed",
)
AT_THE_TOP = Text("cấp ngoài cùng của bảng", "the top of the table")
AND_FILLED = Text("điền thêm {count:d} ô trống", "{count:d} blank {count:cell is|cells are} filled from the sums")
FILLED_BELOW = Text(
    "điền thêm {count:d} ô trống, trong đó có số âm",
    "{count:d} blank {count:cell is|cells are} filled from the sums, with less than nothing",
)
WRONG_CELLS = Text("{count:d} ô ghi sai: {cells}", "{count:d} wrong {count:cell|cells}: {cells}")

ZEROS = {
    Slip.ZEROS_ADDED: Text("thừa {count:d} số 0", "{count:d} {count:zero|zeros} too many"),
    Slip.ZEROS_DROPPED: Text("thiếu {count:d} số 0", "{count:d} {count:zero|zeros} missing"),
}
"""The same with how many."""

TITLE = Text("Những số nào ghi sai", "Which amounts are wrong")
HEADLINE = Text(
    "{failed:d} trong {total:d} phép cộng không khớp.", "{failed:d} of {total:d} {total:sum|sums} {failed:fails|fail}."
)
EXPLAINED = Text("{minimum:d} số giải thích được cả {failed:d}", "{minimum:d} amounts explain all {failed:d}")
EXPLAINED_ONE = Text("Chỉ một số tiền đã giải thích được tất cả", "One amount explains {failed:it|them all}")
NO_FEWER = Text("không thể ít hơn", "no {fewer:d} can")
NO_SINGLE = Text("không thể ít hơn", "no single one can")
NO_OTHER = Text("và không có bộ {minimum:d} số nào khác", "and no other {minimum:d} can")
NO_OTHER_ONE = Text("không có số nào khác", "no other can")
NOT_UNIQUE = Text("nhưng còn cách giải thích khác", "but others can too")
ONE_MISTAKE = Text("Một sai sót giải thích được tất cả", "One mistake explains {failed:it|them all}")
MISTAKES = Text("{count:d} sai sót giải thích được cả {failed:d}", "{count:d} mistakes explain all {failed:d}")
BY_CELLS = Text(
    "nếu sửa từng ô thì phải sửa {minimum:d} số, không thể ít hơn",
    "cell by cell it takes {minimum:d} {minimum:amount|amounts}, no fewer",
)
BY_AT_LEAST = Text(
    "nếu sửa từng ô thì phải sửa ít nhất {bound:d} số",
    "cell by cell it takes at least {bound:d} {bound:amount|amounts}",
)
FILLED = Text("Ô trống được điền theo các phép cộng.", "Blank cells are filled from the sums.")
FILLED_SOMEHOW = Text(
    "Ngoài ra còn ô trống phải điền, và có nhiều cách điền.",
    "Blank cells have to be filled besides, in one of several ways.",
)
STATED_ALONE = Text(
    "{count:d} số ghi sai giải thích được hết mà không phải điền ô trống nào",
    "{count:d} wrong {count:amount explains|amounts explain} {failed:it|them all} with no blank cell filled",
)
OR_FILLED = Text(
    "nếu điền ô trống thì phải sửa {minimum:d} số", "with blank cells filled {minimum:d} {minimum:does|do}"
)
OR_FILLED_ONLY = Text("nếu điền ô trống thì không phải sửa số nào", "with blank cells filled none has to be wrong")
AT_LEAST = Text(
    "Cần ít nhất {bound:d} số để giải thích; trong thời gian cho phép chưa chứng minh được thêm.",
    "At least {bound:d} {bound:amount is|amounts are} needed; more could not be proven in the time allowed.",
)
CONTRADICTED = Text(
    "Trong đó {count:d} phép cộng vướng những ô đã được bảo đảm là đúng nhưng mâu thuẫn với nhau.",
    "{count:d} of them {count:is|are} about cells that are vouched for and contradict each other.",
)
THE_REST = Text("Về {failed:d} phép cộng còn lại: {said}", "As for the other {failed:d}: {said}")
PRODUCTS = Text(
    "Công thức của các ô, số lượng nhân đơn giá cũng được xét cùng các phép cộng.",
    "Formulas and quantities times unit prices are weighed with the sums.",
)
EACH = Text("Mỗi số đều {slip}.", "Each is {slip}.")
ALIKE = Text("Các số này sai cùng một kiểu: {slip}.", "All are wrong in the same way: {slip}.")

IS_WRONG = Text("ghi sai", "is wrong")
ONLY_PLACE = Text("chỗ duy nhất có thể sai", "the only single place")
ONLY_PLACES = Text("bộ {size:d} chỗ duy nhất có thể sai", "the only set of {size:d} places")
LIKELY_WRONG = Text("rất có thể ghi sai", "is most likely wrong")
ONLY_FIGURE = Text("chỗ duy nhất, nếu là một số ghi sai", "the only single place, if it is a wrong amount")
ONLY_FIGURES = Text(
    "bộ {size:d} chỗ duy nhất, nếu là những số ghi sai", "the only set of {size:d} places, if they are wrong amounts"
)
"""What is said where an event would explain the same."""

ONE_OF = Text("một trong {count:d} cách giải thích", "one of these {count:d}")
MORE_THAN = Text("một trong hơn {count:d} cách giải thích", "one of more than {count:d}")
OTHERS = Text("còn {count:d} cách khác, ít có lý hơn: sửa {cells}", "{count:d} less likely: change {cells}")
TOO_MANY = Text(
    "Quá nhiều phép cộng không khớp để xác định được ô sai ({failed:d} phép cộng liên quan với nhau).",
    "Too many sums fail to locate cells ({failed:d} that hang together).",
)
NOT_LOCATED = Text(
    "Chưa tìm được ô sai trong giới hạn tìm kiếm ({failed:d} phép cộng); có thể thử --budget lớn hơn.",
    "No cells were located within the limits of the search ({failed:d} {failed:sum|sums}); a larger --budget may help.",
)
CONTRADICTION = Text(
    "Với các dòng như trong bảng, những ô đã được bảo đảm là đúng này không thể cùng đúng: {cells}. Dù sửa các ô khác "
    "thì vẫn không khớp hết được: {sums}.",
    "As the lines stand, these cells that are vouched for cannot all be right: {cells}. Whatever else is changed, "
    "{count:this sum does not hold|these sums do not all hold}: {sums}.",
)
THEN_HOLD = Text("khi đó khớp: {sums}", "then these hold: {sums}")
BLANK = Text("trống", "blank")
FITS = Text(
    "từ {least} đến {most} đều khớp do làm tròn",
    "{least} to {most} are all within rounding",
)
FITS_EVENLY = Text("hơn kém {by} vẫn khớp do làm tròn", "{by} more or less is within rounding")
MAY_FIT = Text("số khác có thể cũng khớp do làm tròn", "another amount may be within rounding too")
ABOUT = Text("khoảng {amount}", "about {amount}")
FOLLOWS = Text("ô trống: số này suy ra từ các phép cộng", "a blank cell: the sums leave this figure for it")
HOLDS_NONE = Text(
    "ô này không chứa số tiền: số này suy ra từ các phép cộng",
    "the cell holds no amount: the sums leave this figure for it",
)
ADDED_AS_DAY = Text(
    "ô này ghi dạng ngày, công thức cộng nó như số ấy: nếu là số tiền thì đổi định dạng ô, nếu là ngày thì gõ lại",
    "the cell is shown as a date, which formulas add as that figure: change its format, or type the amount",
)

MANY_WAYS = Text(
    "có nhiều cách điền ô trống để khớp: {sums}",
    "blank cells can be filled in several ways, so that these hold: {sums}",
)

OPEN = Text("Còn để ngỏ", "What stays open")
STILL = Text("{column}: văn bản nêu {stated}, {how}", "{column}: the text declares {stated}; {how}")
NOT_ITEMISED = Text("còn {by} chưa được chi tiết trong nguồn", "{by} is not itemised in the source")
EXCEEDED = Text("các mục trong nguồn đã vượt {by}", "the sections in the source exceed it by {by}")
CORRECTED = Text(" ({after} sau khi sửa)", " ({after} after the corrections)")
CONJECTURE = Text(
    "Phỏng đoán: {gap} bằng {years:d} × {yearly}. Nếu phần bị thiếu là {yearly} mỗi năm thì tổng nêu trong văn bản "
    "mang theo cùng sai sót, và đúng ra là {proposed}.",
    "A conjecture: {gap} is {years:d} × {yearly}. If the missing part is {yearly} a year, the declared total carries "
    "the same slip and should read {proposed}.",
)
UNPROTECTED = Text(
    "{count:d} ô không thuộc phép cộng nào kiểm tra được, nên sai cũng không thấy: {cells}",
    "{count:d} {count:cell is|cells are} in no sum that can be checked, a mistake there would not show: {cells}",
)
ALL_COLUMNS = Text("mọi cột có số", "all its figures")
MANY_COLUMNS = Text("{count:d} cột", "{count:d} columns")


def template(plan: Plan, event: Event) -> Text:
    """The sentence for an event: what it is called depends on the line it is about, too."""
    if event.line == len(plan.lines) and event.kind in OF_DECLARED:
        return OF_DECLARED[event.kind]
    if event.kind is EventKind.WRONG_UNIT and event.line == NOWHERE:
        return COLUMN_UNIT
    if event.kind is EventKind.COUNTED_TWICE and event.other is not None:
        parent = plan.lines.parents[event.line]
        return NOT_A_PART if event.other in (parent, len(plan.lines)) else LISTED_TWICE
    if event.kind is EventKind.FIGURE_MOVED and not event.amounts:
        return ROWS_SWAPPED
    some = EVENTS[event.kind] if event.other is None else SOME_NOT_UPDATED
    if event.kind is EventKind.PARENTS_NOT_UPDATED:
        return ONE_NOT_UPDATED if _alone(plan, event) else some
    return EVENTS[event.kind]


def _alone(plan: Plan, event: Event) -> bool:
    """Whether a single line was not updated: nothing above it states a figure, or the next one above was."""
    above = plan.lines.parents[event.line]
    if event.other is not None:
        return event.other == (len(plan.lines) if above == NOWHERE else above)
    return above == NOWHERE and all(plan.declared[column] is None for column in event.columns)
