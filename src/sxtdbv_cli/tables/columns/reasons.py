"""Why a column was taken for what it is, as it is said."""

from sxtdbv_cli.text.language import Text

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
YEARS = Text("năm của từng dòng", "the year of each line")
NAMING = Text("số hiệu, không phải số tiền", "numbers that name something, no amounts")
REPEATING = Text("mỗi số luôn đi với một tên: số hiệu", "each number goes with one name: numbers that name something")
MARKS = Text("chỉ có 0 và 1, hoặc vài cấp: đánh dấu", "nothing but 0 and 1, or a few levels: marks")
RATIO_FOUND = Text("tính ra đúng là tỷ lệ của hai cột khác", "comes out as the ratio of two other columns")
BETWEEN = Text(
    "số của mục nằm giữa các dòng con, không phải tổng: tỷ lệ, bình quân",
    "its totals lie between their lines and add nothing up: ratios, averages",
)
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
