"""What can be said of a setting or a figure with the numbers of the moment."""

from collections.abc import Callable
from functools import partial

from desktop.answer.source_words import source_words
from desktop.app_model import AppModel
from desktop.i18n.numbers import fill, percent, rate, significant
from desktop.i18n.option_words import option_words
from desktop.i18n.setting_words import setting_value
from desktop.i18n.words import Words
from desktop.runs.run_list import Run
from engine.config import TrainConfig
from engine.options import OPTIMIZERS


class NowWords(Words):
    """Of "What's this?", with numbers."""


def now(name: str, model: AppModel) -> str:
    """Return a sentence with numbers on the widget of that object name; empty where none is."""
    says = _SAYS.get(name)
    return says(model) if says else ""


def _run(model: AppModel) -> Run | None:
    """Return the run under way, or the reader's newest."""
    return model.runs.under_way or model.runs.current


def _config(model: AppModel) -> TrainConfig:
    """Return the settings of the run under way, or those that the next one will have."""
    run = model.runs.under_way
    return run.start.config if run else model.settings.config


def _learning_rate(model: AppModel) -> str:
    run, config = model.runs.under_way, _config(model)
    lr = run.rates[-1][1] if run else config.lr
    if run and run.history.last_step and config.schedule != "constant":
        lr = run.history.last_step.lr
    begin = NowWords.tr("This run uses {0}.") if run else NowWords.tr("The next run will use {0}.")
    return fill(f"{begin} {_step_words(config)}", rate(lr), significant(2 * lr, 3), config.momentum)


def _step_words(config: TrainConfig) -> str:
    if "momentum" not in OPTIMIZERS[config.optimizer].needs:
        return NowWords.tr(
            "Adam divides each gradient by how large it usually is, so that a step moves each "
            "weight by about {0}."
        )
    if config.momentum:
        return NowWords.tr(
            "Each step moves a weight by {0} times its gradient, and {2} of the step before is "
            "added."
        )
    return NowWords.tr(
        "Each step moves a weight by {0} times its gradient: where the gradient is 2, the weight "
        "falls by {1}."
    )


def _batch_size(model: AppModel) -> str:
    run = _run(model)
    if run is None:
        size = _config(model).batch_size
        return NowWords.tr("The next run will take %Ln image(s) for each step.", "", size)
    start = run.start
    words = NowWords.tr(
        "{0}: batches of {1:,} out of {2:,} training images, so %Ln step(s) per epoch.",
        "",
        start.batches,
    )
    return fill(words, run.name, start.config.batch_size, start.train_images)


def _epochs(model: AppModel) -> str:
    run = _run(model)
    if run is None:
        return fill(NowWords.tr("The next run will have {0:,}."), _config(model).epochs)
    words = NowWords.tr("{0} has done {1:,} of {2:,}, which is %Ln step(s).", "", run.batches_done)
    return fill(words, run.name, run.epochs_done, run.start.config.epochs)


def _accuracy(model: AppModel) -> str:
    run = _run(model)
    last = run.history.last_epoch if run else None
    if run is None or last is None:
        return NowWords.tr("There is no epoch yet.")
    wrong = round((1 - last.valid_accuracy) * run.start.valid_images)
    words = NowWords.tr(
        "After epoch {0:,}: {1}, so %Ln of {2:,} validation images (is|are) misread.", "", wrong
    )
    return fill(words, last.epoch, percent(last.valid_accuracy, 2), run.start.valid_images)


def _loss(model: AppModel) -> str:
    run = _run(model)
    last = run.history.last_step if run else None
    if run is None or last is None:
        return NowWords.tr("There is no batch yet.")
    words = NowWords.tr("The last point: batch {0:,} of {1}, loss {2}.")
    return fill(words, last.step, run.name, significant(float(last.losses[-1]), 3))


def _data(model: AppModel) -> str:
    run = _run(model)
    if run is None:
        return ""
    words = NowWords.tr(
        "{0} learns from {1:,} images, and %Ln other(s) test(s|) it.", "", run.start.valid_images
    )
    return fill(words, run.name, run.start.train_images)


def _option(setting: str, model: AppModel) -> str:
    """Return what the chosen option of a setting does."""
    chosen = str(getattr(_config(model), setting))
    name, tip = option_words(setting)[chosen]
    return fill(NowWords.tr("Set to {0}. {1}."), name, tip.rstrip("."))


def _value(setting: str, model: AppModel) -> str:
    value = setting_value(setting, getattr(_config(model), setting))
    return fill(NowWords.tr("Set to {0}."), value)


def _answerer(model: AppModel) -> str:
    if model.source is None:
        return ""
    words = NowWords.tr("The answer comes from {0}, which knows {1}.")
    return fill(words, source_words(model.source), ", ".join(model.source.classes))


_SAYS: dict[str, Callable[[AppModel], str]] = {
    "learningRate": _learning_rate,
    "batchSize": _batch_size,
    "epochs": _epochs,
    "accuracyLabel": _accuracy,
    "lossPlot": _loss,
    "datasetCombo": _data,
    "modelName": _answerer,
    "predictionLabel": _answerer,
    **{
        f"{setting}Combo": partial(_option, setting)
        for setting in ("model", "loss", "optimizer", "schedule", "activation", "init", "augment")
    },
    "momentum": partial(_value, "momentum"),
    "weightDecay": partial(_value, "weight_decay"),
    "seed": partial(_value, "seed"),
    "bias": partial(_value, "bias"),
    "zeroGrad": partial(_value, "zero_grad"),
}
