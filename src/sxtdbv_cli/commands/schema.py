"""``sxtdbv schema``: the JSON Schema of the plan file."""

from sxtdbv_cli.commands._shared import Lang
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import spoken
from sxtdbv_cli.text.language import Text

HELP = Text(
    "In lược đồ JSON (JSON Schema) của tệp kế hoạch, để trình soạn thảo gợi ý và kiểm tra khi gõ.",
    "Print the JSON Schema of the plan file, for editors to complete and check as one types.",
)


def run(
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
) -> None:
    """Print the schema, described in the language in use."""
    from sxtdbv_cli.files.yaml.schema import schema
    from sxtdbv_cli.text.as_json import as_json

    output.write(as_json(schema(spoken())), machine=True)
