"""A user's own file with what was found in it: a module for each suffix, ``annotate(content, reports, style)``."""
