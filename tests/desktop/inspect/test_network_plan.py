"""Neurons lie within their room, in columns that don't touch, for every network and size."""

from itertools import pairwise

import pytest

from desktop.inspect.network_plan import Shape, lay

NETWORKS: dict[str, list[Shape]] = {
    "linear": [(10, 1, 1)],
    "simple_net": [(30, 1, 1), (1, 1, 1)],
    "mlp": [(512, 1, 1), (256, 1, 1), (10, 1, 1)],
    "broad": [(4096, 1, 1), (62, 1, 1)],
    "deep": [(50, 1, 1)] * 8 + [(10, 1, 1)],
    "convnet": [(16, 12, 12), (64, 4, 4), (128, 1, 1), (11, 1, 1)],
    "small_convnet": [(16, 14, 14), (32, 6, 6), (64, 4, 4), (10, 1, 1)],
}
ROOMS = [(400.0, 200.0), (630.0, 390.0), (920.0, 520.0), (1300.0, 840.0)]


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("room", ROOMS)
def test_all_lie_within_the_room_and_apart(name: str, room: tuple[float, float]) -> None:
    banks = lay(room, [(1, 28, 28), *NETWORKS[name]], 70.0)
    for bank in banks:
        assert bank.left >= 0
        assert bank.top >= -1e-9
        assert bank.left + bank.width <= room[0] - 70 + 1e-6 or bank is banks[0]
        assert bank.top + bank.height <= room[1] + 1e-6
        assert (bank.slots[:, 0] >= bank.left - 1e-6).all()
        assert (bank.slots[:, 0] + bank.side[0] <= bank.left + bank.width + 1e-6).all()
    for before, after in pairwise(banks):
        assert before.left + before.width < after.left


@pytest.mark.parametrize("name", NETWORKS)
def test_each_cell_is_found_under_its_own_middle(name: str) -> None:
    for bank in lay((920.0, 520.0), [(1, 28, 28), *NETWORKS[name]], 70.0):
        for slot, (x, y) in enumerate(bank.slots.tolist()):
            assert bank.slot_at(x + bank.side[0] / 2, y + bank.side[1] / 2) == slot
        assert bank.slot_at(bank.left - 1, bank.top) is None
        assert bank.slot_at(bank.left, bank.top + bank.height + bank.pitch) is None


def test_neurons_are_round_where_there_is_room() -> None:
    def is_round(count: int) -> bool:
        return lay((630.0, 390.0), [(1, 28, 28), (count, 1, 1), (10, 1, 1)], 70.0)[1].is_round

    assert is_round(30)
    assert not is_round(512)


@pytest.mark.parametrize("room", ROOMS)
def test_neurons_fill_their_last_row_and_maps_are_as_large_as_can_be(
    room: tuple[float, float],
) -> None:
    _, _, maps, neurons, _ = lay(room, [(1, 28, 28), *NETWORKS["convnet"]], 70.0)
    assert 128 % neurons.across == 0
    assert maps.height > 0.9 * room[1]
