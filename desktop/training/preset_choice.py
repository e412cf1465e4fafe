"""Chooses the settings to start from, and tells whether they are still the same."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.i18n.engine_words import in_words
from desktop.training.presets import differences, nearest
from desktop.widgets.fields import Choice
from desktop.widgets.plain_text import as_tip
from engine.config import TrainConfig
from engine.presets import PRESETS


class PresetChoice(Choice):
    """A combo box of presets. Signals: `chosen(Preset)`, also when the same is taken again."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("presetCombo")
        for key, preset in PRESETS.items():
            self.addItem(in_words(preset.name), key)
            role = Qt.ItemDataRole.ToolTipRole
            self.setItemData(self.count() - 1, as_tip(in_words(preset.about)), role)
        self.activated.connect(self._on_activated)

    @property
    def key(self) -> str:
        """Which preset the settings started from."""
        key: str = self.currentData()
        return key

    def recognise(self, config: TrainConfig) -> None:
        """Take the preset that is most like settings which came from elsewhere."""
        self.choose_plain(nearest(config))

    def fits(self, config: TrainConfig) -> bool:
        """Tell whether these are still the preset's settings."""
        return not differences(config, PRESETS[self.key].config)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.chosen.emit(PRESETS[self.itemData(index)])
