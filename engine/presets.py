"""Settings that work, by name, as data: what `TrainConfig` says, and what they are good for.

How they were chosen, and on which images, is told in benchmarks/README.md.
"""

from dataclasses import dataclass

from engine.config import TrainConfig


@dataclass(frozen=True)
class Preset:
    """A configuration with its name for people, one sentence about it, and the data it is for."""

    name: str
    about: str
    config: TrainConfig
    dataset: str = "mnist_sample"


PRESETS: dict[str, Preset] = {
    "book": Preset(
        "The book",
        "Chapter 4 as it stands: 40 epochs of plain gradient descent on 3s and 7s.",
        TrainConfig(),
    ),
    "recommended": Preset(
        "Recommended",
        "The book's network, taught by cross-entropy, momentum and a rate that rises and falls: "
        "better after one epoch than the book's after forty.",
        TrainConfig(
            epochs=5,
            lr=0.3,
            batch_size=128,
            loss="cross_entropy",
            momentum=0.9,
            schedule="one_cycle",
        ),
    ),
    "ten_digits": Preset(
        "Ten digits, quickly",
        "A network of small filters that reads 99 of 100 digits it never saw after one epoch.",
        TrainConfig(
            model="convnet",
            epochs=1,
            lr=0.05,
            batch_size=32,
            momentum=0.9,
            schedule="one_cycle",
            augment="gentle",
        ),
        dataset="mnist",
    ),
    "drawings": Preset(
        "Reads drawings",
        "Turned, slanted and thickened digits teach the book's network to read what people draw.",
        TrainConfig(
            epochs=20,
            lr=0.3,
            batch_size=128,
            loss="cross_entropy",
            momentum=0.9,
            schedule="one_cycle",
            augment="gentle",
        ),
    ),
}
