"""Which language the window speaks, and where the words come from: assets/translations/*.qm.

The words themselves are gathered and compiled by `packaging/translations.py`.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import assets

LANGUAGES = {"en": "English", "de": "Deutsch"}  # each in its own words
SYSTEM = ""  # as a choice: whatever the system speaks
_PARENT_NAME = "language"


def spoken(choice: str) -> str:
    """Return the language for a choice: itself, or the first of the system's that there is."""
    if choice in LANGUAGES:
        return choice
    wishes = [name.partition("-")[0] for name in QLocale.system().uiLanguages()]
    return next((name for name in wishes if name in LANGUAGES), "en")


def install(app: QCoreApplication, choice: str) -> None:
    """Let what is built from now on speak a language, Qt's own dialogs too.

    Numbers are the language's too. What isn't translated is English, and so are its plurals.
    """
    for old in app.findChildren(QTranslator, _PARENT_NAME):
        app.removeTranslator(old)
        old.deleteLater()
    language = spoken(choice)
    QLocale.setDefault(QLocale(language))
    folders = {
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        "inkgrad": str(assets.path("translations")),
    }
    for spoken_language in dict.fromkeys(("en", language)):  # Qt asks the last one first
        for name, folder in folders.items():
            translator = QTranslator(app)
            translator.setObjectName(_PARENT_NAME)
            if translator.load(f"{name}_{spoken_language}", folder):
                app.installTranslator(translator)
