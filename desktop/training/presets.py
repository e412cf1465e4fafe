"""Comparing settings with presets, without Qt. The presets themselves are the engine's."""

from dataclasses import fields, replace

from engine.config import TrainConfig
from engine.options import applies
from engine.presets import PRESETS

PERSONAL = ("seed", "device")  # no preset says anything about them


def differences(config: TrainConfig, other: TrainConfig) -> list[str]:
    """Name the settings that differ and matter: hidden widths only where there are any."""
    names = [field.name for field in fields(TrainConfig) if field.name not in PERSONAL]
    return [
        name
        for name in names
        if getattr(config, name) != getattr(other, name)
        and any(applies(name, one.model, one.optimizer) for one in (config, other))
    ]


def nearest(config: TrainConfig) -> str:
    """Return the key of the preset with the fewest differences, the first of equals."""
    return min(PRESETS, key=lambda key: len(differences(config, PRESETS[key].config)))


def effective(config: TrainConfig) -> TrainConfig:
    """Return settings with those as usual that change nothing for their model."""
    usual = TrainConfig()
    names = [field.name for field in fields(TrainConfig)]
    idle = [name for name in names if not applies(name, config.model, config.optimizer)]
    return replace(config, **{name: getattr(usual, name) for name in idle})
