"""The plan file as a JSON Schema (draft 2020-12), for editors and for validators in CI.

It refuses no plan that the reader accepts, whether a validator sees scalars as texts or typed as YAML types them. What
a schema cannot say (columns that do not exist, dates that do not, sums) is left to ``sxtdbv check``.
"""

import json
from functools import partial
from typing import Any

from sxtdbv_cli.text.language import Language

FILE = "schema/plan.schema.json"


def schema(language: Language) -> dict[str, Any]:
    """The schema, described in a language; ``x-description-vi`` and ``-en`` hold both, as in the file itself."""
    from importlib.resources import files

    text = files("sxtdbv_cli").joinpath(FILE).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text, object_hook=partial(_described, language))
    return found


def _described(language: Language, node: dict[str, Any]) -> dict[str, Any]:
    said = node.get(f"x-description-{language}")
    return node if said is None else node | {"description": said}
