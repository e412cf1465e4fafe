"""The answer is tried in the panel that it stands in, as the pad's own tests do."""

from tests.desktop.sketch.conftest import means, panel, told

__all__ = ["means", "panel", "told"]
