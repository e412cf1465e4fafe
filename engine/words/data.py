"""What the engine says of datasets, read and written."""

from engine.words.sentence import Sentence, said

DATA: dict[str, Sentence] = {
    "class_without_images": said("There are no training images of {name} to average: add some."),
}
