"""Pages in both languages: each language has a section of its own, the rest belongs to both."""

import re

from sxtdbv_cli.text.language import Language

_SECTION = {Language.VI: "Tiếng Việt", Language.EN: "English"}


def in_language(page: str, language: Language) -> str:
    """A page without the section of the other language, and without the heading that names the one."""
    sections = re.split("(?m)^(?=## )", page)
    other = next(title for spoken_in, title in _SECTION.items() if spoken_in is not language)
    kept = (section for section in sections if not section.startswith(f"## {other}\n"))
    return "".join(section.removeprefix(f"## {_SECTION[language]}\n\n") for section in kept)


def first_paragraph(page: str) -> str:
    """The first paragraph of a page that is no heading."""
    paragraphs = (paragraph.strip() for paragraph in page.split("\n\n"))
    return next((paragraph for paragraph in paragraphs if paragraph and not paragraph.startswith("#")), "")
