"""Gathers the window's words into assets/translations/*.ts and compiles them; `make translations`.

Words are found in the source: `self.tr("...")` and `tr("...")` inside a class stand in its context,
`_tr("...")` in that of the module's own `_tr`, `translate("Context", "...")` says it itself. The
engine knows no Qt: what the window shows of it is in `engine_sentences`. What
was translated before is kept; what is new is marked unfinished.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent
HOME = ROOT / "assets" / "translations"
sys.path.insert(0, str(ROOT))

Key = tuple[str, str]  # context, words


class Finder(ast.NodeVisitor):
    """Collects the words of one module, in the order they stand there."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[Key] = []
        self._classes: list[str] = []
        self._helper = _context_of_helper(tree)
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        words = [arg.value for arg in node.args if _is_text(arg)]
        if name == "tr" and words and self._classes:
            self.found.append((self._classes[-1], words[0]))
        elif name == "_tr" and words and self._helper:
            self.found.append((self._helper, words[0]))
        elif name == "translate" and len(words) > 1:
            self.found.append((words[0], words[1]))
        self.generic_visit(node)


def gather() -> list[Key]:
    """Return every context and its words, once each."""
    found: list[Key] = []
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        found += Finder(ast.parse(path.read_text(encoding="utf-8"))).found
    found += [("Engine", words) for words in _engine_words()]
    return list(dict.fromkeys(found))


def update(ts: Path) -> list[Key]:
    """Bring a .ts file up to date, and return what is still to be translated."""
    old = read(ts) if ts.exists() else {}
    root = ElementTree.Element("TS", version="2.1", language=ts.stem.rpartition("_")[2])
    contexts: dict[str, ElementTree.Element] = {}
    missing = []
    for context, words in sorted(gather(), key=lambda key: key[0]):
        if context not in contexts:
            contexts[context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[context], "name").text = context
        message = ElementTree.SubElement(contexts[context], "message")
        ElementTree.SubElement(message, "source").text = words
        translation = ElementTree.SubElement(message, "translation")
        translation.text = old.get((context, words), "")
        if not translation.text:
            translation.set("type", "unfinished")
            missing.append((context, words))
    ElementTree.indent(root)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    ts.write_text(head + ElementTree.tostring(root, "unicode") + "\n", encoding="utf-8")
    return missing


def read(ts: Path) -> dict[Key, str]:
    """Return the translations in a .ts file."""
    root = ElementTree.parse(ts).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): translation
        for context in root.iter("context")
        for message in context.iter("message")
        if (translation := message.findtext("translation", ""))
    }


def main() -> int:
    """Update and compile every language; return 1 where something is untranslated."""
    missing = 0
    for ts in sorted(HOME.glob("*.ts")):
        for context, words in update(ts):
            print(f"{ts.name}: {context}: {words!r} is not translated")
            missing += 1
        compiler = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([compiler, "-silent", ts, "-qm", ts.with_suffix(".qm")], check=True)
    return bool(missing)


def _engine_words() -> Iterator[str]:
    from desktop.i18n.engine_words import TEMPLATES

    yield from TEMPLATES


def _context_of_helper(tree: ast.Module) -> str:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and call.args and _is_text(call.args[0]):
                    return str(call.args[0].value)
    return ""


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


if __name__ == "__main__":
    sys.exit(main())
