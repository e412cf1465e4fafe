"""Words that belong to no widget of their own."""

from PySide6.QtCore import QCoreApplication


class Words:
    """A context of words for Qt's `lupdate`; each subclass is one: `StatusWords.tr("Stopped")`."""

    @classmethod
    def tr(cls, text: str, note: str = "", count: int = -1) -> str:
        """Translate a text; "%Ln" in one that counts stands for `count`, "(s)" for its plural."""
        return QCoreApplication.translate(cls.__name__, text, note, count)
