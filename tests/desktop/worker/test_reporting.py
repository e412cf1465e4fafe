"""Reports on their way to the window: fewer of them, and nothing lost."""

from types import SimpleNamespace

import numpy as np
import pytest

from desktop.worker import reporting
from desktop.worker.messages import Outcome, RunRequest
from desktop.worker.reporting import Reporting
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from engine.reports import Report, StepReport
from engine.runs.store import RunStore


def step(number: int, epoch: int) -> StepReport:
    return StepReport(
        number, epoch, np.array([number / 10], np.float32), 0.1 / number, 1.0 * number
    )


def test_only_what_is_urgent_is_told_twice_in_a_moment() -> None:
    told: list[tuple[Report, ...]] = []
    reporting = Reporting(told.append)
    reporting.add(step(1, 1))
    reporting.tell(at_once=False)
    assert len(told) == 1
    reporting.add(step(2, 1))
    reporting.tell()
    reporting.tell()  # there is nothing left
    assert [[report.step for report in reports] for reports in told] == [[1], [2]]


def test_a_screen_that_shows_sixty_pictures_a_second_has_news_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now_s = [100.0]
    monkeypatch.setattr(reporting, "time", SimpleNamespace(perf_counter=lambda: now_s[0]))
    told: list[tuple[Report, ...]] = []
    news = Reporting(told.append)
    for number in range(1, 1001):  # a second, a batch each millisecond
        now_s[0] += 0.001
        if news.is_due():
            news.add(step(number, 1))
            news.tell(at_once=False)
    assert 55 <= len(told) <= 60


@pytest.mark.parametrize(("asked", "kept_as"), [("My drawings", "My drawings"), ("", "Run 3")])
def test_a_run_is_kept_under_the_name_that_its_asker_gives_it(
    mnist_sample: Dataset, asked: str, kept_as: str
) -> None:
    config = TrainConfig(epochs=1)
    keeping = reporting.RunKeeping(lambda _: None)
    request = RunRequest("mnist_sample", config, name=asked, listed_as="Run 3")
    keeping.begin(request, Learner(mnist_sample, config))
    keeping.end(Outcome.STOPPED)
    keeping.wait()
    assert RunStore().open(keeping.id).record().asked_name == kept_as
