"""The formats of a summary: a module each, with ``render(summary, style) -> str``."""
