"""The engine's own lines for a lesson's code view, and what their names stand for at the moment.

Which lines a lesson is about stands in its text; how they are drawn is the window's business.
"""

import ast
import importlib
import inspect
import re
from collections.abc import Mapping, Sequence
from operator import attrgetter
from textwrap import dedent
from typing import TYPE_CHECKING

from engine.errors import InkgradError
from engine.lessons.figures import Line

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.learner import Learner

_SOME = 256  # images are enough for a loss to look at, and quick in a convnet


def listing(target: str) -> tuple[str, ...]:
    """Return the source lines of "engine.learner:Learner.train_epoch", its docstrings left out.

    Raises InkgradError for anything that isn't the engine's, or whose source didn't come along.
    """
    module, _, name = target.partition(":")
    if module.partition(".")[0] != "engine" or not name:
        raise InkgradError("no_engine_code", target=target)
    try:
        found = attrgetter(name)(importlib.import_module(module))
        if isinstance(found, property):
            found = found.fget
        if found.__module__ != module:  # something that it imports
            raise AttributeError
        source = dedent(inspect.getsource(found))
    except (ImportError, AttributeError, TypeError):
        raise InkgradError("engine_code_missing", target=target) from None
    except OSError:
        raise InkgradError("source_missing", target=target) from None
    return _without_docstrings(source)


def live_lines(lines: Sequence[str], values: Mapping[str, str]) -> tuple[Line, ...]:
    """Return code with the values of the names that stand in each line, each told once."""
    told: set[str] = set()
    found = []
    for line in lines:
        here = [name for name in values if name not in told and _stands_in(name, line)]
        told.update(here)
        found.append(Line(line, ", ".join(f"{name} = {values[name]}" for name in here)))
    return tuple(found)


def live_values(learner: "Learner | None", classifier: "Classifier | None") -> dict[str, str]:
    """Return what names in the engine's code stand for now, such as {"xb.shape": "(256, 784)"}.

    The learner stays as it is: nothing is drawn from its generator, no gradient is touched. The
    loss is that of the first training images.
    """
    values = {}
    if classifier is not None:
        values["self.classes"] = _short(classifier.classes)
        values["self.card.temperature"] = f"{classifier.card.temperature:.4g}"
    if learner is not None:
        values |= _of_run(learner) | _of_batch(learner) | _of_weights(learner)
    return values


def _without_docstrings(source: str) -> tuple[str, ...]:
    lines = source.splitlines()
    dropped: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            docstring = node.body[0]
            last = docstring.end_lineno or docstring.lineno
            after = last < len(lines) and not lines[last].strip()  # the blank line goes with it
            dropped.update(range(docstring.lineno, last + 1 + after))
    return tuple(line for number, line in enumerate(lines, 1) if number not in dropped)


def _stands_in(name: str, line: str) -> bool:
    code = line.partition("#")[0]
    return re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", code) is not None


def _of_run(learner: "Learner") -> dict[str, str]:
    config, optimizer = learner.config, learner.optimizer
    return {
        "self.step": str(learner.step),
        "self.epochs_done": str(learner.epochs_done),
        "self.progress": f"{learner.progress:.1%}",
        "len(self.batches)": str(len(learner.batches)),
        "self.batch_size": str(learner.batches.batch_size),
        "self.config.epochs": str(config.epochs),
        "self.config.zero_grad": str(config.zero_grad),
        "self.config.augment": repr(config.augment),
        "self.optimizer.lr": f"{optimizer.lr:.4g}",
        "self.lr": f"{learner.lr:.4g}",
        "lr": f"{learner.lr:.4g}",
        "self.momentum": f"{optimizer.momentum:g}",
        "self.weight_decay": f"{optimizer.weight_decay:g}",
    }


def _of_batch(learner: "Learner") -> dict[str, str]:
    import torch

    batches = learner.batches
    images = min(batches.batch_size, len(batches.y))
    labels = batches.y[: min(images, _SOME)]
    with torch.no_grad():
        logits = learner.model(batches.x[: len(labels)].float().div_(255))
        loss = float(learner.loss(logits, labels))
    outputs = logits.shape[1]
    return {
        "xb.shape": f"({images}, {batches.x.shape[1]})",
        "yb.shape": f"({images},)",
        "logits.shape": f"({images}, {outputs})",
        "logits": _numbers(logits.flatten()[:3].tolist()),
        "labels.shape": f"({images},)",
        "labels": _numbers(labels[:3].tolist()),
        "loss": f"{loss:.4f}",
    }


def _of_weights(learner: "Learner") -> dict[str, str]:
    weights = next(learner.model.parameters())
    values = {
        "parameter.shape": str(tuple(weights.shape)),
        "parameter": _numbers(weights.detach().flatten()[:3].tolist()),
        "parameter.grad": "None",
    }
    if weights.grad is not None:
        values["parameter.grad"] = f"length {float(weights.grad.norm()):.4g}"
    return values


def _numbers(values: list[float]) -> str:
    return f"[{', '.join(f'{value:.3g}' for value in values)}, …]"


def _short(names: Sequence[str]) -> str:
    text = ", ".join(map(repr, names[:4]))
    return f"({text}, …)" if len(names) > 4 else f"({text})"
