"""What a reader can set in an experiment. A control's words stand in the lesson's text.

Controls stand above the experiment; those with a `part` stand where its figures have the `Controls`
of that part, beside what they change.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Value = float | int | str
Values = Mapping[str, Value]  # of all controls, by their names


@dataclass(frozen=True)
class Slider:
    """A number from `low` to `high` in equal steps; whole numbers where `step` is one.

    `beside` puts it into the row of the control before it.
    """

    name: str
    low: float
    high: float
    start: float
    step: float = 1
    beside: bool = False
    part: str = ""


@dataclass(frozen=True)
class Choice:
    """One of a few; each option's words stand in the text as well, as `<name>_<option>`.

    Where they are the options of a setting, the text needs words only for what it calls otherwise.
    """

    name: str
    options: tuple[str, ...]
    start: str
    setting: str = ""  # of TrainConfig
    part: str = ""


@dataclass(frozen=True)
class Entry:
    """A line that is typed in, such as an expression or a shape."""

    name: str
    start: str
    part: str = ""


@dataclass(frozen=True)
class Steps:
    """A walk through `count` steps: "Back" and "Next" change a whole number from 0 on."""

    name: str
    count: int
    part: str = ""


Control = Slider | Choice | Entry | Steps


def at_first(controls: tuple[Control, ...]) -> dict[str, Value]:
    """Return what the controls are set to before anybody changes them."""
    return {control.name: getattr(control, "start", 0) for control in controls}


def by_part(controls: tuple[Control, ...]) -> dict[str, tuple[Control, ...]]:
    """Return the controls by the parts with which they stand, those above them all under ""."""
    parts = dict.fromkeys(["", *(control.part for control in controls)])
    return {part: tuple(each for each in controls if each.part == part) for part in parts}


def columns_of(controls: tuple[Control, ...], control: Control) -> int:
    """Return how many columns a control takes: three where others share rows, and it doesn't."""
    sharing = [isinstance(each, Slider) and each.beside for each in controls]
    place = controls.index(control)
    shares = sharing[place] or any(sharing[place + 1 : place + 2])
    return 3 if any(sharing) and not shares else 1
