"""The line below the table: in which settings the ticked runs differ, and who reads the sketch."""

from collections.abc import Collection, Sequence

from desktop.i18n.numbers import fill
from desktop.runs.columns import Column
from desktop.runs.differences import DATASET, difference_line, difference_tip
from desktop.runs.run_list import Run
from desktop.runs.sketch_answers import MOST_RUNS
from desktop.widgets.one_line import OneLine
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import scaled_font

_TOLD = {
    Column.MODEL: "model",
    Column.DATA: DATASET,
    Column.RATE: "lr",
    Column.EPOCHS: "epochs",
}


class DifferenceLine(OneLine):
    """Hidden where there is nothing to tell that the table doesn't."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("differences")
        self.setProperty("muted", True)
        self.setFont(scaled_font(self, 0.92))
        self.setContentsMargins(4, 0, 4, 0)

    def tell(self, ticked: Sequence[Run], whole: Collection[Column], *, is_open: bool) -> None:
        """Tell of the ticked runs, from the top of the table down, where it is open.

        What stands in a column that can be read `whole` isn't told again.
        """
        told = [difference_line(ticked, [_TOLD[column] for column in whole if column in _TOLD])]
        if len(ticked) > MOST_RUNS:
            words = self.tr("The {0} newest ticked runs read the sketch")
            told.insert(0, fill(words, MOST_RUNS))
        line = "  ·  ".join(filter(None, told))
        if line != self.text():
            self.setText(line)
        self.setToolTip(as_tip(difference_tip(ticked)))
        self.setVisible(bool(line) and is_open)
