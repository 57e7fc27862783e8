"""The examples in the documentation are run; the schemas accept what is documented."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from conftest import ROOT, Run
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.subject import subject_of

FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", FORMATS, re.DOTALL)


@pytest.mark.parametrize("example", blocks("yaml plan"), ids=str.splitlines)
def test_plans_in_the_documentation_are_read_and_add_up(example: str) -> None:
    plan = parse(example, "formats.md").plan
    audit = subject_of(plan).audit
    assert audit.hold
    assert not audit.failing


@pytest.mark.parametrize("name", ["check", "summary", "diff"])
def test_records_in_the_documentation_fit_their_schema(name: str) -> None:
    schema = json.loads((ROOT / f"src/sxtdbv_cli/schema/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    examples = blocks(f"json {name}")
    assert examples
    for example in examples:
        jsonschema.validate(json.loads(example), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1, "surprise": True}, schema)


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "markdown"])
def test_outputs_in_the_documentation_are_those_of_the_program(
    name: str, sxtdbv: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(blocks("yaml ci")[0], encoding="utf-8")
    printed = sxtdbv("check", "plan.yaml", "--select", "SX101,SX102", "--lang", "en", "--format", name).out
    assert blocks(rf"\w+ {name}") == [printed]
