"""The errata of a plan that hold, in sentences: what is printed, what is correct, why, by whom, when."""

from sxtdbv_cli.model.plan import Erratum
from sxtdbv_cli.model.subject import Subject, applied
from sxtdbv_cli.render.diagnosis.text import Teller
from sxtdbv_cli.text.language import Language, Text

DATE = Text("{date:date}", "{date:date}")
SAID = Text("Đính chính {cell}: {stated} → {correct} ({why})", "Erratum of {cell}: {stated} → {correct} ({why})")


def errata(subject: Subject, language: Language) -> list[str]:
    """A sentence for each erratum that the sums are checked with."""
    teller = Teller(subject.printed, language)
    holding = [(subject.printed.errata[index], cell) for index, cell in applied(subject.printed).items()]
    return [
        teller.say(
            SAID,
            cell=teller.cell(cell),
            stated=teller.amount(erratum.stated),
            correct=teller.amount(erratum.correct),
            why=_why(erratum, language),
        )
        for erratum, cell in holding
    ]


def _why(erratum: Erratum, language: Language) -> str:
    date = "" if erratum.date is None else DATE.say(language, {"date": erratum.date})
    return ", ".join(filter(None, (erratum.reason, erratum.by, date)))
