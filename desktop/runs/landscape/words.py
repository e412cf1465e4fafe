"""What is said of a landscape."""

import math
from collections.abc import Sequence

from desktop.i18n.numbers import decimal, fill, percent
from desktop.i18n.wording import listed
from desktop.i18n.words import Words
from desktop.inspect.shades import number
from desktop.runs.landscape.messages import Ended, Found, Kind, Left, Marked, Spot
from engine.analysis.plane import Box, Path

_LITTLE, _MOST = 0.02, 0.99  # shares beyond which whole per cents are too coarse
_NEAR = 1e-6  # times its distance from the middle: what is nearer to the plane lies on it


class LandscapeWords(Words):
    """Of the plane, the paths on it and the loss."""


def kind_name(kind: Kind) -> str:
    """Return what a plane is called where it is chosen."""
    return {
        Kind.MOMENTS: LandscapeWords.tr("Start, end and best moment"),
        Kind.PATHS: LandscapeWords.tr("Main directions of the paths"),
        Kind.RANDOM: LandscapeWords.tr("Two random directions"),
    }[kind]


def axis_names(found: Found) -> tuple[str, str]:
    """Return what leads right, and what leads up."""
    another = LandscapeWords.tr("another random direction")
    aside = LandscapeWords.tr("a random direction")
    if found.randoms == 2:
        return aside, another
    if found.wish.kind is Kind.PATHS:
        across, up = LandscapeWords.tr("main direction"), LandscapeWords.tr("second direction")
    else:
        across = LandscapeWords.tr("from the start to the end")
        up = LandscapeWords.tr("aside, to the best moment")
    if found.wish.kind is Kind.MOMENTS and _are_one(found, Spot.START, Spot.END):
        across = LandscapeWords.tr("from the start to the best moment")
    return across, aside if found.randoms else up


def plane_words(found: Found) -> str:
    """Return which plane it is, and why no other."""
    match found.wish.kind, found.randoms:
        case Kind.RANDOM, _:
            return LandscapeWords.tr(
                "Two random directions around the end, filter-normalised (Li et al., 2018). Paths "
                "lead elsewhere, so that hardly anything of them shows."
            )
        case _, 2:
            return LandscapeWords.tr(
                "Start, end and best moment are the same point: both directions are random."
            )
        case Kind.PATHS, 0:
            return LandscapeWords.tr(
                "The plane that shows the most of all paths: their main directions (PCA)."
            )
        case Kind.PATHS, _:
            return LandscapeWords.tr("The paths lie on one line: the second direction is random.")
        case _, 0:
            return LandscapeWords.tr("The plane through the start, the end and the best moment.")
    if _are_one(found, Spot.BEST, Spot.END):
        return LandscapeWords.tr(
            "The best moment is the end: the first direction leads there from the start, and the "
            "second is random. The main directions of the paths show more."
        )
    return LandscapeWords.tr(
        "Start, end and best moment lie on one line: the second direction is random."
    )


def measured_words(found: Found, run: str) -> str:
    """Return whose loss it is, and of how many images."""
    text = LandscapeWords.tr("Loss of {0} on {1:,} of its {2:,} training images")
    return fill(text, run, found.images, found.of)


def path_words(path: Path, run: str, box: Box) -> str:
    """Return how much of a path the plane shows, and whether it leads out of the map."""
    text = LandscapeWords.tr("{0}: {1} of its path can be seen")
    if not box.holds(path.places):
        text = LandscapeWords.tr("{0}: {1} of its path can be seen; it leaves the map")
    if path.share == 1:
        return fill(text, run, percent(1.0, 0))
    places = 0 if _LITTLE <= path.share < _MOST else 2
    return fill(text, run, percent(min(path.share, 0.9999), places))


def end_words(ended: Ended) -> str:
    """Return how far a run went."""
    text = LandscapeWords.tr("Its end is {0} away from the start")
    return fill(text, decimal(ended.from_start, 2))


def other_end_words(ended: Ended, own: str) -> str:
    """Return where another run came to, beside the one whose landscape it is."""
    text = LandscapeWords.tr(
        "Its end: batch {0:,}, loss {1}, {2} away from the start and {3} from the end of {4}"
    )
    ways = decimal(ended.from_start, 2), decimal(ended.from_own, 2)
    return fill(text, ended.step, loss_words(ended.loss), *ways, own)


def more_words() -> str:
    """Return how to see more than one path."""
    return LandscapeWords.tr(
        "Tick other runs of the same model and seed in the table of runs, such as one with another "
        "optimizer or rate, and compute again: their paths are shown, too. The main directions "
        "show most of all paths."
    )


def left_words(why: Left, runs: Sequence[str]) -> str:
    """Return why the paths of these runs aren't shown; all of them for the same reason."""
    if len(runs) == 1:
        text = {
            Left.BEGAN_ELSEWHERE: LandscapeWords.tr("{0} isn't shown: it began with other weights"),
            Left.NOT_KEPT: LandscapeWords.tr("{0} isn't shown: none of its weights are kept"),
        }[why]
    else:
        text = {
            Left.BEGAN_ELSEWHERE: LandscapeWords.tr(
                "{0} aren't shown: they began with other weights"
            ),
            Left.NOT_KEPT: LandscapeWords.tr("{0} aren't shown: none of their weights are kept"),
        }[why]
    return fill(text, listed(runs))


def spot_names(mark: Marked) -> str:
    """Return what a moment is called: "best, end" where they are the same."""
    names = {
        Spot.START: LandscapeWords.tr("start"),
        Spot.BEST: LandscapeWords.tr("best"),
        Spot.END: LandscapeWords.tr("end"),
    }
    return ", ".join(names[spot] for spot in mark.spots)


def mark_words(mark: Marked) -> str:
    """Return a marked moment with its own loss, and how far from the plane it is, if it is."""
    text = LandscapeWords.tr("{0}: batch {1:,}, loss {2}")
    if Spot.BEST in mark.spots and Spot.END not in mark.spots:  # the end's loss may be lower
        text = LandscapeWords.tr("{0} (by validation accuracy): batch {1:,}, loss {2}")
    words = fill(text, spot_names(mark), mark.step, loss_words(mark.loss))
    return f"{words}, {_away(mark.distance)}" if mark.distance > _NEAR * _size(mark) else words


def moment_words(run: str, step: int, distance: float, loss: float | None) -> str:
    """Return a moment of a path that is pointed at, with its own loss where that is known."""
    if loss is None:
        text = LandscapeWords.tr("{0}, batch {1:,}, {2}")
        return fill(text, run, step, _away(distance))
    text = LandscapeWords.tr("{0}, batch {1:,}, its own loss {2}, {3}")
    return fill(text, run, step, loss_words(loss), _away(distance))


def loss_words(loss: float) -> str:
    """Return a loss; one that is no number any more, too."""
    return number(loss) if math.isfinite(loss) else LandscapeWords.tr("no number")


def _size(mark: Marked) -> float:
    return max(1.0, math.hypot(*mark.place))


def _away(distance: float) -> str:
    return fill(LandscapeWords.tr("{0} away from the plane"), decimal(distance, 2))


def _are_one(found: Found, one: Spot, other: Spot) -> bool:
    return any(one in mark.spots and other in mark.spots for mark in found.marks)
