"""The form of a run's settings: it starts simple and opens up. The rows are in the two forms."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.training.basic_form import BasicForm
from desktop.training.more_form import MoreForm
from desktop.training.presets import PERSONAL
from desktop.widgets.controls import Disclosure
from engine.config import TrainConfig
from engine.data.loading import BUNDLED
from engine.errors import ConfigError
from engine.options import applies
from engine.presets import Preset


class SettingsForm(QScrollArea):
    """Fields for a TrainConfig; `config()` reads them. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.basic, self.rest = BasicForm(), MoreForm()
        self.more = Disclosure(self.tr("More settings"))
        self.more.setObjectName("moreSettings")
        self.more.setToolTip(self.tr("Show every setting that training has"))
        self.preset, self.dataset = self.basic.preset, self.basic.dataset
        self.model, self.lr = self.basic.model, self.basic.lr
        self.batch_size, self.epochs = self.basic.batch_size, self.basic.epochs
        self.seed, self.device = self.rest.seed, self.rest.device
        self.fields = {**self.basic.fields, **self.rest.fields}
        self._inside = QWidget()
        self._showing = False
        self._locked = False
        self._readable = TrainConfig()  # the last settings that made sense together
        self._lent: tuple[str | Path, TrainConfig] | None = None  # what stood here before
        self._build()
        self._connect()
        self.show_config(TrainConfig())

    def config(self) -> TrainConfig:
        """Return the settings; raises ConfigError where they make no sense together."""
        return TrainConfig(
            **{
                name: field.value()
                for name, field in self.fields.items()
                if applies(name, self.model.value())  # what isn't shown can't be wrong
            }
        )

    def show_config(self, config: TrainConfig) -> None:
        """Put settings into the fields."""
        self._fill(config)
        self.preset.recognise(config)
        self._compare()

    @property
    def own(self) -> tuple[str | Path, TrainConfig]:
        """The dataset and the settings that people chose, also while a lesson sets the form."""
        return self._lent or (self.dataset.dataset(), self._readable)

    def lend(self) -> None:
        """Keep what is set until `take_back`. Raises ConfigError where it makes no sense."""
        self._lent = self.dataset.dataset(), self.config()

    def take_back(self) -> None:
        """Set again what stood here before `lend`."""
        dataset, config = self.own
        self._lent = None
        self.dataset.choose(dataset)
        self.show_config(config)

    def change(self, settings: dict[str, Any]) -> None:
        """Change some settings, by their names in TrainConfig, and leave the others."""
        for name, value in settings.items():
            self.fields[name].setValue(value)

    def show_devices(self, names: tuple[str, ...]) -> None:
        """Offer the devices that this machine has, after "auto"."""
        self.device.offer(names)
        self._on_changed()

    def lock(self, locked: bool) -> None:
        """Keep what can't change during a run from being changed; the learning rate can."""
        if locked == self._locked:
            return
        self._locked = locked
        for field in (self.preset, self.dataset, *self.fields.values(), self.basic.find_lr):
            if isinstance(field, QWidget) and field is not self.lr:
                field.setDisabled(locked)
        self.basic.form.setRowVisible(self.basic.live_hint, locked)
        self.lr.setProperty("live", locked)
        self.lr.style().polish(self.lr)

    def sizeHint(self) -> QSize:
        """Ask for the width that shows every field whole, beside a scroll bar."""
        widest = max(self.basic.sizeHint().width(), self.rest.sizeHint().width())
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(widest + bar, self._inside.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 160)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # rows came or went
        return handled

    def _build(self) -> None:
        self._inside.setObjectName("plain")
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.basic)
        layout.addWidget(self.more)
        layout.addWidget(self.rest)
        self.rest.hide()
        labels = [*self.basic.labels, *self.rest.labels]
        widest = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(widest)
        self.setWidget(self._inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll the settings"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self.more.toggled.connect(self._on_more_toggled)
        self.basic.changed.connect(self._on_changed)
        self.rest.changed.connect(self._on_changed)
        self.preset.chosen.connect(self._on_preset_chosen)

    @Slot(bool)
    def _on_more_toggled(self, open_: bool) -> None:
        self.rest.setVisible(open_)

    @Slot()
    def _on_changed(self) -> None:
        if self._showing:
            return
        self._show_what_applies()
        self._compare()
        self.changed.emit()

    @Slot(object)
    def _on_preset_chosen(self, preset: Preset) -> None:
        personal = {name: self.fields[name].value() for name in PERSONAL}
        if self.dataset.dataset() in BUNDLED:  # data that people brought along stays
            self.dataset.choose(preset.dataset)
        self._fill(replace(preset.config, **personal))
        self._compare()

    def _compare(self) -> None:
        """Say whether the settings are still those of the preset that they started from."""
        try:
            self._readable = self.config()
            fits = self.preset.fits(self._readable)
        except ConfigError:
            fits = False
        self.basic.show_changed(not fits)

    def _fill(self, config: TrainConfig) -> None:
        self._showing = True
        for name, value in asdict(config).items():
            self.fields[name].setValue(value)
        self._showing = False
        self._show_what_applies()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        model = self.model.value()
        self.basic.form.setRowVisible(self.basic.hidden, applies("hidden", model))
        self.rest.form.setRowVisible(self.rest.activation, applies("activation", model))
