"""The figures that the documents promise are the program's."""

import math
from pathlib import Path

import pytest

from desktop import session
from desktop.shell import scale, single_instance
from desktop.sketch import history, history_facts, reader, svg_reading
from desktop.training import curves
from desktop.worker import child, desk, link, reporting
from engine import files, reports
from engine.analysis import loss_grid, network
from engine.config import TrainConfig
from engine.data import (
    archives,
    assembly,
    cache,
    checks,
    folders,
    layout,
    own_sets,
    pixel_arrays,
    unpacking,
)
from engine.images import bitmaps, ink, parting, placing
from engine.inference import weights_file
from engine.runs import recording

ROOT = Path(__file__).parents[1]
KB, MB, GB = 1 << 10, 1 << 20, 1 << 30


def spelt(number: int) -> str:
    return {2: "two", 3: "three", 5: "five", 6: "six", 8: "eight", 12: "twelve"}.get(
        number, str(number)
    )


DATA = (
    ("| images | {:,} |", unpacking.LIMIT_IMAGES),
    ("| classes | {:,} |", assembly.LIMIT_CLASSES),
    (
        "| files in a folder or an archive | {:,}, {} folders deep",
        folders.LIMIT_FILES,
        spelt(layout.DEPTH),
    ),
    ("| files in a folder or an archive | {:,},", archives.LIMIT_MEMBERS),
    ("| one file | {:.0f} GB |", unpacking.LIMIT_BYTES / GB),
    ("unpacked | {:.0f} MB, or {} times", unpacking.FREE_BYTES / MB, unpacking.LIMIT_RATIO),
    ("| {:.0f} megapixels;", bitmaps.LIMIT_PIXELS / 1e6),
    ("in an array, {} pixels a side", pixel_arrays._LARGEST_PX),
    ("| a line of a table | {:.0f} KB;", unpacking._LONGEST_LINE / KB),
    ("| the cache | {:.0f} MB;", cache.LIMIT_BYTES / MB),
    ("entries not used for {:.0f} days go", cache.LIMIT_AGE_S / 86_400),
    ("a dataset of over {:.0f} MB isn't kept", cache.LIMIT_BYTES / 2 / MB),
    ("the starter network reads up to {} of the classes", checks._LOOKED_AT),
    ("is repeated, at most {} times,", own_sets.MOST_REPEATS),
    ("up to a {} of all images", "tenth" if own_sets.SHARE == 0.1 else own_sets.SHARE),
    ("after the first {}, every eighth and the last", spelt(reports._OFTEN)),
)
ARCHITECTURE = (
    ("due: {:.0f} times a second it is", 1 / reporting.EVERY_S),
    ("at most {:.0f} a second, drawn", 1 / reporting.EVERY_S),
    ("a second, drawn at {:.0f}, each", 1000 / (2 * curves.TURN_MS)),  # each second turn
    ("read again, at most every {} ms", reader.REFRESH_MS),
    ("doesn't say a word in {:.0f} seconds,", child.BEGIN_MS / 1000),
    ("questions rest {} times as long as they work", spelt(desk._REST)),
    ("what lies within {:.0f} % of the line's height", 100 * parting._TOGETHER),
    ("The centre of mass at pixel ({0:.0f}, {0:.0f}),", placing.CENTRE_PX),
    ("a stroke of {} px.", ink.STROKE_WIDTH_PX),
    ("a grid of losses** (`desktop/runs/landscape`), {0} by {0}, of", loss_grid.SIDE),
    ("at most {} images at a time", loss_grid._AT_ONCE),
    ("({} where there are filters)", loss_grid._BY_FILTERS),
    ("the {} strongest cross the pipe", spelt(network.MOST_SOURCES)),
)
RELIABILITY = (
    ("What changes is on the disk {} later", "a second" if session.CALM_MS == 1000 else "?"),
    ("when it is {} old", "a minute" if files._OLD_S == 60 else "?"),
    ("is kept up to {} seconds before", spelt(math.ceil(recording.EVERY_S))),
    ("after {} in a row that worked", spelt(link._MOST_BAD_STARTS)),
    ("less than {:.0f} seconds each", link.STEADY_S),
    ("a batch takes longer than {}, Stop", "a second" if link.STOP_MS == 1000 else "?"),
    ("; {:.0f} KB are read,", single_instance._MOST_BYTES / KB),
    ("within {} seconds.", single_instance._CALLERS_WAIT_MS // 1000),
    ("has {:.0f} MB at most,", svg_reading.LARGEST_BYTES / MB),
    ("{:,} tags in {} levels", svg_reading._MOST_TAGS, svg_reading._DEEPEST),
    ("{:.0f} MB of strokes", svg_reading.LARGEST_TEXT / MB),
    ("steps to undo are {} at most,", history.MOST_STEPS),
    ("at most, in {:.0f} MB.", history_facts.MOST_CHARACTERS / MB),
    ("A model's head ({:.0f} MB at most)", weights_file._LARGEST_HEAD / MB),
)
README = (
    ("at {} to {} %", scale.STEPS[0], scale.STEPS[-1]),
    ("the book's own run, {} epochs of its simple net", TrainConfig().epochs),
)
TERMS = (("the weights of up to {} are kept", recording.MOST_MOMENTS),)
PROMISES = {
    "docs/data.md": DATA,
    "docs/architecture.md": ARCHITECTURE,
    "docs/reliability.md": RELIABILITY,
    "README.md": README,
    "docs/terms.md": TERMS,
}


@pytest.mark.parametrize("name", PROMISES)
def test_the_program_keeps_to_what_is_written(name: str) -> None:
    written = " ".join((ROOT / name).read_text(encoding="utf-8").split())
    for words, *figures in PROMISES[name]:
        assert words.format(*figures) in written, words
