"""A user's own file with what was found put into it: a module for each suffix, ``annotate(content, report, style)``."""
