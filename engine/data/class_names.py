"""What a class may be called: its name is shown in lists, on axes and in sentences."""

import unicodedata

_UNSEEN = ("Cc", "Cs", "Zl", "Zp")  # control characters, halves of characters, ends of lines


def printable(name: str) -> str:
    """Return the name with "?" for each character that no line of text can show."""
    return "".join("?" if unicodedata.category(sign) in _UNSEEN else sign for sign in name)
