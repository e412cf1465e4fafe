"""The table of formats: what each is called, where people get it, and what finds and reads it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.data import (
    array_files,
    class_folders,
    idx_sets,
    label_tables,
    libsvm,
    named_images,
    pixel_tables,
)
from engine.data.archives import is_archive
from engine.data.files import Files
from engine.data.reading import Found
from engine.data.unpacking import without_packing
from engine.data.watch import LoadingStopped, Watch
from engine.errors import DataError
from engine.words.message import Message

Find = Callable[[Files, Sequence[str], Watch], list[Found]]

_UNREAD = (".pkl", ".pickle", ".joblib", ".pt", ".pth", ".mat", ".h5", ".hdf5", ".parquet",
           ".arrow", ".tfrecord", ".rar", ".7z", ".zst", ".sqlite")  # fmt: skip


@dataclass(frozen=True)
class Format:
    """One layout of datasets. `find` tells which sets of it lie among the files of a place."""

    name: str
    find: Find

    @property
    def summary(self) -> Message:
        """What it is, in a line."""
        return Message(f"format_{self.name}")

    @property
    def got_from(self) -> Message:
        """Where people get it."""
        return Message(f"format_{self.name}_from")


FORMATS = (
    Format("idx", idx_sets.find),
    Format("arrays", array_files.find),
    Format("libsvm", libsvm.find),
    Format("pixel_table", pixel_tables.find),
    Format("class_folders", class_folders.find),
    Format("label_table", label_tables.find),
    Format("named_images", named_images.find),
)


def find_dataset(files: Files, watch: Watch, chosen: str = "") -> tuple[Format, Found]:
    """Return the one dataset among some files, or the one to which the path `chosen` leads.

    Raises DataError where there is none, or more than one: then it names them.
    """
    found, reasons = _find_all(files, watch)
    if chosen:
        found = [(form, one) for form, one in found if _is_meant(one, chosen)]
    if len(found) == 1:
        return found[0]
    if found:
        names = sorted(one.name or files.where for _, one in found)
        raise DataError("several_datasets", file=files.where, choices=names)
    raise _reason(files, reasons, chosen)


def _find_all(files: Files, watch: Watch) -> tuple[list[tuple[Format, Found]], list[DataError]]:
    """Return all datasets; a file belongs to one at most. Also why some files make none."""
    found: list[tuple[Format, Found]] = []
    reasons: list[DataError] = []
    claimed: set[str] = set()
    for form in FORMATS:
        watch.check()
        try:
            new = form.find(files, [n for n in files.names if n not in claimed], watch)
        except LoadingStopped:
            raise
        except DataError as error:
            reasons.append(error)
            continue
        found += [(form, one) for one in new]
        claimed.update(*(one.files for one in new))
    return found, reasons


def _is_meant(one: Found, chosen: str) -> bool:
    return chosen in one.files or one.name == chosen or one.name.startswith(f"{chosen}/")


def _reason(files: Files, reasons: Sequence[DataError], chosen: str) -> DataError:
    """Return the most helpful word on why nothing was found."""
    unread = [name for name in files.names if without_packing(name).endswith(_UNREAD)]
    archives = [name for name in files.names if is_archive(name)]
    if chosen:
        unread = [name for name in unread if name == chosen]
    if reasons and not unread:
        return reasons[0]
    if unread:
        return DataError("unread_format", file=files.path_of(unread[0]))
    if chosen:
        return DataError("not_a_dataset", file=files.path_of(chosen))
    if archives and is_archive(files.where):
        return DataError("archive_in_archive", file=files.where, name=archives[0])
    if archives:
        return DataError("several_datasets", file=files.where, choices=sorted(archives))
    return DataError("no_images", file=files.where)
