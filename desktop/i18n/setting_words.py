"""The settings of a TrainConfig in words, for the form, the table of runs and the report."""

from PySide6.QtCore import QCoreApplication

from desktop.i18n.numbers import exact
from desktop.i18n.option_words import option_words
from desktop.i18n.words import Words
from engine.options import CHOICES


class SettingWords(Words):
    """Of the settings."""


def setting_name(field: str) -> str:
    """Return what the form calls a setting."""
    translate = QCoreApplication.translate
    return {
        "model": translate("BasicForm", "Model"),
        "hidden": translate("BasicForm", "Hidden neurons"),
        "lr": translate("BasicForm", "Learning rate"),
        "batch_size": translate("BasicForm", "Batch size"),
        "epochs": translate("BasicForm", "Epochs"),
        "loss": translate("MoreForm", "Loss"),
        "activation": translate("MoreForm", "Activation"),
        "optimizer": translate("MoreForm", "Optimizer"),
        "momentum": translate("MoreForm", "Momentum"),
        "weight_decay": translate("MoreForm", "Weight decay"),
        "schedule": translate("MoreForm", "Schedule"),
        "augment": translate("MoreForm", "Augmentation"),
        "init": translate("MoreForm", "Initial weights"),
        "bias": translate("MoreForm", "Bias"),
        "zero_grad": translate("MoreForm", "Zero gradients"),
        "seed": translate("MoreForm", "Seed"),
        "device": translate("MoreForm", "Device"),
    }[field]


def setting_value(setting: str, value: object) -> str:
    """Return a setting's value as the form shows it."""
    if setting in CHOICES:
        name, _ = option_words(setting)[str(value)]
        return name
    if setting == "device" and value == "auto":
        return QCoreApplication.translate("Options", "auto")
    if isinstance(value, bool):
        return SettingWords.tr("yes") if value else SettingWords.tr("no")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return exact(value) if isinstance(value, float) else str(value)
