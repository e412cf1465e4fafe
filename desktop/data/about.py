"""What the dataset that is shown is: origin, format, counts, and all that was found in it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit

from desktop.data.description_words import count_words, finding_words, origin_words
from desktop.widgets.controls import Card, Tick
from desktop.widgets.one_line import small_line
from desktop.widgets.theme import GAP_PX
from engine.data.description import Description
from engine.words.message import MOST_LISTED

_LINES = 4  # of findings; the others can be scrolled to


class About(Card):
    """Signals: `as_is_wished(bool)`, whether the data is to stay as its files have it."""

    as_is_wished = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.origin, self.counts = small_line(), small_line()
        self.origin.setObjectName("dataOrigin")
        self.counts.setObjectName("dataCounts")
        self.as_is = Tick(self.tr("&Leave it as it is"))
        self.as_is.setObjectName("asIs")
        self.as_is.setAccessibleName(self.tr("Leave it as it is"))
        self.as_is.setToolTip(
            self.tr("Neither invert light paper nor turn images upright; the dataset is read again")
        )
        self.findings = QPlainTextEdit()
        self.findings.setObjectName("findings")
        self.findings.setReadOnly(True)
        self.findings.setTabChangesFocus(True)
        self.findings.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.findings.setAccessibleName(self.tr("What was found in the dataset"))
        self.findings.setFixedHeight(_LINES * self.findings.fontMetrics().lineSpacing() + 10)
        layout = QGridLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX - 4, GAP_PX, GAP_PX - 4)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.origin, 0, 0)
        layout.addWidget(self.counts, 1, 0)
        layout.addWidget(self.as_is, 0, 1, 2, 1)
        layout.addWidget(self.findings, 2, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.as_is.clicked.connect(self._on_clicked)

    def show_description(self, found: Description, *, is_as_is: bool) -> None:
        """Tell of a dataset; the files that were left out stand below, each on a line."""
        self.origin.setText(origin_words(found))
        self.counts.setText(count_words(found))
        lines = [*map(finding_words, found.findings)]
        if len(found.left_out) > MOST_LISTED:  # the sentences name the first of them alone
            lines += [f"    {name}" for name in found.left_out]
        self.findings.setPlainText("\n".join(lines))
        self.findings.setVisible(bool(lines))
        self.as_is.setChecked(is_as_is)
        self.as_is.setVisible(found.format is not None)

    def allow(self, may_choose: bool) -> None:
        """Offer the switch, unless a run learns from the data."""
        self.as_is.setEnabled(may_choose)

    @Slot(bool)
    def _on_clicked(self, is_checked: bool) -> None:
        self.as_is_wished.emit(is_checked)
