"""What the engine says of model files, prediction and export."""

from engine.words.sentence import Sentence, said

MODELS: dict[str, Sentence] = {
    "no_picture_in_model": said("The model has no layer whose weights make a picture."),
}
