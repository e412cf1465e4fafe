"""Which datasets are listed and chosen, and what a refused one leaves behind."""

from pathlib import Path

import pytest

from desktop.data.dataset_list import MOST_RECENT, DatasetList


@pytest.fixture
def datasets() -> DatasetList:
    return DatasetList()


def test_only_the_newest_few_are_remembered(datasets: DatasetList, tmp_path: Path) -> None:
    for number in range(MOST_RECENT + 3):
        datasets.choose(tmp_path / str(number))
    assert [path.name for path in datasets.recent] == ["7", "6", "5", "4", "3"]


def test_the_chosen_one_stays_on_the_list(datasets: DatasetList, tmp_path: Path) -> None:
    datasets.choose(tmp_path / "mine")
    others = [tmp_path / str(number) for number in range(MOST_RECENT)]
    datasets.remember(others)
    assert datasets.recent == [*others[:-1], tmp_path / "mine"]


def test_what_was_chosen_before_a_refused_one_is_so_again(
    datasets: DatasetList, tmp_path: Path
) -> None:
    datasets.choose(tmp_path / "good")
    datasets.accept(tmp_path / "good")
    datasets.choose(tmp_path / "bad")
    datasets.refuse(tmp_path / "bad")
    assert datasets.chosen == tmp_path / "good"
    assert datasets.recent == [tmp_path / "good"]


def test_after_two_refused_ones_none_of_them_is_chosen(
    datasets: DatasetList, tmp_path: Path
) -> None:
    datasets.choose("mnist")
    for name in ("bad", "worse"):
        datasets.choose(tmp_path / name)
        datasets.refuse(tmp_path / name)
        assert datasets.chosen == "mnist"
    assert datasets.recent == []


def test_what_nobody_knew_to_be_good_is_not_chosen_again(
    datasets: DatasetList, tmp_path: Path
) -> None:
    datasets.choose("mnist")
    datasets.choose(tmp_path / "left")
    datasets.choose(tmp_path / "bad")
    datasets.refuse(tmp_path / "bad")
    assert datasets.chosen == "mnist"


def test_what_is_refused_later_is_not_chosen_again(datasets: DatasetList, tmp_path: Path) -> None:
    datasets.choose(tmp_path / "good")
    datasets.accept(tmp_path / "good")
    datasets.choose(tmp_path / "next")
    datasets.refuse(tmp_path / "good")  # its files are gone by now
    datasets.refuse(tmp_path / "next")
    assert datasets.chosen == tmp_path / "next"


def test_one_that_came_back_at_the_start_stays_when_it_is_refused(
    datasets: DatasetList, tmp_path: Path
) -> None:
    datasets.restore(tmp_path, [tmp_path])
    datasets.refuse(tmp_path)
    assert datasets.chosen == tmp_path  # it isn't for us to choose another
    assert datasets.recent == [tmp_path]


def test_what_is_gone_is_not_chosen_at_the_start(datasets: DatasetList, tmp_path: Path) -> None:
    datasets.restore(tmp_path / "gone", [])
    assert datasets.chosen == "mnist_sample"


def test_a_name_that_nobody_knows_chooses_nothing(datasets: DatasetList) -> None:
    datasets.choose("letters")
    assert datasets.chosen == "mnist_sample"
