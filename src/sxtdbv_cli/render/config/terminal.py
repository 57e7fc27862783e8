"""The screen of ``sxtdbv config``: each key, its value, where that comes from."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text as Shown

from sxtdbv_cli.model.settings import InForce, Origin, Setting, written
from sxtdbv_cli.render.screen import draw, shown
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language, Text

KEY = Text("Khóa", "Key")
VALUE = Text("Giá trị", "Value")
FROM = Text("Nguồn", "From")
EMPTY = Text("(không có)", "(none)")
NO_FILE = Text("Không có tệp cấu hình nào áp dụng.", "No configuration file applies.")
CONFIGURATION = Text("Cấu hình: {file}", "Configuration: {file}")
OFF = Text("Quy tắc không chạy: {codes}", "Rules that do not run: {codes}")
ALL_ON = Text("Mọi quy tắc đều chạy.", "Every rule runs.")
ORIGINS = {
    Origin.DEFAULT: Text("mặc định", "default"),
    Origin.FILE: Text("{place}", "{place}"),
    Origin.SECTION: Text("{place}, mục của {section}", "{place}, section for {section}"),
    Origin.ENVIRONMENT: Text("biến môi trường", "environment"),
    Origin.OPTION: Text("tùy chọn của lệnh", "option"),
}


def render(found: Sequence[InForce], style: Style) -> str:
    """The screens of all files, one after the other."""
    return draw(style, lambda console: _paint(console, found, style.language))


def _paint(console: Console, found: Sequence[InForce], language: Language) -> None:
    for number, one in enumerate(found):
        if number:
            console.print()
        console.print(shown(one.file, "bold"), soft_wrap=True)
        file = one.configuration
        console.print(shown(NO_FILE.say(language) if file is None else CONFIGURATION.say(language, {"file": file})))
        console.print()
        console.print(_table(one, language))
        console.print()
        codes = ", ".join(one.off)
        console.print(shown(OFF.say(language, {"codes": codes}) if codes else ALL_ON.say(language)))


def _table(found: InForce, language: Language) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column(KEY.say(language), no_wrap=True)
    table.add_column(VALUE.say(language), overflow="fold")
    table.add_column(FROM.say(language), overflow="fold")
    for setting in found.settings:
        quiet = "dim" if setting.origin is Origin.DEFAULT else ""
        facts = {"place": str(setting.place or ""), "section": setting.section or ""}
        table.add_row(
            shown(setting.name, quiet),
            _value(setting, language),
            shown(ORIGINS[setting.origin].say(language, facts), quiet),
        )
    for entry in found.accept:
        accepted = entry.acceptance
        about = " ".join(filter(None, (accepted.rule, accepted.line, accepted.column)))
        table.add_row("accept", shown(f"{about}: {accepted.reason}"), shown(str(entry.place)))
    return table


def _value(setting: Setting, language: Language) -> Shown:
    if setting.value in ((), {}, None):
        return Shown(EMPTY.say(language), "dim")
    return shown(written(setting.value), "" if setting.origin is not Origin.DEFAULT else "dim")
