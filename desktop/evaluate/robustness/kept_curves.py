"""What was measured, kept by network, data and distortion, so that nothing is measured twice."""

from collections.abc import Hashable

from desktop.evaluate.robustness.questions import Images
from desktop.plots.series import Series
from desktop.worker.messages import DataSource
from engine.analysis.distortions import DISTORTIONS
from engine.analysis.robustness import Stood

QUANTITIES = ("accuracy", "confidence", "refused")
_Curve = tuple[Hashable, DataSource, str]  # a network's key, the data, the distortion


class KeptCurves:
    """`augmentations` are those that the networks learned with, by their keys."""

    def __init__(self) -> None:
        self.augmentations: dict[Hashable, str] = {}
        self.images: dict[DataSource, Images] = {}
        self._points: dict[_Curve, dict[float, Stood]] = {}

    def begin(self, source: DataSource, images: Images) -> bool:
        """Note what is read; return whether it is other than before: what was known is forgotten.

        The same folder, archive or name may hold other images by now.
        """
        is_other = self.images.get(source, images) != images
        if is_other:
            self._points = {of: points for of, points in self._points.items() if of[1] != source}
        self.images[source] = images
        return is_other

    def note(
        self, key: Hashable, source: DataSource, distortion: str, amount: float, stood: Stood
    ) -> None:
        """Keep one point of a curve."""
        self._points.setdefault((key, source, distortion), {})[amount] = stood

    def forget(self, key: Hashable) -> None:
        """Measure a network anew when it is asked for again."""
        self._points = {of: points for of, points in self._points.items() if of[0] != key}

    def forget_curve(self, key: Hashable, source: DataSource, distortion: str) -> None:
        """Measure one curve anew, from its beginning."""
        self._points.pop((key, source, distortion), None)

    def points(self, key: Hashable, source: DataSource, distortion: str) -> dict[float, Stood]:
        """Return what is known of a curve, from the lowest amount."""
        return dict(sorted(self._points.get((key, source, distortion), {}).items()))

    def missing(self, key: Hashable, source: DataSource, distortion: str) -> tuple[float, ...]:
        """Return the amounts at which a network is still to be measured."""
        known = self.points(key, source, distortion)
        return tuple(a for a in DISTORTIONS[distortion].amounts if a not in known)

    def curve(self, key: Hashable, source: DataSource, distortion: str, quantity: str) -> Series:
        """Return a curve as it is drawn: everything in its plot's unit."""
        series, factor = Series(), in_plot(distortion)
        for amount, stood in self.points(key, source, distortion).items():
            series.append(amount * factor, 100 * getattr(stood, quantity))
        return series


def in_plot(distortion: str) -> float:
    """Return what an amount is multiplied by in a plot: shares are drawn in per cent."""
    return 100.0 if DISTORTIONS[distortion].unit == "share" else 1.0
