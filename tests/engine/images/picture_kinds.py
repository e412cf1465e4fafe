"""Pictures of digits as people really have them: each kind is drawn with Pillow."""

from collections.abc import Callable, Sequence

import numpy as np
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFilter
from numpy.typing import NDArray

Picture = PIL.Image.Image
Strokes = Sequence[NDArray[np.floating]]
Rng = np.random.Generator
Kind = Callable[[Strokes, Rng], Picture]


def placed(strokes: Strokes, height: float, corner: tuple[float, float]) -> Strokes:
    """Scale a digit so that its longest side is so many px, and lay it there."""
    points = np.concatenate(strokes)
    low, longest = points.min(axis=0), np.ptp(points, axis=0).max()
    return [(stroke - low) / longest * height + np.array(corner) for stroke in strokes]


def pen_down(
    picture: Picture, strokes: Strokes, width: int, ink: int | tuple[int, int, int]
) -> Picture:
    pen = PIL.ImageDraw.Draw(picture)
    for stroke in strokes:
        points = [tuple(point) for point in stroke.tolist()]
        pen.line(points if len(points) > 1 else points * 2, ink, width, "curve")
        if width > 3:
            for x, y in points:
                reach = width / 2
                pen.ellipse((x - reach, y - reach, x + reach, y + reach), ink)
    return picture


def sheet(strokes: Strokes, side: int, height: int, width: int, ink: int, paper: int) -> Picture:
    corner = ((side - height) / 2, (side - height) / 2)
    return pen_down(
        PIL.Image.new("L", (side, side), paper), placed(strokes, height, corner), width, ink
    )


def photographed(picture: Picture, rng: Rng) -> Picture:
    """A camera's light, blur and grain."""
    scene = np.asarray(picture.filter(PIL.ImageFilter.GaussianBlur(1)), np.float64)
    left, right = rng.uniform(0.6, 0.95, 2)
    light = np.linspace(left, right, scene.shape[1])
    scene = scene * light.reshape((1, -1) + (1,) * (scene.ndim - 2))
    return PIL.Image.fromarray((scene + rng.normal(0, 4, scene.shape)).clip(0, 255).astype("uint8"))


def small(strokes: Strokes, side: int) -> Picture:
    """A digit drawn large and shrunk to a few pixels, white on black."""
    return sheet(strokes, 560, 400, 50, 255, 0).resize((side, side), PIL.Image.Resampling.BOX)


def hairline(strokes: Strokes, rng: Rng) -> Picture:
    return sheet(strokes, 600, int(rng.uniform(200, 520)), 1, 0, 255)


def light_hairline(strokes: Strokes, rng: Rng) -> Picture:
    return sheet(strokes, 400, int(rng.uniform(150, 350)), 1, 230, 20)


def hairline_on_a_large_screen(strokes: Strokes, rng: Rng) -> Picture:
    return sheet(strokes, 2400, int(rng.uniform(800, 2000)), 2, 40, 250)


def enlarged_from_eight_pixels(strokes: Strokes, rng: Rng) -> Picture:
    return small(strokes, 8).resize((240, 240), PIL.Image.Resampling.BICUBIC)


def enlarged_to_the_edges(strokes: Strokes, rng: Rng) -> Picture:
    """Eight pixels that the digit fills, as in scikit-learn's digits: no paper is around it."""
    large = sheet(strokes, 560, 400, 50, 255, 0)
    few = large.crop(large.getbbox()).resize((8, 8), PIL.Image.Resampling.BOX)
    return few.resize((256, 256), PIL.Image.Resampling.BICUBIC)


def enlarged_to_blocks(strokes: Strokes, rng: Rng) -> Picture:
    side = int(rng.integers(100, 400))
    return small(strokes, 8).resize((side, side), PIL.Image.Resampling.NEAREST)


def plotted(strokes: Strokes, rng: Rng) -> Picture:
    """As a plotting library shows an image: with a frame, ticks, numbers and a title."""
    picture = PIL.Image.new("L", (460, 420), 255)
    image = small(strokes, 28).resize((308, 308), PIL.Image.Resampling.NEAREST)
    if rng.random() < 0.5:
        image = image.point([255 - tone for tone in range(256)])
    picture.paste(image, (90, 50))
    pen = PIL.ImageDraw.Draw(picture)
    pen.rectangle((89, 49, 398, 358), outline=0)
    for at in range(0, 28, 5):
        pen.line((95 + 11 * at, 359, 95 + 11 * at, 364), 0)
        pen.line((84, 55 + 11 * at, 89, 55 + 11 * at), 0)
        pen.text((91 + 11 * at, 368), str(at), 0)
        pen.text((64, 50 + 11 * at), str(at), 0)
    pen.text((200, 24), "Label: 3", 0)
    return picture


def pad_with_round_corners(strokes: Strokes, rng: Rng) -> Picture:
    page, paper, ink = [(235, 255, 0), (50, 0, 255)][int(rng.random() < 0.5)]
    picture = PIL.Image.new("L", (680, 520), page)
    pen = PIL.ImageDraw.Draw(picture)
    pen.rounded_rectangle((50, 60, 430, 440), 40, paper, 140, 2)
    for top in range(90, 330, 70):
        pen.rounded_rectangle((470, top, 600, top + 40), 8, (page + 100) // 2, 140)
    return pen_down(picture, placed(strokes, 230, (125, 135)), 16, ink)


def strip_beside(strokes: Strokes, rng: Rng) -> Picture:
    """A panel of another tone lies beside a digit, or behind a part of it."""
    picture = PIL.Image.new("L", (280, 300), 40)
    left = int(rng.uniform(140, 230))
    PIL.ImageDraw.Draw(picture).rectangle((left, 0, 280, 300), 165)
    return pen_down(picture, placed(strokes, 180, (25, 60)), 17, 235)


def pale_end(strokes: Strokes, rng: Rng) -> Picture:
    """A pen that ran dry."""
    lines = placed(strokes, 230, (45, 40))
    last = int(len(lines[-1]) * rng.uniform(0.4, 0.7))
    picture = pen_down(PIL.Image.new("L", (320, 320), 250), lines, 14, int(rng.uniform(130, 175)))
    return pen_down(picture, [*lines[:-1], lines[-1][: last + 1]], 14, 30)


def page_with_a_margin(strokes: Strokes, rng: Rng) -> Picture:
    """A clean page, of no camera's, whose margin line may cross the digit."""
    picture = PIL.Image.new("RGB", (500, 420), (250, 250, 246))
    at = int(rng.uniform(40, 260))
    PIL.ImageDraw.Draw(picture).line((at, 0, at + 8, 420), (225, 140, 140), 3)
    return pen_down(picture, placed(strokes, 260, (120, 70)), 12, (40, 40, 90))


def ruled(strokes: Strokes, rng: Rng) -> Picture:
    """A photo of a ballpoint's digit on turned, ruled paper, with a margin's red line."""
    return photographed(on_lines(strokes, rng, down=False), rng)


def squared(strokes: Strokes, rng: Rng) -> Picture:
    return photographed(on_lines(strokes, rng, down=True), rng)


def on_lines(strokes: Strokes, rng: Rng, down: bool) -> Picture:
    paper, line = (238, 235, 226), (150, 176, 200)
    picture = PIL.Image.new("RGB", (1400, 1400), paper)
    pen = PIL.ImageDraw.Draw(picture)
    gap = int(rng.uniform(60, 110))
    for at in range(0, 1400, gap):
        pen.line((0, at, 1400, at), line, 7)
        if down:
            pen.line((at, 0, at, 1400), line, 7)
    if not down:
        pen.line((420, 0, 420, 1400), (210, 110, 110), 5)
    turned = picture.rotate(rng.uniform(-5, 5), PIL.Image.Resampling.BILINEAR, fillcolor=paper)
    photo = turned.crop((300, 300, 1100, 1100))
    return pen_down(photo, placed(strokes, 430, (200, 180)), 12, (50, 50, 110))


KINDS: dict[str, Kind] = {
    "hairline": hairline,
    "light hairline": light_hairline,
    "hairline on a large screen": hairline_on_a_large_screen,
    "8 pixels, softly enlarged": enlarged_from_eight_pixels,
    "8 pixels, softly enlarged, no paper around": enlarged_to_the_edges,
    "8 pixels as blocks": enlarged_to_blocks,
    "plot with ticks": plotted,
    "pad with round corners, buttons": pad_with_round_corners,
    "strip of another tone": strip_beside,
    "pale end": pale_end,
    "margin line": page_with_a_margin,
    "photo, ruled": ruled,
    "photo, squared": squared,
}
