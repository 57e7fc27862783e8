"""Where things stand in a TOML file: the parser does not say, so it is worked out."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.settings.toml import Toml

VALUES = (
    ["1"],
    ['"a # b"'],
    ["[", '  "x",', "  # k = 1", "  1,", "]"],
    ["[[1],", "[2]]"],
    ['"""', "k1 = 1", "[k2]", '"""'],
    ["'''", "k1 = '1'", "'''  # behind"],
    ["{a = 1, b = [1, 2]}"],
)
BETWEEN = ([], [""], ["# k0 = 1"], ["", "   # [k1]", ""])


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[str], dict[tuple[str | int, ...], int]]:
    """A TOML text as rows, and the line of every key and section in it."""
    rows: list[str] = []
    lines: dict[tuple[str | int, ...], int] = {}

    def keys(inside: tuple[str | int, ...]) -> None:
        for number in range(draw(st.integers(0, 3))):
            rows.extend(draw(st.sampled_from(BETWEEN)))
            first, *more = draw(st.sampled_from(VALUES))
            lines[(*inside, f"k{number}")] = len(rows) + 1
            indent = draw(st.sampled_from(["", "  "]))
            name = draw(st.sampled_from([f"k{number}", f'"k{number}"']))
            rows.extend([f"{indent}{name} = {first}", *more])

    keys(())
    for number in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(["table", "entries", "dotted"]))
        names: list[tuple[str, tuple[str | int, ...]]] = [
            (f"[t{number}]", (f"t{number}",)),
            (f'[t{number}."a.b"]', (f"t{number}", "a.b")),
        ]
        if kind == "entries":
            names = [(f"[[t{number}]]", (f"t{number}", 0)), (f"[t{number}.in]", (f"t{number}", 0, "in"))]
            names += [(f"[[t{number}]]", (f"t{number}", 1)), (f"[t{number}.in]", (f"t{number}", 1, "in"))]
        for header, address in names:
            rows.extend(draw(st.sampled_from(BETWEEN)))
            lines[address] = len(rows) + 1
            rows.append(header)
            keys(address)
    return rows, lines


@given(documents(), st.sampled_from(["\n", "\r\n"]))
def test_everything_has_its_line(document: tuple[list[str], dict[tuple[str | int, ...], int]], newline: str) -> None:
    rows, lines = document
    text = newline.join(rows)
    toml = Toml("a.toml", text.encode())
    assert toml.table == tomllib.loads(text)
    assert {address: toml.place(address).line for address in lines} == lines
    for address, line in lines.items():
        place = toml.place(address)
        row = rows[line - 1]
        assert row[place.column - 1 : place.end_column - 1] == row.strip()


def test_what_is_absent_is_placed_at_its_group() -> None:
    toml = Toml("a.toml", b"[files.x]\nstrict = true\n")
    assert toml.place(("files", "x", "nothing", "below")).line == 1
    assert str(toml.place(("nothing",))) == "a.toml"


def test_a_text_that_takes_too_long_to_search_has_no_lines_rather_than_no_answer() -> None:
    rows = "\n".join('  "]",' for _ in range(20_000))
    toml = Toml("a.toml", f"a = 1\nb = [\n{rows}\n]\nc = 1\n".encode())
    assert toml.place(("a",)).line == 1
    assert toml.place(("c",)).line == 0
