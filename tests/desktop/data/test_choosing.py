"""What follows from choosing a dataset, as the worker's answers are given by hand."""

from pathlib import Path

import pytest

from desktop.app_model import AppModel
from desktop.data.checking import Checking, Several
from desktop.worker.messages import RunRequest
from desktop.worker.to_worker import Ask, Cancel
from engine.config import TrainConfig
from engine.data.description import ClassCount, Description
from tests.desktop.by_hand import answer, begun, wishes

FOUND = Description("mine", "/mine", None, (ClassCount("3", 9, 1), ClassCount("7", 9, 1)), 33, ())
MINE, OTHER = Path("/mine"), Path("/other")


@pytest.fixture
def checking(model: AppModel) -> Checking:
    return model.checking


@pytest.fixture
def told(checking: Checking) -> list[object]:
    """Return what is told of the reading, as it comes."""
    news: list[object] = []
    checking.began.connect(lambda: news.append("began"))
    checking.ended.connect(lambda: news.append("ended"))
    checking.found.connect(news.append)
    checking.refused.connect(news.append)
    checking.several_found.connect(lambda place, names: news.append((place, names)))
    checking.progressed.connect(lambda done, images: news.append((done, images)))
    return news


def numbers(model: AppModel, kind: type[Ask] | type[Cancel]) -> list[int]:
    return [wish.number for wish in wishes(model, kind)]


def test_one_s_own_is_read_at_once_and_what_is_bundled_need_not_be(
    model: AppModel, told: list[object]
) -> None:
    model.datasets.choose("mnist")
    assert (told, numbers(model, Ask)) == ([], [])
    model.datasets.choose(MINE)
    assert (told, numbers(model, Ask)) == (["began"], [1])
    model.link.loading.emit(MINE, 1, 9)
    model.link.loading.emit(OTHER, 2, 9)  # for somebody else
    answer(model, FOUND)
    assert told[1:] == [(1, 9), FOUND, "ended"]
    model.link.loading.emit(MINE, 3, 9)
    assert len(told) == 4


def test_another_choice_takes_its_place(model: AppModel, told: list[object]) -> None:
    model.datasets.choose(MINE)
    model.datasets.choose(OTHER)
    assert (told, numbers(model, Cancel)) == (["began", "began"], [1])
    model.datasets.choose("mnist")
    assert told[2:] == ["ended"]
    assert numbers(model, Cancel) == [1, 2]


@pytest.mark.parametrize("how", ["refused", "cancelled", "several"])
def test_what_cannot_be_had_gives_way_to_what_could(
    model: AppModel, checking: Checking, told: list[object], how: str
) -> None:
    model.datasets.choose(MINE)
    answer(model, FOUND)
    model.datasets.choose(OTHER)
    told.clear()
    if how == "refused":
        answer(model, problem="No images are there.")
        assert told == ["ended", "No images are there."]
    elif how == "cancelled":
        checking.cancel()
        checking.cancel()
        assert told == ["ended"]
    else:
        answer(model, Several(("a", "b")))
        assert told == [(OTHER, ("a", "b")), "ended"]
    assert model.datasets.chosen == MINE
    assert model.datasets.recent == [MINE]


def test_what_a_run_has_learned_from_could_be_had(model: AppModel, checking: Checking) -> None:
    model.datasets.choose(MINE)
    request = RunRequest(MINE, TrainConfig())
    model.begin(request, lr=0.1)
    begun(model, request)
    model.datasets.choose(OTHER)
    answer(model, problem="No images are there.")
    assert model.datasets.chosen == MINE
