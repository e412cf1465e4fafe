"""Makes both starters: `python -m engine.starter --strokes PATH [--fonts FOLDER] [--out FOLDER]`.

`--measure` trains nothing, and writes down what the weights in `--out` reach.

The pen strokes are UCI's "Pen-Based Recognition of Handwritten Digits" (dataset 81) in its
original, unnormalised form, `pendigits-orig.tra`; assets/starter/ORIGIN.md says where it is, and
which fonts are needed.
"""

import argparse
import hashlib
import time
from collections.abc import Sequence
from pathlib import Path

import torch

import assets
from engine.datasets import load_dataset
from engine.errors import DataError
from engine.images.unipen import PenDigit, read_unipen
from engine.inference.classifier import STARTERS, Classifier
from engine.starter.making import make_starters
from engine.starter.measuring import PREFACE, TestSets, figures, partings, table, test_sets
from engine.starter.printed import Typefaces, find_typefaces
from engine.starter.recipe import (
    FULL,
    OTHER_TEST_WRITERS,
    TEST_WRITERS,
    TINY,
    Amounts,
    Kept,
    Sources,
    part,
    training_split,
)
from engine.starter.refusal import refusal_table

# Of what was parsed, so that line ends and compression don't matter.
STROKES_SHA256 = "c9f7ae0b9d6ac463b85780a4f462b60f99df92fff57feb46575530fba442013d"


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, measure, print and keep both starters."""
    options = _parser().parse_args(arguments)
    torch.set_num_threads(1)
    digits = read_unipen(options.strokes)
    if not options.tiny:
        check_strokes(digits)
    amounts = TINY if options.tiny else FULL
    typefaces = Typefaces() if options.tiny else find_typefaces(options.fonts)
    writers = (TEST_WRITERS, *OTHER_TEST_WRITERS)[options.left_out]
    started = time.process_time()
    sources, kept = part(load_dataset("mnist"), digits, typefaces, amounts, writers)
    if options.measure:
        starters = tuple(Classifier.load(_file(options.out, name)) for name in STARTERS)
    else:
        starters = _made(sources, kept, amounts)
        _keep(options.out, starters)
    sets = test_sets(kept, copies=1 if options.tiny else 20)
    text = "\n".join(_measured(starter, sets) for starter in starters)
    print(text)
    print(f"{time.process_time() - started:.0f} s of processor time")
    (options.out / "RESULTS.md").write_text(f"{PREFACE}\n{text}", "utf-8")
    return 0


def check_strokes(digits: Sequence[PenDigit]) -> None:
    """Raise DataError unless these are the strokes that the kept figures were reached with."""
    if (found := strokes_digest(digits)) != STROKES_SHA256:
        raise DataError("other_strokes", digits=len(digits), found=found)


def strokes_digest(digits: Sequence[PenDigit]) -> str:
    """Return the sha256 of all labels, writers and points."""
    digest = hashlib.sha256()
    for digit in digits:
        digest.update(f"{digit.label} {digit.writer} {digit.number}".encode())
        for stroke in digit.strokes:
            digest.update(stroke.astype("<f4").tobytes())
    return digest.hexdigest()


def _made(sources: Sources, kept: Kept, amounts: Amounts) -> tuple[Classifier, ...]:
    began = time.process_time()
    split = training_split(sources, amounts)
    print(f"{len(split):,} images to train on, made in {time.process_time() - began:.0f} s")
    return make_starters(split, kept, amounts)


def _measured(starter: Classifier, sets: TestSets) -> str:
    told = refusal_table(partings(starter, sets))
    return f"{table(_title(starter), figures(starter, sets))}\n{told}"


def _keep(folder: Path, starters: Sequence[Classifier]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, starter in zip(STARTERS, starters, strict=True):
        starter.save(_file(folder, name))


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.safetensors"


def _title(starter: Classifier) -> str:
    return f"{len(starter.classes)} classes: {', '.join(starter.classes)}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engine.starter", description=__doc__)
    parser.add_argument("--strokes", type=Path, required=True, help="UNIPEN file, may be gzipped")
    parser.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts"), help="a folder")
    parser.add_argument("--out", type=Path, default=assets.path("starter"), help="folder to fill")
    parser.add_argument("--measure", action="store_true", help="train nothing")
    parser.add_argument(
        "--left-out",
        type=int,
        default=0,
        choices=range(1 + len(OTHER_TEST_WRITERS)),
        help="which five writers are left out and measured on; 0: those of what is shipped",
    )
    parser.add_argument("--tiny", action="store_true", help="a try of a few seconds; reads nothing")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
