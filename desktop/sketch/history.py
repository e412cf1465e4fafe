"""What was on the pad, step by step, as values: what can be undone, and done again. No Qt."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.sketch.content import EMPTY, Content

MOST_STEPS = 200  # that can be undone: an hour of drawing must not pile up


class Step(StrEnum):
    """What one step did; these are also the names in a file."""

    STROKE = "stroke"
    ERASING = "erasing"
    CLEAR = "clear"
    PICTURE = "picture"
    SKETCH = "sketch"


@dataclass(frozen=True)
class History:
    """The pad's states, oldest first; `steps[k]` led from the state `k` to the next one.

    `now` counts the steps that are done; those after it were undone. Two are equal where they are
    made of the same states.
    """

    states: tuple[Content, ...] = (EMPTY,)
    steps: tuple[Step, ...] = ()
    now: int = 0

    @property
    def content(self) -> Content:
        """What is on the pad."""
        return self.states[self.now]

    def part(self, first: int, last: int) -> "History":
        """Return it from one state to another, with both; `now` must be one of them."""
        steps = self.steps[first:last]
        return History(self.states[first : last + 1], steps, self.now - first)
