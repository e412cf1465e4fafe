"""The settings of a TrainConfig in words, for the form, the table of runs and the report."""

from PySide6.QtCore import QCoreApplication


def setting_name(field: str) -> str:
    """Return what the form calls a setting."""
    translate = QCoreApplication.translate
    return {
        "model": translate("BasicForm", "Model"),
        "hidden": translate("BasicForm", "Hidden layers"),
        "lr": translate("BasicForm", "Learning rate"),
        "batch_size": translate("BasicForm", "Batch size"),
        "epochs": translate("BasicForm", "Epochs"),
        "loss": translate("MoreForm", "Loss"),
        "activation": translate("MoreForm", "Activation"),
        "momentum": translate("MoreForm", "Momentum"),
        "weight_decay": translate("MoreForm", "Weight decay"),
        "schedule": translate("MoreForm", "Schedule"),
        "augment": translate("MoreForm", "Augment"),
        "init": translate("MoreForm", "First weights"),
        "bias": translate("MoreForm", "Bias"),
        "zero_grad": translate("MoreForm", "Zero gradients"),
        "seed": translate("MoreForm", "Seed"),
        "device": translate("MoreForm", "Device"),
    }[field]


def setting_value(value: object) -> str:
    """Return a setting as the form shows it."""
    if isinstance(value, bool):
        return _tr("yes") if value else _tr("no")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else _choice(str(value))


def _choice(plain: str) -> str:
    translate = QCoreApplication.translate
    words = {
        "auto": translate("MoreForm", "auto"),
        "cross_entropy": translate("MoreForm", "cross-entropy"),
        "accuracy": translate("MoreForm", "accuracy"),
        "constant": translate("MoreForm", "constant"),
        "one_cycle": translate("MoreForm", "one cycle"),
        "none": translate("MoreForm", "none"),
        "relu": "ReLU",
        "random": translate("MoreForm", "random"),
        "zeros": translate("MoreForm", "zeros"),
        "large": translate("MoreForm", "large"),
        "off": translate("MoreForm", "off"),
        "gentle": translate("MoreForm", "gentle"),
    }
    return words.get(plain, plain)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SettingWords", text)
