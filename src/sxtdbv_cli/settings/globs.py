"""Which files a pattern means."""

import unicodedata
from fnmatch import fnmatchcase

ANY_DEPTH = "**"


def matches(pattern: str, path: str) -> bool:
    """Whether a path below the configuration's folder is one that a pattern means.

    ``*`` and ``?`` stay within a name, ``**`` is any number of folders, ``data/`` all that is below. A pattern
    without a slash means files of that name in any folder.
    """
    pattern, path = (unicodedata.normalize("NFC", text) for text in (pattern, path))
    if pattern.endswith("/"):
        pattern += ANY_DEPTH
    parts = pattern.removeprefix("./").lstrip("/").split("/")
    if "/" not in pattern:
        parts = [ANY_DEPTH, *parts]
    return _matches(parts, path.split("/"))


def _matches(pattern: list[str], path: list[str]) -> bool:
    """One pass over the path; ``reached`` are the parts of the pattern that may come next."""
    reached = _skipping(pattern, {0})
    for name in path:
        after: set[int] = set()
        for part in reached - {len(pattern)}:
            if pattern[part] == ANY_DEPTH:
                after.add(part)
            elif fnmatchcase(name, pattern[part]):
                after.add(part + 1)
        reached = _skipping(pattern, after)
    return len(pattern) in reached


def _skipping(pattern: list[str], reached: set[int]) -> set[int]:
    """With the parts behind a ``**``, which may stand for no folder at all."""
    found = set(reached)
    for part in range(len(pattern)):
        if part in found and pattern[part] == ANY_DEPTH:
            found.add(part + 1)
    return found
