"""Letters and digits as typefaces print them, most of them typefaces made from handwriting.

Some are trained on, others only measured with; the one inside Pillow is among the latter.
"""

import string
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from engine.errors import DataError
from engine.images.pixels import prepare_image
from engine.starter.shapes import LOOK_LIKE_DIGITS

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

_SIDE, _SIZE = 120, 60
LETTERS = string.ascii_letters
FAIR_LETTERS = "".join(letter for letter in LETTERS if letter not in LOOK_LIKE_DIGITS)
FAIR_ANYHOW = FAIR_LETTERS.replace("i", "")  # typefaces that know capitals only make it an I


# Files of Debian's packages fonts-breip, fonts-bwht, fonts-comic-neue, fonts-dancingscript,
# fonts-dejavu-core, fonts-dkg-handwriting, fonts-humor-sans, fonts-klee:
TRAINED = (
    "Breip.ttf", "BecauseWeConnect-Regular.otf", "BecauseWeLearn-Regular.otf",
    "BecauseWeOrganize-Regular.otf", "ComicNeue-Light.otf", "DancingScript-Regular.otf",
    "DejaVuSans.ttf", "DejaVuSansMono-Bold.ttf", "DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf",
    "dkg.ttf", "dkgBI.ttf", "Humor-Sans.ttf", "KleeOne-Regular.ttf",
)  # fmt: skip
# and of fonts-bwht, fonts-femkeklaver, fonts-isabella, fonts-kristi:
KEPT_ASIDE = (
    "BecauseWeBuild-Regular.otf", "BecauseWeCreate-Regular.otf", "BecauseWeMentor-Regular.otf",
    "femkeklaver.ttf", "Isabella.ttf", "Kristi.ttf",
)  # fmt: skip
# Letters that nobody trained on, though on the Latin ones of two of these: Hebrew, Armenian and
# Georgian; hiragana and katakana; and Thai, of fonts-tlwg-purisa-ttf.
OTHER_SCRIPTS = {
    "DejaVuSans.ttf": ((0x5D0, 0x5EB), (0x561, 0x587), (0x10D0, 0x10F1)),
    "KleeOne-Regular.ttf": ((0x3042, 0x3094), (0x30A2, 0x30F4)),
    "Purisa.ttf": ((0xE01, 0xE2F),),
}


@dataclass(frozen=True)
class Typefaces:
    """The font files that are trained on, and those that are measured with; any may be none."""

    trained: Sequence[Path] = ()
    kept_aside: Sequence[Path] = ()
    other_scripts: Sequence[Path] = ()


def find_typefaces(folder: Path) -> Typefaces:
    """Return the font files in a folder and those below it. Raises DataError if one is missing."""
    found = {path.name: path for path in sorted(folder.rglob("*.[ot]tf"))}
    wanted = (TRAINED, KEPT_ASIDE, tuple(OTHER_SCRIPTS))
    if missing := [name for names in wanted for name in names if name not in found]:
        raise DataError("fonts_missing", folder=folder, names=missing)
    return Typefaces(*([found[name] for name in names] for names in wanted))


def other_scripts(
    count: int, rng: np.random.Generator, typefaces: Sequence[Path]
) -> NDArray[np.uint8]:
    """Return `count` letters of other scripts, as many in each of the typefaces."""
    images = []
    for i, file in enumerate(typefaces):
        codes = [code for first, end in OTHER_SCRIPTS[file.name] for code in range(first, end)]
        text = "".join(map(chr, rng.permutation(codes)))
        share = count * (i + 1) // len(typefaces) - count * i // len(typefaces)
        images.append(printed(text, share, rng, [file]))
    return np.concatenate(images)


def printed(
    text: str, count: int, rng: np.random.Generator, typefaces: Sequence[Path] = ()
) -> NDArray[np.uint8]:
    """Return `count` characters of the text in turn, each a little turned, slanted and stretched.

    Each is in a typeface of chance; without any, in Pillow's own.
    """
    letters = [text[i % len(text)] for i in range(count)]
    files = [typefaces[i] for i in rng.integers(len(typefaces), size=count)] if typefaces else []
    fonts = [_font(str(file)) for file in files] or [_font("")] * count
    return np.stack(
        [prepare_image(_glyph(*pair, rng)) for pair in zip(letters, fonts, strict=True)]
    )


@cache
def _font(file: str) -> Font:
    return ImageFont.truetype(file, _SIZE) if file else ImageFont.load_default(_SIZE)


def _glyph(letter: str, font: Font, rng: np.random.Generator) -> Image.Image:
    paper = Image.new("L", (_SIDE, _SIDE), 255)
    weight = int(rng.integers(0, 3))
    ImageDraw.Draw(paper).text(
        (_SIDE / 2, _SIDE / 2), letter, 0, font, anchor="mm", stroke_width=weight
    )
    angle, slant = rng.normal(0, (0.06, 0.1))
    stretch = np.exp(rng.normal(0, 0.1))
    matrix = np.array([[stretch, slant - angle], [angle, 1 / stretch]])
    shift = _SIDE / 2 - matrix @ (_SIDE / 2, _SIDE / 2)
    coefficients = (*matrix[0], shift[0], *matrix[1], shift[1])
    return paper.transform(
        paper.size, Image.Transform.AFFINE, coefficients, Image.Resampling.BILINEAR, fillcolor=255
    )
