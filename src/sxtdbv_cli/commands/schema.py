"""``sxtdbv schema``: the JSON Schema (draft 2020-12) of the plan file, for editors and for validators in CI.

It refuses no plan that the reader accepts, whether a validator sees scalars as texts or typed as YAML types them. What
a schema cannot say (columns that do not exist, dates that do not, sums) is left to ``sxtdbv check``.
"""

import json
from functools import partial
from typing import Any

from sxtdbv_cli.commands._shared import Lang
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import spoken
from sxtdbv_cli.text.language import Language, Text

HELP = Text(
    "In lược đồ JSON (JSON Schema) của tệp kế hoạch, để trình soạn thảo gợi ý và kiểm tra khi gõ.",
    "Print the JSON Schema of the plan file, for editors to complete and check as one types.",
)
FILE = "schema/plan.schema.json"


def run(
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
) -> None:
    """Print the schema, described in the language in use."""
    from sxtdbv_cli.text.as_json import as_json

    output.write(as_json(schema(spoken())), machine=True)


def schema(language: Language) -> Any:
    """The schema, described in a language; ``x-description-vi`` and ``-en`` hold both, as in the file itself."""
    from importlib.resources import files

    text = files("sxtdbv_cli").joinpath(FILE).read_text(encoding="utf-8")
    return json.loads(text, object_hook=partial(_described, language))


def _described(language: Language, node: dict[str, Any]) -> dict[str, Any]:
    said = node.get(f"x-description-{language}")
    return node if said is None else node | {"description": said}
