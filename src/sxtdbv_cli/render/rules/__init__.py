"""The formats of the list of rules: a module each, with ``render(rules, style) -> str``."""
