"""How a checked file came out, in a word, in counts and in a headline."""

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.text.language import Language, Text

HEADLINE = Text(
    "{total:d} phép cộng có đủ số liệu: {hold:d} khớp, {fail:d} không khớp, {unchecked:d} chưa xác nhận được.",
    "{total:d} {total:sum has|sums have} figures on both sides: {hold:d} {hold:holds|hold}, "
    "{fail:d} {fail:fails|fail}, {unchecked:d} cannot be confirmed.",
)
BLANK = Text(
    "{blank:d} phép cộng không có số liệu để kiểm tra.", "{blank:d} more {blank:has|have} no figures to check."
)
ROUNDED = Text("{rounded:d} phép cộng chỉ khớp do làm tròn.", "{rounded:d} {rounded:holds|hold} only within rounding.")
EXPLAINED = Text(
    "{explained:d} phép cộng không khớp theo số đã in, nhưng khớp theo đính chính.",
    "{explained:d} {explained:sum fails as printed and holds|sums fail as printed and hold} with the errata.",
)
PASSED_OVER = Text(
    "{passed:d} phép cộng lệch chỉ vì công thức bỏ qua ô lưu dạng chữ.",
    "{passed:d} {passed:fails|fail} only because formulas pass over figures that are text.",
)
NOTHING = Text("Không có phép cộng nào để kiểm tra.", "There is no sum to check.")
COMPARED = Text(
    "{compared:d} số tiền được đối chiếu với tích của các cột khác (như số lượng x đơn giá).",
    "{compared:d} {compared:amount is|amounts are} compared with products of other columns (as quantity x unit price).",
)
GOING_ON = Text(
    "{going_on:d} số tồn được đối chiếu với dòng trước.",
    "{going_on:d} {going_on:balance is|balances are} compared with the line before.",
)
PASSED = Text("ĐẠT", "PASSED")
FAILED = Text("KHÔNG ĐẠT", "FAILED")
UNREAD = Text("KHÔNG ĐỌC ĐƯỢC", "NOT READ")
COUNTS = Text(
    "{error:d} lỗi, {warning:d} cảnh báo, {note:d} ghi chú", "errors: {error:d}, warnings: {warning:d}, notes: {note:d}"
)
ACCEPTED = Text(", {accepted:d} đã chấp nhận", ", accepted: {accepted:d}")
STRICT = Text("; cảnh báo và ghi chú cũng là không đạt (strict)", "; warnings and notes fail too (strict)")
FAULTS = Text("{faults:d} lỗi khi đọc tệp", "faults in reading the file: {faults:d}")


def word(report: Report) -> Text:
    """Passed, failed or not read."""
    return (PASSED, FAILED, UNREAD)[report.exit_code()]


def counts(report: Report, language: Language) -> str:
    """How many errors, warnings and notes there are, and accepted findings, or faults that made the file unreadable."""
    if report.faults:
        return FAULTS.say(language, {"faults": len(report.faults)})
    counted = COUNTS.say(language, {severity.value: report.count(severity) for severity in Severity})
    accepted = ACCEPTED.say(language, {"accepted": len(report.accepted)}) if report.accepted else ""
    strict = STRICT.say(language) if report.exit_code() and not report.count(Severity.ERROR) else ""
    return counted + accepted + strict


def headline(subject: Subject, language: Language) -> str:
    """How many sums there are and how they came out, and how many amounts have another witness."""
    audit = subject.audit
    counted = {
        **audit.counts,
        "compared": len({one[:2] for one in subject.sheet.understanding.products}) if subject.sheet else 0,
        "going_on": len(subject.sheet.understanding.balances) if subject.sheet else 0,
        "explained": len(subject.explained),
        "passed": sum(not subject.passed_over.isdisjoint(balance.sum.cells) for balance in audit.failing),
    }
    more = {
        "rounded": ROUNDED,
        "passed": PASSED_OVER,
        "explained": EXPLAINED,
        "compared": COMPARED,
        "going_on": GOING_ON,
    }
    sums = {"blank": BLANK, **more} if audit.total else more
    sentences = [HEADLINE if audit.total else NOTHING, *(sentence for name, sentence in sums.items() if counted[name])]
    return " ".join(sentence.say(language, counted) for sentence in sentences)
