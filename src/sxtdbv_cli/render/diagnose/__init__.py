"""The formats of a diagnosis: a module each, with ``render(reports, style) -> str``."""
