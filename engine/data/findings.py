"""What was seen while a dataset was read: what was changed, what was left out, what looks odd."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from engine.words.message import Message


class Kind(Enum):
    """What became of what was found."""

    CHANGED = "changed"  # the images aren't as the files have them
    LEFT_OUT = "left out"  # some files aren't in the dataset
    NOTICED = "noticed"  # all is there as it was; a person should know


@dataclass(frozen=True)
class Finding:
    """One thing that was found; `message` says it. Its values can be written as JSON."""

    kind: Kind
    message: Message

    @property
    def code(self) -> str:
        """The name by which programs know it."""
        return self.message.code

    @property
    def is_left_out(self) -> bool:
        """Whether it is about something that isn't in the dataset."""
        return self.kind is Kind.LEFT_OUT


def changed(code: str, /, **values: Any) -> Finding:
    """Say that images were changed."""
    return Finding(Kind.CHANGED, Message(code, **values))


def left_out(code: str, /, **values: Any) -> Finding:
    """Say that something isn't in the dataset."""
    return Finding(Kind.LEFT_OUT, Message(code, **values))


def noticed(code: str, /, **values: Any) -> Finding:
    """Say what looks odd."""
    return Finding(Kind.NOTICED, Message(code, **values))
