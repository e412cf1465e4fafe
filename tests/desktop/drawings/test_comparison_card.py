"""The two figures of "Before and after" are of the same drawings."""

from pytestqt.qtbot import QtBot

from desktop.drawings.comparison_card import ComparisonCard


def test_both_networks_are_counted_over_all_drawings(qtbot: QtBot) -> None:
    card = ComparisonCard()
    qtbot.addWidget(card)
    labels, starter = ("3", "7", "A"), ("3", "7", None)  # it is asked about digits alone
    card.show_answers(labels, starter, ("3", "7", "3"), "your simple_net, epoch 5", ("3", "7"))
    assert card.starter.text() == card.present.text() == "2 of 3"
    limits = "The starter network knows only digits. Your network knows only 3 and 7."
    assert card.sentence.text() == limits
    card.show_answers(("A",), (None,), ("A",), "your convnet", ("A", "B"))
    assert (card.starter.text(), card.present.text()) == ("–", "1 of 1")
    card.show_answers(("3", "7"), ("3", "3"), ("3", "7"), "your convnet", ("3", "7"))
    assert card.sentence.text() == "1 more than before."


def test_a_long_name_of_a_dataset_is_cut_on_the_button_and_whole_in_its_tip(qtbot: QtBot) -> None:
    card = ComparisonCard()
    qtbot.addWidget(card)
    card.name_others("fourteen signs")
    assert card.train_mixed.text() == "Train on m&ine and fourteen signs"
    card.name_others("fourteen & more")
    assert card.train_mixed.text() == "Train on m&ine and fourteen && mo…"
    assert "images of fourteen & more: its classes" in card.train_mixed.toolTip()
