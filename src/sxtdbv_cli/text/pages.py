"""Pages in both languages: each language has a section of its own, the rest belongs to both."""

import re

from sxtdbv_cli.text.language import Language

_SECTION = {Language.VI: "Tiếng Việt", Language.EN: "English"}


def in_language(page: str, language: Language) -> str:
    """A page without the section of the other language and the heading that names the one; of ``## Good / Đúng``, which
    heads what belongs to both, the half in the language."""
    sections = re.split("(?m)^(?=## )", page)
    other = next(title for spoken_in, title in _SECTION.items() if spoken_in is not language)
    kept = (section for section in sections if not section.startswith(f"## {other}\n"))
    found = "".join(section.removeprefix(f"## {_SECTION[language]}\n\n") for section in kept)
    return re.sub("(?m)^## (.+) / (.+)$", r"## \2" if language is Language.VI else r"## \1", found)


def first_paragraph(page: str) -> str:
    """The first paragraph of a page that is no heading."""
    paragraphs = (paragraph.strip() for paragraph in page.split("\n\n"))
    return next((paragraph for paragraph in paragraphs if paragraph and not paragraph.startswith("#")), "")
