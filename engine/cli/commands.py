"""What each command does: read, work, tell. How it is typed lives in `cli`."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.analysis.evaluation import evaluate_on
from engine.cli.console import Console, facts_of
from engine.cli.data_commands import finding_facts, open_dataset
from engine.cli.doctor import examine
from engine.cli.ends import Ends, ends_heeded
from engine.cli.epochs import epoch_facts, epoch_line
from engine.cli.outputs import check_apart, places_of
from engine.cli.setting_options import chosen_config, chosen_dataset
from engine.data.splits import Dataset
from engine.distributed import TeamLearner, join_team
from engine.errors import InkgradError, TrainingDiverged
from engine.inference.checkpoint import check_writable
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.reports import EpochReport
from engine.room.needs import check_room
from engine.words.message import InWords, Message


def train(arguments: argparse.Namespace) -> int:
    """Train, tell each epoch, and save where asked; return 1 where the training diverged."""
    config = chosen_config(arguments)
    save_to = None if arguments.save is None else Path(arguments.save)
    if save_to:
        check_writable(save_to)
        check_apart(save_to, places_of(chosen_dataset(arguments)))
    with join_team(config.device) as team:
        leads = team is None or team.leads  # of several processes one talks and saves
        console = Console(arguments.json, quiet=not leads, outlives_reader=save_to is not None)
        dataset = open_dataset(chosen_dataset(arguments), console, arguments.as_is)
        processes = team.size if team else 1
        check_room(config, len(dataset.classes), len(dataset.train), processes=processes)
        learner = TeamLearner(dataset, config, team) if team else Learner(dataset, config)
        try:
            with ends_heeded(alone=team is None) as ends:
                _run(learner, console, save_to if leads else None, ends)
        except TrainingDiverged as error:  # in all processes at once
            console.refuse(error.message)
            if team:
                team.meet()  # the first to end would have the others ended, unheard
            return 1
    return 0


def evaluate(arguments: argparse.Namespace) -> None:
    """Measure a model on a dataset's validation set, class by class."""
    console = Console(arguments.json)
    dataset = open_dataset(arguments.dataset, console, arguments.as_is)
    classifier = chosen_classifier(arguments.model, dataset)
    result = evaluate_on(classifier, dataset.valid, dataset.classes)
    facts = {
        "dataset": dataset.name,
        "images": len(dataset.valid),
        "findings": finding_facts(dataset.findings),
        "accuracy": result.accuracy,
        "known": result.known_share,
        "accuracy_by_class": result.accuracy_by_class,
        "confusion": {"classes": classifier.classes, "rows": result.confusion.tolist()},
    }
    lines = [str(finding.message) for finding in dataset.findings]
    images = Message("n_images", n=len(dataset.valid))
    lines += [str(Message("evaluated", share=f"{result.accuracy:.2%}", images=images))]
    lines += [f"  {name}: {share:.2%}" for name, share in result.accuracy_by_class.items()]
    console.tell("evaluation", facts, "\n".join(lines))


def export(arguments: argparse.Namespace) -> None:
    """Write a model as ONNX."""
    try:
        from engine.export.onnx_model import export_onnx
    except ModuleNotFoundError as error:  # an extra: only this command needs it
        raise InkgradError("onnx_missing", package=error.name) from error
    output = Path(arguments.output)
    check_apart(output, [Path(arguments.model)] if arguments.model is not None else [])
    export_onnx(chosen_classifier(arguments.model), output)
    facts = {"file": arguments.output, "bytes": output.stat().st_size}
    Console(arguments.json).tell(
        "exported", facts, str(Message("exported", file=output, bytes=facts["bytes"]))
    )


def doctor(arguments: argparse.Namespace) -> int:
    """Tell versions, device and data, and what is wrong; `arguments` may bring more of both."""
    facts, errors = examine()
    facts |= getattr(arguments, "facts", {})
    problems = [*map(str, errors), *getattr(arguments, "problems", [])]
    lines = [f"{name:<12} {value}" for name, value in facts.items()]
    wrong = [str(Message("is_wrong", problem=InWords(problem))) for problem in problems]
    lines += wrong or [str(Message("all_well"))]
    told = [facts_of(error) for error in errors]
    report = {"ok": not problems, **facts, "problems": problems, "errors": told}
    Console(arguments.json).tell("doctor", report, "\n".join(lines))
    return 1 if problems else 0


def _tell_start(console: Console, learner: Learner) -> None:
    dataset, device = learner.dataset, learner.device
    facts = {
        "dataset": dataset.name,
        "classes": dataset.classes,
        "images": len(dataset.train),
        "findings": finding_facts(dataset.findings),
        "device": device.device,
        "reason": str(device.reason),
        "config": asdict(learner.config),
    }
    images = Message("n_images", n=len(dataset.train))
    line = Message(
        "training_starts",
        model=learner.config.model,
        images=images,
        dataset=dataset.name,
        device=device.reason,
    )
    lines = [str(message) for message in (*(f.message for f in dataset.findings), line)]
    console.tell("start", facts, "\n".join(lines))


def _run(learner: Learner, console: Console, save_to: Path | None, ends: Ends) -> None:
    """Train to the end and tell of it; an interrupted run is saved too, whatever else ends it."""
    _tell_start(console, learner)
    try:
        for report in _epochs(learner, console, ends):
            console.tell("epoch", epoch_facts(report), epoch_line(report))
        ends.pass_over()
    except KeyboardInterrupt:
        ends.pass_over()
        _finish(console, "interrupted", learner, save_to if learner.step > 0 else None)
        raise KeyboardInterrupt("told") from None
    _finish(console, "done", learner, save_to)


def _epochs(learner: Learner, console: Console, ends: Ends) -> Iterator[EpochReport]:
    """Train and yield each epoch's report, a progress bar between them."""
    total = learner.config.epochs * len(learner.batches)
    try:
        for report in learner.fit_when(lambda: ends.came or console.is_bar_due()):
            if isinstance(report, EpochReport):
                yield report
            else:
                label = Message("epoch_under_way", epoch=report.epoch, loss=f"{report.loss:.4f}")
                console.progress(report.step / total, str(label))
            ends.meet()
    finally:
        console.wipe_bar()


def _finish(console: Console, event: str, learner: Learner, save_to: Path | None) -> None:
    """Save what was learned, and tell how good it is."""
    facts: dict[str, Any] = {
        "valid_accuracy": learner.valid_accuracy,
        "drawn_accuracy": learner.drawn_accuracy,
        "seconds": learner.seconds,
        "epochs": learner.epochs_done,
        "threads": learner.threads.count,
        "saved": str(save_to) if save_to else None,
    }
    code = "training_done" if event == "done" else "training_interrupted"
    told = [Message(code, epochs=learner.epochs_done, seconds=f"{learner.seconds:.1f}")]
    if learner.valid_accuracy is not None:
        told.append(Message("read_of_validation", share=f"{learner.valid_accuracy:.2%}"))
    if learner.drawn_accuracy is not None:
        told.append(Message("read_of_drawn", share=f"{learner.drawn_accuracy:.2%}"))
    if save_to:
        learner.classifier().save(save_to)
        told.append(Message("saved_as", file=save_to))
    console.tell(event, facts, " ".join(map(str, told)))


def chosen_classifier(path: str | None, dataset: Dataset | None = None) -> Classifier:
    """Open the model file that was asked for, or the starter that suits the dataset."""
    if path is not None:
        return Classifier.load(path)
    few = dataset is not None and set(dataset.classes) <= {"3", "7"}
    return Classifier.starter("mnist_sample" if few else "mnist")
