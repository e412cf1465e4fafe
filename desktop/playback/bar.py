"""The slider through a run's moments, with what plays them."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.i18n.numbers import fill
from desktop.playback.playback import PLAYING_S, Playback
from desktop.playback.seek_slider import SeekSlider
from desktop.playback.words import short_words, spoken_words
from desktop.widgets.controls import IconButton
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import as_tip

_LETTERS = 18  # of the words at least
_PAGE = 5  # moments that Page up and Page down go
_PLAY_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaybackBar(QWidget):
    """Play, how long that takes, the slider, and words about the moment.

    Arrow keys go one moment on, Home and End to the ends, Space plays, Escape leaves.
    """

    def __init__(self, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playback = playback
        self.play_button = IconButton("train", "", flat=True)
        self.duration_button = MenuButton("")
        self.slider = SeekSlider()
        self.words = small_line()
        self._seconds = PLAYING_S[1]
        self._build()
        self._fill_menu()
        playback.moments_changed.connect(self.refresh)
        playback.moved.connect(self.refresh)
        playback.playing_changed.connect(self._on_playing_changed)
        self.slider.valueChanged.connect(self._on_slid)
        self.slider.sliderPressed.connect(playback.pause)
        self.play_button.clicked.connect(self._on_play)
        self._on_playing_changed(playback.is_playing)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show where the run is looked at."""
        playback, count = self._playback, len(self._playback.steps)
        self.slider.blockSignals(True)
        self.slider.setRange(0, count)
        self.slider.setValue(playback.place)
        self.slider.blockSignals(False)
        self.words.setText(short_words(playback))
        self.slider.setAccessibleName(spoken_words(playback))
        for control in (self.play_button, self.duration_button, self.slider):
            control.setEnabled(count > 0)
        tip = self._tip() if count else self._why_not()
        self.slider.setToolTip(as_tip(tip))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._playback.moment:
            self._playback.leave()
        elif event.key() in _PLAY_KEYS and self._playback.steps:
            self._on_play()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.play_button.setObjectName("playButton")
        self.play_button.setProperty("compact", True)
        self.duration_button.setObjectName("playDuration")
        self.duration_button.setProperty("flat", True)
        self.duration_button.setToolTip(as_tip(self.tr("How long playing the whole run takes")))
        self.slider.setObjectName("playback")
        self.slider.setPageStep(_PAGE)
        self.words.setMinimumWidth(_LETTERS * self.words.fontMetrics().averageCharWidth())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(self.play_button)
        layout.addWidget(self.duration_button)
        layout.addWidget(self.slider, 3)
        layout.addSpacing(6)
        layout.addWidget(self.words, 2)

    def _fill_menu(self) -> None:
        menu, group = QMenu(self), QActionGroup(self)
        for seconds in PLAYING_S:
            action = menu.addAction(self._in_seconds(seconds))
            action.setCheckable(True)
            action.setChecked(seconds == self._seconds)
            group.addAction(action)
            action.triggered.connect(partial(self._on_duration_chosen, seconds))
        self.duration_button.setMenu(menu)
        self._name_duration()

    def _name_duration(self) -> None:
        words = self._in_seconds(self._seconds)
        self.duration_button.setText(words)
        self.duration_button.setAccessibleName(fill(self.tr("Play in {0}"), words))

    def _in_seconds(self, seconds: int) -> str:
        return fill(self.tr("{0} s"), seconds)

    def _tip(self) -> str:
        return self.tr(
            "Look back: the pad, Look inside and Evaluate show the network as it was at this "
            "moment. At the right end, or with Escape, what answered before does again."
        )

    def _why_not(self) -> str:
        if self._playback.run is None:
            return self.tr("Choose one run in the table to look back on it")
        return self.tr("No moments of this run are kept")

    @Slot(int)
    def _on_slid(self, place: int) -> None:
        self._playback.pause()
        self._playback.show(place)

    @Slot()
    def _on_play(self) -> None:
        if self._playback.is_playing:
            self._playback.pause()
        else:
            self._playback.play(self._seconds)

    def _on_duration_chosen(self, seconds: int) -> None:
        self._seconds = seconds
        self._name_duration()
        self._playback.play(seconds)

    @Slot(bool)
    def _on_playing_changed(self, playing: bool) -> None:
        name = self.tr("Pause playback") if playing else self.tr("Play the run")
        self.play_button.change("pause" if playing else "train", "")
        self.play_button.setAccessibleName(name)
        tip = self.tr("Run through the kept moments, from the initial weights to the last")
        self.play_button.setToolTip(as_tip(name if playing else tip))
