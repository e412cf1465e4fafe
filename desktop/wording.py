"""How many of something, in words. The words themselves stay with the widgets."""


def counted(count: int, one: str, many: str) -> str:
    """Return `one` for a single thing, else `many` with the number in place of {0}."""
    return one if count == 1 else many.format(count)
