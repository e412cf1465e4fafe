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
            model="small_convnet",
            epochs=1,
            lr=0.01,
            batch_size=64,
            optimizer="adam",
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
    "ten_drawings": Preset(
        Message("preset_ten_drawings"),
        Message("preset_ten_drawings_about", seconds=55),
        TrainConfig(
            model="convnet",
            epochs=8,
            lr=0.1,
            batch_size=64,
            momentum=0.9,
            weight_decay=5e-4,
            schedule="one_cycle",
            augment="gentle",
        ),
        dataset="mnist+pens",
    ),
}


_FEW_STEPS = 300  # of a small batch: enough for a convnet to tell a few shapes apart


def learning_from(images: int) -> TrainConfig:
    """Return settings to learn from so many images alone, as somebody has drawn them.

    Fourteen of each digit read 93 % of MNIST's, four of each of three shapes 99 % of new ones.
    """
    batch_size = 16
    epochs = round(_FEW_STEPS * batch_size / max(images, 1))
    return TrainConfig(
        model="convnet",
        epochs=min(max(epochs, 5), 100),
        lr=0.02,
        batch_size=batch_size,
        momentum=0.9,
        schedule="one_cycle",
        augment="gentle",
    )
