"""The form of a run's settings: it starts simple and opens up. The rows are in the two forms."""

from dataclasses import asdict, replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.data.dataset_list import DatasetList
from desktop.i18n.setting_words import setting_name
from desktop.training.basic_form import BasicForm
from desktop.training.more_form import MoreForm
from desktop.training.presets import PERSONAL
from desktop.training.reader_settings import ReaderSettings
from desktop.widgets.controls import Disclosure
from desktop.widgets.whole_rows import WholeRows
from engine.config import TrainConfig
from engine.data.loading import BUNDLED
from engine.errors import ConfigError
from engine.options import applies
from engine.presets import Preset
from engine.words.message import InWords


class SettingsForm(WholeRows):
    """Fields for the reader's settings: shows what they are, and tells them what is typed."""

    def __init__(
        self, settings: ReaderSettings, datasets: DatasetList, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings, self._datasets = settings, datasets
        self.basic, self.rest = BasicForm(datasets), MoreForm()
        self.more = Disclosure(self.tr("More settings"))
        self.more.setObjectName("moreSettings")
        self.more.setToolTip(self.tr("Show all training settings"))
        self.preset, self.dataset = self.basic.preset, self.basic.dataset
        self.model, self.lr = self.basic.model, self.basic.lr
        self.batch_size, self.epochs = self.basic.batch_size, self.basic.epochs
        self.seed, self.device = self.rest.seed, self.rest.device
        self.fields = {**self.basic.fields, **self.rest.fields}
        self._inside = QWidget()
        self._showing = False
        self._locked = False
        self._build()
        self._connect()
        self._show()

    def config(self) -> TrainConfig:
        """Return what is typed; raises ConfigError where that makes no sense."""
        shown = {name: field for name, field in self.fields.items() if self._applies(name)}
        for name, field in shown.items():  # what isn't shown can't be wrong
            if field.problem:
                setting = InWords(setting_name(name))
                raise ConfigError("setting_typed", setting=setting, problem=field.problem)
        return TrainConfig(**{name: field.value() for name, field in shown.items()})

    def show_devices(self, names: tuple[str, ...]) -> None:
        """Offer the devices that this machine has, after "auto"."""
        self.device.offer(names)
        self._on_changed()

    def lock(self, locked: bool) -> None:
        """Keep what can't change during the reader's run from being changed; the rate can."""
        if locked == self._locked:
            return
        self._locked = locked
        for field in (self.preset, self.dataset, *self.fields.values()):
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

    def rows(self) -> list[QWidget]:
        return [*self.basic.rows(), self.more, *self.rest.rows()]

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
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self.more.toggled.connect(self._on_more_toggled)
        self.more.clicked.connect(self.more.setFocus)  # macOS and screen readers leave it elsewhere
        self.basic.changed.connect(self._on_changed)
        self.rest.changed.connect(self._on_changed)
        self.preset.chosen.connect(self._on_preset_chosen)
        self._settings.changed.connect(self._on_settings_changed)

    @Slot(bool)
    def _on_more_toggled(self, open_: bool) -> None:
        self.rest.setVisible(open_)

    @Slot()
    def _on_range_changed(self) -> None:
        """Bring what was just opened into sight, where there is no room for all."""
        if self.more.isChecked() and self.more.hasFocus():
            self.verticalScrollBar().setValue(self.more.y())

    @Slot()
    def _on_changed(self) -> None:
        if not self._showing:
            self._tell()

    def _tell(self) -> None:
        try:
            self._settings.take(self.config())
        except ConfigError as error:
            self._settings.refuse(error)

    @Slot()
    def _on_settings_changed(self) -> None:
        """Show settings that were not typed here."""
        if self._settings.make_sense and not self._is_shown(self._settings.config):
            self._show()
        self._show_what_applies()
        self._compare()

    def _is_shown(self, config: TrainConfig) -> bool:
        try:
            return self.config() == config
        except ConfigError:
            return False

    @Slot(object)
    def _on_preset_chosen(self, preset: Preset) -> None:
        personal = {name: self.fields[name].value() for name in PERSONAL}
        if self._datasets.chosen in BUNDLED:  # data that people brought along stays
            self._datasets.choose(preset.dataset)
        self._fill(replace(preset.config, **personal))
        self._tell()
        self._compare()

    def _show(self) -> None:
        self._fill(self._settings.config)
        self.preset.recognise(self._settings.config)
        self._show_what_applies()
        self._tell()  # a device that isn't here can't be shown
        self._compare()

    def _compare(self) -> None:
        """Say whether the settings are still those of the preset that they started from."""
        fits = self._settings.make_sense and self.preset.fits(self._settings.config)
        self.basic.show_changed(not fits)

    def _fill(self, config: TrainConfig) -> None:
        self._showing = True
        for name, value in asdict(config).items():
            self.fields[name].setValue(value)
        self._showing = False

    def _show_what_applies(self) -> None:
        self.basic.show_row(self.basic.hidden, self._applies("hidden"))
        self.rest.show_row(self.rest.activation, self._applies("activation"))
        self.rest.show_row(self.rest.momentum, self._applies("momentum"))

    def _applies(self, setting: str) -> bool:
        return applies(setting, self.model.value(), self.rest.optimizer.value())
