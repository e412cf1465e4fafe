"""Settings that work, by name, as data: what `TrainConfig` says, and what they are good for.

How they were chosen, and on which images, is told in benchmarks/README.md.
"""

from dataclasses import dataclass

from engine.config import TrainConfig
from engine.words.message import Message


@dataclass(frozen=True)
class Preset:
    """A configuration with its name for people, one sentence about it, and the data it is for."""

    name: Message
    about: Message
    config: TrainConfig
    dataset: str = "mnist_sample"


PRESETS: dict[str, Preset] = {
    "book": Preset(
        Message("preset_book"),
        Message("preset_book_about"),
        TrainConfig(),
    ),
    "recommended": Preset(
        Message("preset_recommended"),
        Message("preset_recommended_about"),
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
        Message("preset_ten_digits"),
        Message("preset_ten_digits_about"),
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
        Message("preset_drawings"),
        Message("preset_drawings_about"),
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
