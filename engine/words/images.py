"""What the engine says of images and strokes."""

from engine.words.sentence import Sentence, said

IMAGES: dict[str, Sentence] = {
    "no_line_of_that_width": said("A line can't be {width} px wide: choose more than 0, up to 20."),
}
