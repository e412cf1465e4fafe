"""What each command does: read, work, tell. How it is typed lives in `cli`."""

import argparse
import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, fields
from importlib.metadata import version
from pathlib import Path
from typing import Any

import platformdirs

from engine.bitmaps import open_image
from engine.classifier import STARTERS, Classifier
from engine.config import TrainConfig
from engine.datasets import Dataset, load_dataset
from engine.device import choose_device, use_threads
from engine.evaluation import evaluate_on
from engine.learner import Learner
from engine.pixels import prepare_image
from engine.reports import EpochReport
from engine.version import program_version


def train(arguments: argparse.Namespace) -> None:
    """Train, tell each epoch, and save where asked; an interrupted run is saved too."""
    values = {f.name: getattr(arguments, f.name) for f in fields(TrainConfig)}
    config = TrainConfig(**values | {"hidden": tuple(values["hidden"])})
    dataset = load_dataset(arguments.dataset)
    learner = Learner(dataset, config)
    started = {"dataset": dataset.name, "device": learner.device.device, "config": asdict(config)}
    _tell(arguments, {"event": "start", **started}, learner.device.reason)
    last = None
    try:
        for last in _epochs(learner, bar=not arguments.json):
            facts = {"event": "epoch", **asdict(last)}
            _tell(arguments, facts, _epoch_line(last))
    finally:
        if arguments.save and last:
            learner.classifier().save(arguments.save)
    assert last is not None  # a run has one epoch at least
    done = {
        "valid_accuracy": last.valid_accuracy,
        "seconds": last.seconds,
        "epochs": last.epoch,
        "saved": arguments.save,
    }
    line = f"{last.valid_accuracy:.2%} right on the validation set, in {last.seconds:.1f} s"
    _tell(arguments, {"event": "done", **done}, line)


def predict(arguments: argparse.Namespace) -> None:
    """Read each image file and tell the answer."""
    classifier = _classifier(arguments.model, None)
    for name in arguments.files:
        prediction = classifier.predict(prepare_image(open_image(Path(name))))
        shares = dict(zip(prediction.classes, prediction.probabilities.tolist(), strict=True))
        facts = {"file": name, "label": prediction.label, "known": prediction.known}
        said = prediction.label if prediction.known else "not a digit I know"
        line = f"{name}: {said} ({prediction.label} at {prediction.probability:.1%})"
        _tell(arguments, {"event": "prediction", **facts, "probabilities": shares}, line)


def evaluate(arguments: argparse.Namespace) -> None:
    """Measure a model on a dataset's validation set, class by class."""
    dataset = load_dataset(arguments.dataset)
    classifier = _classifier(arguments.model, dataset)
    result = evaluate_on(classifier, dataset.valid, dataset.classes)
    facts = {
        "dataset": dataset.name,
        "images": len(dataset.valid),
        "accuracy": result.accuracy,
        "known": result.known,
        "accuracy_by_class": result.accuracy_by_class,
        "confusion": {"classes": classifier.classes, "rows": result.confusion.tolist()},
    }
    lines = [f"{result.accuracy:.2%} of {len(dataset.valid)} images right"]
    lines += [f"  {name}: {share:.2%}" for name, share in result.accuracy_by_class.items()]
    _tell(arguments, {"event": "evaluation", **facts}, "\n".join(lines))


def export(arguments: argparse.Namespace) -> None:
    """Write a model as ONNX."""
    from engine.onnx_export import export_onnx  # an extra: only this command needs its package

    export_onnx(_classifier(arguments.model, None), Path(arguments.output))
    _tell(arguments, {"event": "exported", "file": arguments.output}, f"{arguments.output} written")


def doctor(arguments: argparse.Namespace) -> None:
    """Tell versions, device and data; extra facts may come with `arguments.facts`."""
    facts = {**health(), **getattr(arguments, "facts", {})}
    lines = [f"{name:<12} {value}" for name, value in facts.items()]
    _tell(arguments, {"event": "doctor", **facts}, "\n".join(lines))


def health() -> dict[str, Any]:
    """Look at everything that the engine stands on, and open it once. Raises what it finds."""
    sample = load_dataset("mnist_sample")
    packages = ("torch", "numpy", "pillow", "safetensors")
    return {
        "inkgrad": program_version(),
        "python": platform.python_version(),
        "system": platform.platform(),
        **{name: version(name) for name in packages},
        "device": choose_device().reason,
        "data": f"{sample.name}: {len(sample.train)} images to train, {len(sample.valid)} to check",
        "starters": ", ".join(name for name in STARTERS if Classifier.starter(name)),
        "cache": platformdirs.user_cache_dir("inkgrad"),
    }


def _epochs(learner: Learner, bar: bool) -> Iterator[EpochReport]:
    """Train and yield each epoch's report, a progress bar between them where a person looks on."""
    batches = len(learner.batches)
    bar = bar and sys.stderr.isatty()
    for report in learner.fit(every=max(1, batches // 100)):
        if isinstance(report, EpochReport):
            yield report
        elif bar:
            done = (report.step - 1) % batches + 1
            drawn = "#" * (30 * done // batches)
            print(f"\r[{drawn:<30}] loss {report.loss:.4f} ", end="\r", file=sys.stderr)


def _epoch_line(report: EpochReport) -> str:
    return (
        f"epoch {report.epoch:>3} of {report.epochs}   train loss {report.train_loss:.4f}   "
        f"valid loss {report.valid_loss:.4f}   accuracy {report.valid_accuracy:.2%}"
    )


def _classifier(path: str | None, dataset: Dataset | None) -> Classifier:
    use_threads(choose_device("cpu"))
    if path is not None:
        return Classifier.load(path)
    few = dataset is not None and set(dataset.classes) <= {"3", "7"}
    return Classifier.starter("mnist_sample" if few else "mnist")


def _tell(arguments: argparse.Namespace, facts: dict[str, Any], line: str) -> None:
    print(json.dumps(facts) if arguments.json else line, flush=True)
