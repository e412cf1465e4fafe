"""The network's table, by itself: in order after each passage, and soon also where it is long."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.inspect.network_table import NetworkTable, _Rows
from engine.analysis.network import passage as send
from engine.config import TrainConfig
from engine.models import build_model


def test_a_sorted_table_stays_sorted_and_asks_only_for_what_it_shows(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = build_model(TrainConfig(model="mlp", hidden=(3000, 2000)), 10)
    table, asked, data = NetworkTable(), list[int](), _Rows.data

    def counted(self: _Rows, *args: object) -> object:
        asked.append(1)
        return data(self, *args)

    monkeypatch.setattr(_Rows, "data", counted)
    qtbot.addWidget(table)
    table.show()
    rng, names = np.random.default_rng(1), tuple("0123456789")
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    chosen = None
    for _ in range(3):
        shown = send(model, rng.integers(0, 256, (28, 28)).astype(np.uint8), 10)
        table.show_passage(shown, names)
        table._showing.act_now()
        table.grab()
        rows = table.model()
        values = [float(shown.columns[at.column].values[at.number]) for at in rows.neurons]
        assert len(values) == 5010
        assert (np.diff(values) <= 0).all()
        if chosen is None:
            table.selectRow(40)
            chosen = rows.neurons[40]
        (selected,) = table.selectionModel().selectedRows()
        assert rows.neurons[selected.row()] == chosen
    assert rows.neurons[40] != chosen
    assert len(asked) < 5010
