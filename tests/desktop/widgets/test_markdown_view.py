"""A teacher's Markdown: shown whole, formatted where that is harmless, and loading nothing."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from desktop.widgets.markdown_view import MarkdownView


@pytest.fixture
def view(qtbot: QtBot) -> MarkdownView:
    view = MarkdownView(5)
    qtbot.addWidget(view)
    view.resize(300, 40)
    view.show()
    return view


def test_headings_and_lists_are_formatted(view: MarkdownView) -> None:
    view.setText("# Today\n\n- **first** this\n- then that")
    assert view.toPlainText().split("\n") == ["Today", "first this", "then that"]
    assert view.text().startswith("# Today")


@pytest.mark.parametrize("text", ["word " * 3000, "- a line\n" * 900, "a\n\n" * 2000])
def test_nothing_is_cut(view: MarkdownView, qtbot: QtBot, text: str) -> None:
    view.setText(text + "\n\nthe end")
    assert view.toPlainText().rstrip().endswith("the end")
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert view.height() <= 5 * view.fontMetrics().lineSpacing()


def test_it_loads_nothing(view: MarkdownView, tmp_path) -> None:
    picture = tmp_path / "secret.png"
    image = QImage(50, 40, QImage.Format.Format_RGB32)
    image.save(str(picture))
    url = QUrl.fromLocalFile(str(picture))
    where = url.toString()
    view.setText(f"![x]({where})\n\n<img src='{where}'>\n\n[go]({where})")
    loaded = view.document().resource(QTextDocument.ResourceType.ImageResource, url)
    assert (loaded.width(), loaded.height()) == (1, 1)  # and not 50 by 40
    assert not view.openLinks()


@pytest.mark.parametrize("text", [">" * 7000, "*" * 7000, "[" * 7000, "- " * 3500])
def test_what_is_nested_deeply_is_shown(view: MarkdownView, text: str) -> None:
    view.setText(text)
    assert view.height() > 0
