"""Sentences in two languages, their facts filled in."""

import pytest

from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import Digits

CELLS = Text("{count:d} ô", "{count:d} {count:cell is|cells are} blank")


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 cells are blank"), (1, "1 cell is blank"), (1_000, "1000 cells are blank")]
)
def test_one_is_said_in_the_singular(count: int, said: str) -> None:
    assert CELLS.say(Language.EN, {"count": count}) == said
    assert CELLS.say(Language.VI, {"count": count}) == f"{count} ô"


def test_a_text_of_a_file_is_never_a_template() -> None:
    assert (
        Text("{title}", "{title}").say(Language.EN, {"title": "{count:a|b} {x.__class__}"})
        == "{count:a|b} {x.__class__}"
    )


def test_amounts_are_grouped_and_words_chosen() -> None:
    facts = {"gap": -1_234_567, "word": Text("tổng", "total")}
    assert Text("{gap} {word}", "{gap} {word}").say(Language.VI, facts, Digits(2)) == "-12.345,67 tổng"
