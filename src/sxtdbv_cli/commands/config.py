"""``sxtdbv config``: what is in force for a file, and where each value comes from."""

from typing import TYPE_CHECKING, Annotated

from sxtdbv_cli.commands._formats import OutputFile, format_option, targets, write
from sxtdbv_cli.commands._shared import Files, style
from sxtdbv_cli.commands._stated import CONFIGURED, Stated, states
from sxtdbv_cli.files.shipped import named, plan_file
from sxtdbv_cli.text.interface import spoken
from sxtdbv_cli.text.language import Text, stated_language

if TYPE_CHECKING:
    from sxtdbv_cli.model.settings import InForce, Setting
    from sxtdbv_cli.settings.force import Settings

HELP = Text(
    "Hiện cấu hình có hiệu lực cho một tệp: mỗi khóa, giá trị của nó, và nguồn của giá trị ấy.",
    "Show what is in force for a file: each key, its value, and where that comes from.",
)
PACKAGE = "sxtdbv_cli.render.config"


@states(*CONFIGURED)
def run(
    files: Files = None,
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: OutputFile = "",
    *,
    stated: Stated,
) -> None:
    """Print what is in force for each file."""
    settings = stated.settings()
    names = [plan_file(file)[1] for file in named(files)]
    wanted = targets(format, output, names)
    write(PACKAGE, wanted, [_in_force(name, settings(name), stated.lang) for name in names], style())


def _in_force(file: str, settings: "Settings", lang: str) -> "InForce":
    from sxtdbv_cli.files.codes import known_codes
    from sxtdbv_cli.model.settings import InForce
    from sxtdbv_cli.settings import keys

    found = dict(settings.found)
    found[keys.LANG.name] = _language(found[keys.LANG.name], lang)
    order = [key.name for key in keys.KEYS]
    rows = sorted(found.values(), key=lambda setting: (order.index(setting.name.partition(".")[0]), setting.name))
    off = tuple(code for code in known_codes() if not settings.tuning.runs(code))
    configuration = settings.configuration
    return InForce(file, configuration.file if configuration else None, tuple(rows), off, settings.accept)


def _language(setting: "Setting", lang: str) -> "Setting":
    """Where the language comes from: it is chosen once for all files, before their configurations are read."""
    from sxtdbv_cli.model.settings import Origin, Setting

    if lang:
        return Setting(setting.name, spoken(), Origin.OPTION)
    if stated_language():
        return Setting(setting.name, spoken(), Origin.ENVIRONMENT)
    return setting if setting.value else setting._replace(value=spoken())
