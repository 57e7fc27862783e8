"""The formats of checked files: a module each, with ``render(reports, style) -> str``."""
