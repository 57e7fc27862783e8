"""The formats of a difference: a module each, with ``render(difference, style) -> str``."""
