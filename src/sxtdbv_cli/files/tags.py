"""The wall before XML that is read as a tree: a part of a hundred million bytes may be nothing but tags, and each of
these takes a hundred bytes."""

from typing import IO

MOST_TAGS = 2_000_000
"""So many tags may one tree have: those of a row, or of a part beside the table."""


class TooManyTags(Exception):
    """A part has more tags than that of any plan: ``most`` is how many it may have."""

    def __init__(self, most: int = MOST_TAGS) -> None:
        super().__init__(most)
        self.most = most


def few(xml: bytes, most: int = MOST_TAGS) -> bytes:
    """A part of no more than so many tags.

    Raises:
        TooManyTags: it has more.
    """
    if xml.count(b"<") > most:
        raise TooManyTags(most)
    return xml


class Counted:
    """A stream that counts the tags it gives; who has freed those of a tree sets ``tags`` back to 0.

    Raises:
        TooManyTags: they are more than one tree may have.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.tags = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        found = self._stream.read(size)
        self.tags += found.count(b"<")
        if self.tags > MOST_TAGS:
            raise TooManyTags
        return found
