"""Consistent random plans of any size, as plan files: every sum holds. Seeded, so everyone makes the same."""

import random
from collections.abc import Iterator

from sxtdbv_cli.text.numbers import write_amount

YEARS = (2022, 2023, 2024, 2025)
BRANCHING = 9
TITLES = ("Hội nghị, hội thảo", "Tập huấn nghiệp vụ", "Xây dựng mô hình thí điểm", "In tài liệu tuyên truyền")


def plan_file(lines: int, seed: int = 1) -> str:
    """The text of a plan of about so many lines: sections of one line and nine child lines."""
    rng = random.Random(seed)
    head = "document: {number: 1/KH-UBND, issuer: UBND, title: Kế hoạch}\nyears: [2022, 2023, 2024, 2025]\nlines:\n"
    return head + "".join("".join(_section(rng, number)) for number in range(1, max(1, lines // (BRANCHING + 1)) + 1))


def _section(rng: random.Random, number: int) -> Iterator[str]:
    children = [[rng.randrange(1, 9_000) * 100_000 for _ in YEARS] for _ in range(BRANCHING)]
    yield _line(2, f"{number}", "Sở Công Thương", [sum(year) for year in zip(*children, strict=True)])
    yield "    lines:\n"
    for index, amounts in enumerate(children, 1):
        yield _line(6, f"{number}.{index}", f"{rng.choice(TITLES)} đợt {index}", amounts)


def _line(indent: int, code: str, title: str, amounts: list[int]) -> str:
    cells = [f"total: {write_amount(sum(amounts))}"]
    cells += [f"{year}: {write_amount(amount)}" for year, amount in zip(YEARS, amounts, strict=True)]
    space = " " * indent
    return (
        f"{space}- code: {code}\n{space}  title: {title}\n{space}  schedule: Hằng năm\n"
        f"{space}  amounts: {{{', '.join(cells)}}}\n"
    )
