"""Each lesson's notebook does the lesson's experiment: what the window shows is in it."""

import shutil
import subprocess
import sys
import urllib.request
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

import assets
from engine import Classifier, Dataset, Learner, TrainConfig, fast_gradients, load_dataset
from engine.data.splits import Split
from engine.data.writing import save_as_folders
from engine.errors import InkgradError, TrainingDiverged
from engine.export.lesson_notebook import lesson_notebook
from engine.export.notebook import Cell, as_ipynb, as_script
from engine.export.notebook_sets import Source
from engine.lessons.catalogue import load_lessons
from engine.lessons.controls import Value, at_first
from engine.lessons.figures import Figure
from engine.lessons.lab import Lab, RunRecord
from engine.options import ACTIVATIONS, Activation
from engine.reports import EpochReport, StepReport
from tests.engine.export.notebook_runs import Shown, missing, run_here, run_in_jupyter
from tests.mostly_long import mostly_long

LESSONS = {lesson.name: lesson for lesson in load_lessons()}
TIMED = "thousands_at_once"  # shows how long things took, which is different every time
TIMED_LAST = {"mini_batches": 3}  # so do so many figures at the end
ROUNDING = 1e-3  # of a number: sums are added up in another order
_FIRST = 20  # losses of a run: later ones may hang on how something was rounded
PER_CENT = 0.2  # that an accuracy may be off after hundreds of steps
WILD_PER_CENT = 1.0  # where the weights begin so large that each rounding is, too


@pytest.fixture(autouse=True)
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine multiply in float32, as a notebook does: bfloat16 is only faster."""
    monkeypatch.setattr(fast_gradients, "multiplies_bfloat16", lambda: False)


@pytest.fixture(scope="module")
def starter() -> Classifier:
    return Classifier.starter("mnist")


def bench(name: str, sample: Dataset, **of_window: object) -> Lab:
    """Return what a lesson works with: a sketch, the sample, and what of the window is told."""
    given = {"dataset": sample, "learner": None, "classifier": None, **of_window}
    words = LESSONS[name].words
    return Lab(sketch=sample.valid.images[1500], is_drawn=True, sample=sample, words=words, **given)  # type: ignore[arg-type]


def started(name: str, **values: Value) -> dict[str, Value]:
    controls = import_module(f"engine.lessons.{name}").CONTROLS
    return at_first(controls) | values


def window(lab: Lab, name: str, values: dict[str, Value]) -> tuple[Figure, ...]:
    """Return what the lesson shows in the window at the end."""
    figures: tuple[Figure, ...] = ()
    module = import_module(f"engine.lessons.{name}")
    for figures in module.run(lab, values):
        assert figures
    return figures


def both(
    name: str, lab: Lab, source: str = "mnist_sample", **values: Value
) -> tuple[tuple[Figure, ...], list[Cell]]:
    """Return what the window shows of an experiment, and its notebook."""
    set_ = started(name, **values)
    cells = lesson_notebook(LESSONS[name], lab, set_, Source(source))
    return window(lab, name, set_), cells


def test_each_lesson_has_one() -> None:
    assert {path.stem for path in assets.path("notebooks").glob("*.md")} == set(LESSONS)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("three_by_three", {"part": "0:2, ::2", "cut": "::2, 3:20"}),
        ("broadcasting", {"left": "5x1x4", "right": "3, 1", "fade": "two"}),
        ("folders", {"put": "three", "shift": 2}),
        pytest.param(
            "pixel_similarity", {"step": 5, "right": -4, "down": 1}, marks=pytest.mark.long
        ),
        ("pairs", {"shift": 2}),
        ("matmul", {"left": "1 2 3; 4 5 6", "right": "1; 0.5; 2", "digit": 2}),
        ("list_comprehension", {"numbers": "9 8 -7", "image": 77, "ink": 90}),
        (
            "autograd",
            {"expression": "torch*relu(-part) + 2**3 + exp(x)/x", "names": "torch=2, part=-3, x=1"},
        ),
        ("autograd", {"expression": "w", "names": "w=2"}),
        ("gradient", {"curve": "valley", "x": -1.25, "h": 0.3, "target": "7"}),
        ("rmse_l1", {"blot": 5}),
        ("view", {"place": 100, "value": 17}),
    ],
    ids=str,
)
def test_it_shows_what_the_window_shows_as_it_is_set(
    mnist_sample: Dataset, name: str, values: dict[str, Value]
) -> None:
    figures, cells = both(name, bench(name, mnist_sample), **values)
    assert missing(figures, run_here(cells)) == []


def test_what_was_typed_wrongly_is_what_it_is_at_first(mnist_sample: Dataset) -> None:
    for name, lesson in LESSONS.items():
        lab = bench(name, mnist_sample)
        found = lesson_notebook(lesson, lab, {}, Source("mnist_sample"))
        assert found == lesson_notebook(lesson, lab, started(name), Source("mnist_sample"))


def test_a_further_activation_is_in_its_lessons_notebook(
    mnist_sample: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lesson offers all that there are: the notebook has to know them, too."""
    monkeypatch.setitem(ACTIVATIONS, "celu", Activation("CELU", onnx="Celu"))
    name, lab = "activation_functions", bench("activation_functions", mnist_sample)
    cells = lesson_notebook(
        LESSONS[name], lab, started(name, between="celu"), Source("mnist_sample")
    )
    code = "\n".join(cell.text for cell in cells)
    assert "between = 'celu'" in code
    assert '"none": nn.Identity, "celu": nn.CELU}' in code


def test_a_notebook_that_shows_something_else_is_noticed(mnist_sample: Dataset) -> None:
    lab = bench("gradient", mnist_sample)
    figures, cells = both("gradient", lab)
    changed = [cell._replace(text=cell.text.replace("x**2", "x**2.1")) for cell in cells]
    assert changed != cells
    assert missing(figures, run_here(changed))


@pytest.mark.parametrize(
    "name",
    mostly_long(["sigmoid", "relu", "matmul", "training_loop", "loss_against_metric"], {2, 3}),
)
def test_it_has_the_readers_own_network(mnist_sample: Dataset, name: str) -> None:
    train = Split(mnist_sample.train.images[::20], mnist_sample.train.labels[::20])
    few = Dataset(train, mnist_sample.valid, mnist_sample.classes, "few")
    learner = Learner(few, TrainConfig(epochs=1, lr=0.7, device="cpu"))
    for _ in learner.fit():
        pass
    lab = bench(name, mnist_sample, learner=learner, classifier=learner.classifier())
    figures, cells = both(name, lab)
    assert missing(figures, run_here(cells), ROUNDING) == []


@pytest.mark.long
@pytest.mark.parametrize(
    "name", ["pairs", "seven_steps", "zero_grad", "validation", "optimizer_step"]
)
def test_ten_digits(mnist_sample: Dataset, mnist: Dataset, name: str) -> None:
    figures, cells = both(name, bench(name, mnist_sample, dataset=mnist), "mnist")
    assert missing(figures, run_here(cells), ROUNDING) == []


def test_pen_strokes(mnist_sample: Dataset) -> None:
    lab = bench("seven_steps", mnist_sample, dataset=load_dataset("pens"))
    figures, cells = both("seven_steps", lab, "pens")
    assert missing(figures, run_here(cells), ROUNDING) == []


@pytest.mark.long
def test_data_of_ones_own(mnist_sample: Dataset, tmp_path: Path) -> None:
    train = Split(mnist_sample.train.images[::20], mnist_sample.train.labels[::20])
    few = Dataset(train, mnist_sample.valid, mnist_sample.classes, "few")
    save_as_folders(few, tmp_path / "few")
    source = str(tmp_path / "few")
    lab = bench("seven_steps", mnist_sample, dataset=load_dataset(source))
    figures, cells = both("seven_steps", lab, source)
    assert missing(figures, run_here(cells)) == []


def test_what_was_typed_never_becomes_code(mnist_sample: Dataset) -> None:
    lab = bench("autograd", mnist_sample)
    for name, values in (
        ("autograd", {"expression": "__import__('os').getcwd()"}),
        ("list_comprehension", {"numbers": "1, print(2)"}),
        ("three_by_three", {"part": "1:, print(2)"}),
    ):
        lab = bench(name, mnist_sample)
        with pytest.raises(InkgradError):
            lesson_notebook(LESSONS[name], lab, started(name, **values), Source("mnist_sample"))
    letters = '"); print("'
    cells = lesson_notebook(
        LESSONS["pairs"],
        bench("pairs", mnist_sample),
        started("pairs", letters=letters),
        Source("mnist_sample"),
    )
    assert any(f"letters = {letters!r}" in cell.text for cell in cells)


def test_where_the_data_are_not_it_fetches_them(
    mnist_sample: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest of the world is only the address: what stands behind it are the same four files."""
    fetched = []

    def fetch(address: str, name: str) -> None:
        fetched.append(address)
        shutil.copy(assets.path(f"mnist/{name}"), tmp_path / name)

    figures, cells = both("rank3", bench("rank3", mnist_sample))
    moved = [
        c._replace(text=c.text.replace(repr(str(assets.path("mnist"))), "'gone'")) for c in cells
    ]
    assert moved != cells
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(urllib.request, "urlretrieve", fetch)
    assert missing(figures, run_here(moved)) == []
    assert len(fetched) == 4
    assert all(address.startswith("https://") for address in fetched)


@pytest.mark.long
def test_as_a_script_it_needs_nothing_of_inkgrad(mnist_sample: Dataset, tmp_path: Path) -> None:
    _, cells = both("three_by_three", bench("three_by_three", mnist_sample))
    script = tmp_path / "lesson.py"
    check = "import sys\nassert not {'engine', 'desktop', 'assets'} & sys.modules.keys()\n"
    script.write_text(as_script(cells) + check, "utf-8")
    environment = {"MPLBACKEND": "agg", "PATH": "", "MPLCONFIGDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "[[10, 12], [16, 18]]" in done.stdout


def trained(dataset: Dataset, config: TrainConfig) -> RunRecord:
    """Train as the window does, and keep what it would."""
    learner, losses, epochs, diverged = Learner(dataset, config), [], [], False
    try:
        for report in learner.fit():
            if isinstance(report, StepReport):
                losses += report.losses.tolist()
            elif isinstance(report, EpochReport):
                epochs.append(report)
    except TrainingDiverged:
        diverged = True
    return RunRecord(np.array(losses, np.float32), tuple(epochs), diverged, True)


def not_trained(record: RunRecord, shown: Shown, per_cent: float = PER_CENT) -> list[str]:
    """Return what a training in the window came to, and the notebook's didn't."""
    count, first = len(record.losses), record.losses[:_FIRST]
    found = []
    if not any(
        (each.size == count or record.diverged)  # when it breaks off hangs on the last rounding
        and np.allclose(each[: len(first)], first[: each.size], rtol=0.02, atol=0.005)
        for each in shown.drawn
        if each.ndim == 1 and each.size
    ):
        found.append(f"losses {first[:3]} of {count} batches")
    if record.epochs and not record.diverged:
        reached = 100 * record.epochs[-1].valid_accuracy
        if np.abs(shown.numbers - reached).min() > per_cent:
            found.append(f"accuracy {reached:.1f} %")
    return found


@pytest.mark.long
@pytest.mark.parametrize("name", LESSONS)
def test_in_jupyter_it_shows_what_the_window_shows(
    mnist_sample: Dataset, mnist: Dataset, starter: Classifier, tmp_path: Path, name: str
) -> None:
    lab = bench(name, mnist_sample, classifier=starter)
    figures, cells = both(name, lab)
    shown = run_in_jupyter(as_ipynb(cells), tmp_path)
    if name == TIMED:
        assert {10, 100, 1000, 10_000, 100_000} <= set(shown.numbers)
        assert sum(each.shape == (5,) and bool((each > 0).all()) for each in shown.drawn) == 3
        return
    figures = figures[: len(figures) - TIMED_LAST.get(name, 0)]
    assert missing(figures, shown, ROUNDING) == []
    module = import_module(f"engine.lessons.{name}")
    if hasattr(module, "runs"):
        for run in module.runs(started(name)):
            dataset = {"mnist_sample": mnist_sample, "mnist": mnist}[run.dataset]
            per_cent = WILD_PER_CENT if run.config.init == "large" else PER_CENT
            assert not_trained(trained(dataset, run.config), shown, per_cent) == []
