"""Classes in a text file of their own, a line for each row of a table of pixels: y_train.csv."""

from engine.data.class_names import LONGEST, class_name
from engine.data.files import Files
from engine.data.unpacking import lines_of, unpack
from engine.data.watch import Watch

_LEAST = 3  # lines


def is_column(head: bytes) -> bool:
    """Whether a file with these first bytes has a single cell in each line."""
    lines = head.splitlines()[:-1] or head.splitlines()  # the last may be cut
    cells = [line.strip() for line in lines if line.strip()]
    return len(cells) >= _LEAST and not any(set(cell) & set(b",;\t ") for cell in cells)


def read_column(files: Files, name: str, watch: Watch) -> list[str]:
    """Return the classes, without a header. Raises DataError."""
    where = files.path_of(name)
    classes = []
    for line in lines_of(unpack(files.read(name, watch), where, watch), where):
        watch.check()
        if line.strip():
            classes.append(class_name(line[:LONGEST].decode("utf-8-sig", "replace")))
    is_headed = classes[0] not in classes[1:] and not _is_number(classes[0])
    return classes[is_headed:]


def _is_number(text: str) -> bool:
    return text.lstrip("+-").isdigit()
