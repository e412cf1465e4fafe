"""The list of kept drawings alone, over a real folder."""

from pathlib import Path

import numpy as np
import pytest

from desktop.drawings.library import Library
from desktop.worker.questions import Questions
from engine.data import own_places
from engine.data.folder_names import LIST


@pytest.fixture
def library(qapp: object, tmp_path: Path) -> Library:
    """Return a list of two 7s and a 3."""
    library = Library(Questions(), tmp_path)
    rng = np.random.default_rng(0)
    for label in ("7", "7", "3"):
        assert library.keep(rng.integers(0, 256, (28, 28), np.uint8), label)
    return library


def test_what_is_in_its_class_already_stays_as_it_is(library: Library) -> None:
    before = library.drawings
    sevens = [drawing for drawing in before if drawing.label == "7"]
    library.move(sevens, "7")
    assert library.drawings == before
    assert not library.can_undo  # there is nothing to take back
    library.move(before, "7")
    assert [drawing.label for drawing in library.drawings] == ["7"] * 3
    assert set(sevens) < set(library.drawings)
    library.undo()
    assert library.drawings == before
    assert not library.can_undo
    library.remove([])
    assert not library.can_undo


def test_steps_are_taken_back_the_last_one_first(library: Library) -> None:
    before = library.drawings
    library.remove(before[:1])
    after = library.drawings
    library.move(after, "smiley")
    assert library.labels == ("smiley",)
    library.undo()
    assert library.drawings == after
    library.undo()
    assert library.drawings == before


def test_drawings_are_removed_without_a_look_at_the_list_of_classes(library: Library) -> None:
    (library.folder / LIST).write_text("damaged")
    library.remove(library.drawings[:1])
    assert len(library.drawings) == 2


def test_many_are_moved_by_one_look_at_the_folder(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    look = own_places.class_folders
    monkeypatch.setattr(
        own_places, "class_folders", lambda folder: (looked.append(folder), look(folder))[1]
    )
    library.move(library.drawings, "smiley")
    assert looked == [library.folder]
    assert len({drawing.path for drawing in library.drawings}) == 3
    assert all(drawing.path.is_file() for drawing in library.drawings)


def test_a_drawing_that_was_moved_and_is_gone_comes_back_where_it_was(library: Library) -> None:
    before = library.drawings
    library.move(before, "smiley")
    for drawing in library.drawings:
        drawing.path.unlink()
    library.undo()
    assert library.drawings == before
    assert all(drawing.path.is_file() for drawing in before)
