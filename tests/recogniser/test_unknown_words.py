"""Tables in words that nobody knows: their cells tell what they hold, or it is doubted; nothing is lost in silence."""

import pytest

from recogniser.made import columns, doubts, lines, reading
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.finding import Unreadable


def read(*rows: str) -> Loaded:
    """A table in Markdown, its first row the header."""
    head, *rest = rows
    return reading("\n".join([head, "|---" * (head.count("|") - 1) + "|", *rest]), "a.md")


def test_lines_without_figures_are_no_more_of_a_header() -> None:
    rows = ("| Cotisations (756) | à venir |", "| Stages (706) | à venir |", "| Dons (757) | 500 € |")
    more = ("| Divers (758) | 402 € |", "| Ventes (701) | 96 € |", "| Repas (702) | 88 € |", "| Prêts (764) | 70 € |")
    loaded = read("| Blorpa | Zintel |", *rows, *more, "| Loyers (708) | 45 € |")
    assert [line.split(" | ")[0] for line in lines(loaded)][:2] == ["Cotisations (756)", "Stages (706)"]
    with pytest.raises(Unreadable):
        read("| Blorpa | Zintel |", *rows)


def test_codes_go_on_though_a_total_is_called_something() -> None:
    loaded = read(
        "| Blorpa | Zintel | Quadru |",
        "| 011612 | Serre | 5.43 € |",
        "| 013180 | Port | 8.17 € |",
        "| 014320 | Marché | 6.64 € |",
        "| Hontrib | - | 20.24 € |",
    )
    assert lines(loaded)[0] == "011612 Serre | 5.43"


def test_prices_of_some_lines_are_doubted_where_no_total_adds_them() -> None:
    loaded = read(
        "| Blorpa | Zintel | Quadru | Velmor |",
        "| Leitung | 70 x | 45 EUR | 3.150 EUR |",
        "| Fachbereich | 4 x | 50 EUR | 200 EUR |",
        "| Prüfung | 2 x | 70 EUR | 140 EUR |",
        "| Schulung | pauschal | | 150 EUR |",
        "| **Gesamtkosten** | | | **3.640 EUR** |",
    )
    assert "SX518" in doubts(loaded)


@pytest.mark.parametrize(("heading", "told"), [("Blorpa ($)", True), ("$", False)])
def test_a_column_in_the_money_of_the_table_is_told_where_no_total_adds_it(heading: str, told: bool) -> None:
    loaded = read(
        f"| Item | Quadru | {heading} | Amount ($) |",
        "| Cables | 3 reels | $40 | $120 |",
        "| Permit | all | $75 | $75 |",
        "| Paint | 9 tins | $8 | $72 |",
        "| Total | | — | $267 |",
    )
    assert ("SX518" in doubts(loaded)) is told


@pytest.mark.parametrize("heading", ["Costo Unit. ($)", "Precio unit", "Valor Unit."])
def test_prices_of_a_unit_are_so_called_in_short(heading: str) -> None:
    loaded = read(
        f"| Rubro | Cantidad | {heading} | Subtotal ($) |",
        "| Cables | 3 rollos | $40 | $120 |",
        "| Permiso | Global | $75 | $75 |",
        "| Total | | | $195 |",
    )
    assert lines(loaded) == ["Cables | 120", "Permiso | 75", "declared | 195"] and not doubts(loaded)


def test_figures_in_groups_before_the_titles_are_amounts() -> None:
    loaded = read(
        "| An 3 | An 2 | Poste |",
        "| 10 560 | 5 760 | Salaires |",
        "| 4 800 | 3 600 | Serveurs |",
        "| 1 200 | 720 | Bureau |",
        "| 16 560 | 10 080 | TOTAL |",
    )
    assert lines(loaded)[0] == "Salaires | 10560 5760"


def test_words_behind_amounts_that_name_lines_as_well_as_the_titles_are_told() -> None:
    loaded = read(
        "| Blorpa € | Zintel | Quadru |",
        "| 8150 | Anna | Leiter |",
        "| 5400 | Niklas | Manager |",
        "| 4500 | Priyanka | Tester |",
    )
    assert "SX516" in doubts(loaded)


def test_years_name_lines_before_the_words_of_notes_do() -> None:
    loaded = reading("An,Actif,Passif,Notas\n2021,70,30,visto\n2022,80,35,ver anexo\n2023,90,20,pendiente\n", "a.csv")
    assert (lines(loaded)[0], [*columns(loaded)]) == ("2021 | 70 30", ["Actif", "Passif"])


def test_one_word_on_every_line_names_no_lines_that_years_or_accounts_tell_apart() -> None:
    years = reading("An,Actif,Passif,Monedo\n2021,70,30,EUR\n2022,80,35,EUR\n2023,90,20,EUR\n", "a.csv")
    assert lines(years)[0] == "2021 | 70 30"
    accounts = reading("Konto,Haben,Monedo\n1440600,70,EUR\n1440601,80,EUR\nBarkasse,90,EUR\nKasse,9,EUR\n", "a.csv")
    assert lines(accounts)[0] == "1440600 | 70"


def page(*rows: str) -> Loaded:
    """A page of one table without a header."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    return reading("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>", "a.html")


def test_what_is_not_known_of_several_lines_is_no_heading() -> None:
    """The lines above were lost, and nothing said so."""
    above, below = ("Stalls|750", "Gate|320"), ("Hall|725", "Insurance|370", "Posters|98")
    loaded = page(*above, "Raffle|blorpa", "Gifts|blorpa", *below)
    assert [line.split(" | ")[0] for line in lines(loaded)][:4] == ["Stalls", "Gate", "Raffle", "Gifts"]
    assert doubts(loaded).count("SX511") == 2
    headed = page("Kind|Zintel", *above, "", "Blorpa|Zintel", *below)
    assert [line.split(" | ")[0].strip() for line in lines(headed)][-3:] == ["Hall", "Insurance", "Posters"]
