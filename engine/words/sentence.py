"""One sentence of the table, marked so that Qt's `lupdate` gathers it; the engine knows no Qt."""

import re
from typing import NamedTuple

# For one and for many: "(is|are)", or "(s)" alone.
_FORMS = re.compile(r"\((?:([\w']*)\|)?([\w']*)\)")


class Sentence(NamedTuple):
    """A template with {named} values, and the name of the value that it counts, if any."""

    template: str
    counts: str = ""

    def english(self, count: int | None) -> str:
        """Return the template: "{n} batch(es)" for one or for many, "(is|are)" likewise."""
        if count is None:
            return self.template
        return _FORMS.sub(lambda found: found[1 if count == 1 else 2] or "", self.template)


def said(template: str, note: str | None = None, counts: str = "") -> Sentence:
    """Mark a template to be translated; `note` tells translators more.

    One that counts has "(s)", or "(is|are)", in its English: said("{n} file(s)", None, counts="n").
    `lupdate` takes a third argument for a number, and so asks for each plural form.
    """
    return Sentence(template, counts)
