"""A network with some of its weights changed by hand: a copy, which reads and can be saved."""

from dataclasses import replace

import torch
from torch import Tensor, nn

from engine.analysis.changes import Changes
from engine.inference.checkpoint import TEMPERATURES
from engine.inference.classifier import Classifier

Weighted = nn.Linear | nn.Conv2d


def changed(classifier: Classifier, changes: Changes) -> Classifier:
    """Return a copy of a classifier with changes made; it stays as it is."""
    copy = classifier.copy()
    layers = [layer for layer in copy.model if isinstance(layer, Weighted)]
    with torch.no_grad():
        for place, factor in changes.scales:
            for parameter in layers[place].parameters():
                parameter.mul_(factor)
        weights = [layer.weight for layer in layers]
        _prune([w for at, w in enumerate(weights) if at not in changes.frozen], changes.prune)
        _add_noise(weights, changes.frozen, changes.noise, changes.seed)
        for place, neuron in changes.off:
            _switch_off(layers[place], layers[place + 1], neuron)
    coldest, hottest = TEMPERATURES  # a file may have no other
    heat = min(max(copy.card.temperature * changes.temperature, coldest), hottest)
    return Classifier(copy.model, replace(copy.card, temperature=heat))


def _prune(weights: list[Tensor], share: float) -> None:
    """Set the smallest of some weights to 0, so many that they are a share of all of these."""
    if not weights:
        return
    sizes = torch.cat([weight.abs().flatten() for weight in weights])
    count = round(share * len(sizes))
    if not count:
        return
    kept = torch.ones_like(sizes)
    kept[sizes.topk(count, largest=False).indices] = 0
    parts = kept.split([weight.numel() for weight in weights])
    for weight, part in zip(weights, parts, strict=True):
        weight.mul_(part.view(weight.shape))


def _add_noise(weights: list[Tensor], frozen: tuple[int, ...], share: float, seed: int) -> None:
    """Add to each layer the noise that it has whichever others are frozen."""
    generator = torch.Generator().manual_seed(seed)
    for at, weight in enumerate(weights if share else ()):
        noise = torch.randn(weight.shape, generator=generator)
        if at in frozen:
            continue
        weight.add_(noise, alpha=share * float(weight.std()))


def _switch_off(layer: Weighted, reader: Weighted, neuron: int) -> None:
    """Let the next layer not hear one neuron or map, which is the same as if it gave 0."""
    outputs = len(layer.weight)
    if isinstance(reader, nn.Conv2d):
        reader.weight[:, neuron] = 0
    else:
        reader.weight.view(len(reader.weight), outputs, -1)[:, neuron] = 0
