"""The page "Data": what there is to learn from.

The folders themselves choose what is shown: a dataset is a folder tree, as the book's is, and can
be walked through, with the counts beside the names.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.app_model import AppModel
from desktop.data.about import About
from desktop.data.album import Album, Inventory
from desktop.data.counts import LEFT_PX, CountsCard
from desktop.data.dataset_list import place_of
from desktop.data.facts import Facts, Summaries
from desktop.data.folders import FolderTree
from desktop.data.images_card import ImagesCard
from desktop.data.questions import Opened, Summarised, open_data, renew_data
from desktop.data.saving import Saving
from desktop.data.supply import Supply
from desktop.data.tree import Wanted
from desktop.i18n.numbers import fill
from desktop.widgets.controls import Card, title
from desktop.widgets.notice import Notice
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from desktop.widgets.whole_rows import WholeItems
from desktop.worker.messages import AsIs, DataSource, Origin
from desktop.worker.questions import Newest

_RIGHT_PX, _LEAST_PX = 196, 170  # the right column, and at least
_USUAL_PX = 940  # the page, in a usual window
_FIRST = Wanted("train", draw=1)  # what is shown at first


class DataPage(QWidget):
    """Folders and counts on the left, images in the middle, what they share on the right.

    Signals: `image_chosen(uint8 (28, 28), str)` for the pad; `failed(str)` and `told(str)`,
    sentences for people.
    """

    image_chosen = Signal(object, str)
    failed = Signal(str)
    told = Signal(str)

    def __init__(self, model: AppModel) -> None:
        super().__init__()
        self.setObjectName("dataPage")
        self._model, self._datasets = model, model.datasets
        self._source: DataSource | None = None  # what is shown or on its way
        self._question = Newest(model.questions, self)
        self._inventory: Inventory | None = None
        self._summaries: Summaries = {}
        self.wanted = Wanted()
        self.tree, self.classes, self.facts = FolderTree(), CountsCard(), Facts()
        self.counts = self.classes.table
        self.where = small_line(elide=Qt.TextElideMode.ElideLeft)
        self.saving = Saving(model.questions)
        self.about, self.gallery = About(), ImagesCard(self.tr("Images"))
        self._supply = Supply(model.questions, self)
        self.notice = Notice()
        self._stack = QStackedLayout(self)
        self._build()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the means larger where there is room to spare, and smaller where there is none."""
        super().resizeEvent(event)
        spare = event.size().width() - _USUAL_PX
        self.facts.setFixedWidth(max(_LEAST_PX, _RIGHT_PX + spare // 4))

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP_PX)
        saved = (self.where, WholeItems(self.tree, LEFT_PX), self.saving)
        left.addWidget(_card(title(self.tr("Folders")), *saved), 3)
        left.addWidget(self.classes, 2)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP_PX)
        columns = QHBoxLayout()
        rows.addWidget(self.about)
        rows.addLayout(columns, 1)
        columns.setSpacing(GAP_PX)
        columns.addLayout(left)
        columns.addWidget(self.gallery, 1)
        columns.addWidget(self.facts)
        self._stack.addWidget(content)
        self._stack.addWidget(self.notice)

    def _connect(self) -> None:
        self.about.as_is_wished.connect(self._on_as_is_wished)
        self.classes.draw_wished.connect(self._on_draw_wished)
        self.tree.wanted.connect(self.choose)
        self.counts.wanted.connect(self.choose)
        self.facts.class_chosen.connect(self._on_class_chosen)
        self.gallery.image_chosen.connect(self.image_chosen)
        self.gallery.thumbnails.view_changed.connect(self._supply.follow)
        self._question.answered.connect(self._on_answered)
        self._question.failed.connect(self._give_up)
        self._supply.arrived.connect(self.gallery.thumbnails.viewport().update)
        self._supply.failed.connect(self._give_up)
        self.saving.failed.connect(self.failed)
        self.saving.saved.connect(self._on_saved)
        self.notice.acted.connect(self._on_acted)
        self._datasets.chosen_changed.connect(self._on_dataset_chosen)
        self._model.link.loading.connect(self._on_loading)
        self._model.trainer.state_changed.connect(self._on_state_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_dataset_chosen()
        if self._inventory and self._source is not None:
            self._renew(self._source)

    @Slot()
    def _on_dataset_chosen(self) -> None:
        if self.isVisible() and self._datasets.chosen != self._source:
            self.read()

    @Slot()
    def read(self) -> None:
        """Read the chosen dataset again."""
        self._forget()
        self._source = self._datasets.chosen
        self.wanted = _FIRST
        self.notice.wait(self.tr("Reading the images…"), self.tr("Cancel"))
        self._stack.setCurrentWidget(self.notice)
        self._question.ask(open_data(self._source))

    def _renew(self, source: DataSource) -> None:
        """Show what is shown anew if files have come or gone since."""
        rest_is_on_its_way = self._question.is_awaited  # then ask for all of it
        self._question.ask(open_data(source) if rest_is_on_its_way else renew_data(source))

    def _forget(self) -> None:
        self._question.cancel()
        self._inventory = None
        self._summaries = {}
        self._supply.stop()
        self.saving.show_source(None)

    @Slot()
    def _on_acted(self) -> None:
        """Cancel what is on its way, or try again."""
        if not self._question.is_awaited:
            self.read()
            return
        source = self._source
        if self._model.trainer.origin is not Origin.READER:
            self._model.checking.cancel()
        if self._source != source:
            return  # what was chosen before is on its way
        self._forget()
        self.notice.say(self.tr("The images were not read."), self.tr("Read the images"))

    @Slot(object, int, int)
    def _on_loading(self, source: DataSource, done: int, images: int) -> None:
        if source == self._source:
            self.notice.show_progress(done, images)

    @Slot()
    def _on_state_changed(self) -> None:
        self.about.allow(self._model.trainer.origin is not Origin.READER)

    @Slot(bool)
    def _on_as_is_wished(self, is_wished: bool) -> None:
        place = place_of(self._datasets.chosen)
        if isinstance(place, Path):
            self._datasets.choose(AsIs(place) if is_wished else place)

    @Slot()
    def _on_draw_wished(self) -> None:
        self.choose(replace(_FIRST, draw=self.wanted.draw + 1))

    @Slot(object)
    def _on_answered(self, value: object) -> None:
        if isinstance(value, Opened):
            self._show(value)
        elif isinstance(value, Summarised):
            self._summaries[value.split, value.label] = value.summary
            self._show_facts()

    @Slot(str)
    def _give_up(self, sentence: str) -> None:
        self._forget()
        self._source = None  # it is tried again when the page is shown again
        self.notice.say(sentence, self.tr("Try again"))
        self._stack.setCurrentWidget(self.notice)

    def _show(self, opened: Opened) -> None:
        self._inventory = opened.inventory
        self._summaries = {}
        self.about.show_description(opened.description, is_as_is=isinstance(self._source, AsIs))
        self.tree.show_tree(opened.tree)
        self._show_where(opened.on_disk)
        self.counts.show_inventory(opened.inventory)
        self.saving.show_source(self._source)
        self._stack.setCurrentIndex(0)
        is_there = self.wanted.label in (None, *opened.inventory.classes)
        self.choose(self.wanted if is_there else _FIRST)

    def _show_where(self, on_disk: bool) -> None:
        text = str(self._source) if on_disk else self.tr("as they would be on disk")
        self.where.setText(text)
        self.where.setToolTip(as_tip(text))

    @Slot(object)
    def choose(self, wanted: Wanted) -> None:
        """Show the images of a split, a class, or both."""
        if self._inventory is None or self._source is None:
            return
        self.wanted = wanted
        album = Album(self._inventory, wanted)
        self._supply.serve(self._source, album)
        self.gallery.show_album(album, self._inventory, wanted)
        self.classes.offer_draw(self._inventory, wanted)
        self.tree.mark(replace(wanted, draw=0))
        self._show_facts()

    def _show_facts(self) -> None:
        if self._inventory:
            self.facts.show_facts(self._summaries, self._inventory.classes, self.wanted)

    @Slot(int)
    def _on_class_chosen(self, index: int) -> None:
        if self._inventory:
            self.choose(Wanted(self.wanted.split, self._inventory.classes[index]))

    @Slot(str)
    def _on_saved(self, folder: str) -> None:
        self.told.emit(fill(self.tr("Saved as {0}"), folder))


def _card(*widgets: QWidget) -> Card:
    card = Card()
    layout = QVBoxLayout(card)
    layout.setContentsMargins(GAP_PX, GAP_PX - 3, GAP_PX, GAP_PX - 2)
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget)
    return card
