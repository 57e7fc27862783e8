"""A plan as a file for people, its findings beside it: a module for each suffix, ``render(report, style) -> bytes``."""
