"""Why the system refuses a file, in words of the user."""

import errno

import pytest

from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.trouble import reason


class OfWindows(OSError):
    """An error of Windows, elsewhere."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EACCES, "Access is denied")
        self.winerror = number


def told(error: Exception) -> str:
    found = reason(error)
    return found.say(Language.EN) if isinstance(found, Text) else found


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_excel_holds_is_to_be_closed_there(number: int) -> None:
    assert "open in another program such as Excel" in told(OfWindows(number))


def test_what_is_known_is_said_in_words_of_the_user_and_the_rest_as_the_system_does() -> None:
    assert told(OSError(errno.EACCES, "Access is denied")) == "permission denied"
    assert told(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
    assert told(ValueError("embedded null byte")) == "embedded null byte"
