"""A teacher's text as Markdown: headings, lists, tables, emphasis. Nothing in it loads or runs."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser

_LONGEST = 8000  # characters; a list of many thousand items would take Qt minutes to lay out
_FEATURES = QTextDocument.MarkdownFeature
_DIALECT = _FEATURES.MarkdownDialectGitHub | _FEATURES.MarkdownNoHTML


class MarkdownView(QTextBrowser):
    """Shows all of a text, as high as its words need up to `most_lines`, and scrolls the rest.

    What is very long is shown as it was typed. Links say where they lead and open nothing.
    """

    def __init__(self, most_lines: int) -> None:
        super().__init__()
        self._most_lines = most_lines
        self._text = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """Return what was set."""
        return self._text

    def setText(self, text: str) -> None:
        self._text = text
        if len(text) > _LONGEST:
            self.setPlainText(text)
        else:
            self.document().setMarkdown(text, _DIALECT)
        self._fit()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Load nothing: a picture's address may be any file's or anybody's.

        Not None, at which Qt would go and look for itself.
        """
        nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        nothing.fill(0)
        return nothing

    def _fit(self) -> None:
        most = self.fontMetrics().lineSpacing() * self._most_lines
        self.setFixedHeight(max(1, min(most, round(self.document().size().height()) + 2)))
