"""Gathers the window's words and compiles what they are in other languages: `make translations`.

Qt's `lupdate` finds them: `self.tr("...")` in a class, `Context.tr("...")`, `translate("Context",
"...")`, and `said("...")` in the tables of engine/words. What was translated is kept, what is new
is marked unfinished. English has a file as well, of the plurals alone: they follow from the "(s)"
in the source. The languages of WHOLE have all words, which a test asks for; in others, what isn't
translated is English.
"""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent
HOME = ROOT / "assets" / "translations"
ENGLISH = "inkgrad_en.ts"
WHOLE = ("en", "de")
_OPTIONS = (
    *("-extensions", "py", "-locations", "none", "-no-obsolete", "-sort-messages"),
    *(
        "-disable-heuristic",
        "similartext",
        "-source-language",
        "en",
        "-tr-function-alias",
        "QT_TR_NOOP+=said",
    ),
)
sys.path.insert(0, str(ROOT))


def gather(ts: Path) -> None:
    """Bring a .ts file up to date with the source, and make it where there is none."""
    plurals = ("-pluralonly",) if ts.name == ENGLISH else ()
    update = ("lupdate", "-silent", *_OPTIONS, *plurals, "desktop", "engine", "-ts", ts)
    _run(*update)
    if ts.name == ENGLISH:
        _fill_in_english(ts)
        _run(*update)  # for its own way to write a file


def compile_words(ts: Path) -> None:
    """Write the .qm file that the program loads."""
    _run("lrelease", "-silent", ts, "-qm", ts.with_suffix(".qm"))


def unfinished(ts: Path) -> list[str]:
    """Return the words that are still to be translated."""
    return [
        message.findtext("source", "")
        for message in ElementTree.parse(ts).iter("message")
        if message.find("translation[@type='unfinished']") is not None
    ]


def main() -> None:
    """Update and compile every language, and say what is untranslated."""
    from desktop.i18n.translations import LANGUAGES

    for language in LANGUAGES:
        ts = HOME / f"inkgrad_{language}.ts"
        gather(ts)
        compile_words(ts)
        missing = unfinished(ts)
        if language in WHOLE:
            for words in missing:
                print(f"{ts.name}: {words!r} is not translated")
        elif missing:
            print(f"{ts.name}: {len(missing)} sentences are not translated yet, and so in English")


def _fill_in_english(ts: Path) -> None:
    from engine.words.sentence import Sentence

    tree = ElementTree.parse(ts)
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        sentence = Sentence(message.findtext("source", ""))
        for form, count in zip(translation.iter("numerusform"), (1, 2), strict=True):
            form.text = sentence.english(count)
        translation.attrib.pop("type", None)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    ts.write_text(head + ElementTree.tostring(tree.getroot(), "unicode"), encoding="utf-8")


def _run(tool: str, *arguments: str | Path) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([program, *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
