"""What the engine says of settings, devices, presets, and a run that goes astray."""

from engine.words.sentence import Sentence, said

TRAINING: dict[str, Sentence] = {
    "no_such_device": said("device is {value!r}: choose auto, cpu, cuda, cuda:<n> or mps."),
}
