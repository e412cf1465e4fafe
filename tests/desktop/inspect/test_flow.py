"""The sketch's way through the layers: how the stations stand beside each other."""

import numpy as np
from pytestqt.qtbot import QtBot

from desktop.inspect.flow import Flow
from engine.reports import Activation


def test_a_layer_and_its_activation_are_equally_large(qtbot: QtBot) -> None:
    flow = Flow()
    qtbot.addWidget(flow)
    layer = np.linspace(-1, 1, 30, dtype=np.float32)
    found = (
        Activation(0, "linear", layer),
        Activation(1, "relu", layer.clip(0)),
        Activation(2, "linear", layer[:1]),
    )
    for width in (560, 661, 931):
        flow.resize(width, 170)
        flow.show_activations(np.zeros((28, 28), np.uint8), found, ("3 (+)  7 (−)",))
        flow.show()
        qtbot.waitExposed(flow)
        widths = [station.width() for station in flow.stations]
        assert max(widths) - min(widths) <= 1
