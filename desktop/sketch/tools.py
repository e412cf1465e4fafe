"""Which tool the pad's pointer is, and how broad: brush or eraser. What they do: `document`."""

from enum import Enum

from PySide6.QtCore import QObject, Signal, Slot

from desktop.sketch.strokes import BRUSH


class Tool(Enum):
    """What a drag over the pad does; the value is its name in settings and pictures."""

    BRUSH = "brush"
    ERASER = "eraser"


SIZES = (  # diameters in pad units; their names are in `toolbar`
    {Tool.BRUSH: 0.025, Tool.ERASER: 0.04},
    {Tool.BRUSH: 0.038, Tool.ERASER: 0.07},
    {Tool.BRUSH: BRUSH, Tool.ERASER: 0.11},
    {Tool.BRUSH: 0.075, Tool.ERASER: 0.17},
    {Tool.BRUSH: 0.1, Tool.ERASER: 0.25},
)
USUAL = next(step for step, size in enumerate(SIZES) if size[Tool.BRUSH] == BRUSH)


class Tools(QObject):
    """The tool of the moment; each keeps its own size. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tool = Tool.BRUSH
        self._steps = dict.fromkeys(Tool, USUAL)

    @property
    def step(self) -> int:
        """The size as a place in `SIZES`."""
        return self._steps[self.tool]

    def step_of(self, tool: Tool) -> int:
        """Return the size of any tool, as `step` does."""
        return self._steps[tool]

    def width(self, tool: Tool | None = None) -> float:
        """Return how broad a tool is, in pad units."""
        tool = tool or self.tool
        return SIZES[self._steps[tool]][tool]

    def take(self, tool: Tool) -> None:
        self.tool = tool
        self.changed.emit()

    def resize(self, step: int, tool: Tool | None = None) -> None:
        """Give a tool the size at a place in `SIZES`; beyond the ends, the last one."""
        tool = tool or self.tool
        self._steps[tool] = max(0, min(step, len(SIZES) - 1))
        self.changed.emit()

    def obey(self, key: str) -> bool:
        """Do what one of the pad's keys stands for; any other returns False."""
        match key:
            case "b":
                self.take(Tool.BRUSH)
            case "e":
                self.take(Tool.ERASER)
            case "[":
                self.shrink()
            case "]":
                self.grow()
            case _:
                return False
        return True

    @Slot()
    def grow(self) -> None:
        self.resize(self.step + 1)

    @Slot()
    def shrink(self) -> None:
        self.resize(self.step - 1)
