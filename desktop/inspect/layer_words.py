"""What people call the parts of a network."""

from desktop.i18n.setting_words import setting_value
from desktop.i18n.words import Words


class LayerWords(Words):
    """The words for kinds of layers."""


def kind_words(kind: str) -> str:
    """Return what people call a kind of layer: "convolution", an activation, ..."""
    ours = {
        "sketch": LayerWords.tr("Sketch"),
        "linear": LayerWords.tr("Linear"),
        "convolution": LayerWords.tr("Convolution"),
        "pool": LayerWords.tr("Pool"),
    }
    return ours[kind] if kind in ours else setting_value("activation", kind)
