"""What the engine says of model files, prediction and export."""

from engine.words.sentence import Sentence, said

MODELS: dict[str, Sentence] = {
    # writing
    "model_of_no_numbers": said(
        "{file} was not written: the training diverged and the weights are no longer numbers. "
        "Train again at a lower learning rate."
    ),
    "model_unwritten": said("{file} could not be written: {reason}."),
    "model_unwritable": said("{file} can't be written: {reason}."),
    # reading
    "no_starter": said("There is no starter {name!r}: choose one of {names}."),
    "model_too_large": said("{file} is larger than any model of this program. Choose another."),
    "model_unreadable": said("{file} can't be read: {reason}."),
    "model_is_pickle": said(
        "{file} is a pickle, which can run code of whoever made it, so it isn't opened. Save the "
        "model as .safetensors instead."
    ),
    "not_a_model": said(
        "{file} is damaged or isn't a model file. Choose a .safetensors file saved by Inkgrad."
    ),
    "model_without_card": said(
        "{file} holds weights but doesn't say of which model. Choose a file that Inkgrad saved."
    ),
    "card_garbled": said("The description in {file} is garbled. Choose a file that Inkgrad saved."),
    "card_wrong": said("The description in {file} is wrong: {cause}"),
    "card_format": said("its format must be a whole number from 1 on."),
    "card_newer": said("a newer Inkgrad saved it. Update this one."),
    "card_text": said("its {name} must be text."),
    "card_classes": said("its classes must be a list of names."),
    "card_too_few_classes": said("it needs two different classes or more."),
    "card_class_names": said("the names of its classes must be text that can be shown."),
    "card_number": said("its {name} must be a number."),
    "card_range": said("its {name} must be from {low} to {high}."),
    "model_shape": said(
        "{file} doesn't fit the {model} for {classes} classes that it claims to be: {name} has "
        "shape {found}, not {wanted}. Save the model again."
    ),
    "model_kind": said(
        "{file} is damaged: {name} holds {found}, not {wanted}. Save the model again."
    ),
    "model_diverged": said(
        "{file} holds weights that are no longer numbers: its training diverged. Train the model "
        "again at a lower learning rate."
    ),
    # use
    "classes_unknown": said(
        "The model knows {known} and not {unknown}: choose a model that was trained on this "
        "dataset's classes."
    ),
    "no_picture_in_model": said("The model has no layer whose weights make a picture."),
    "no_network_yet": said("No network answers yet: press Train first."),
    "model_not_kept": said("The model of run {run} isn't kept any more: train it again."),
    # export
    "no_onnx_layer": said(
        "The model holds a layer that can't be written as ONNX: {layer}. Choose another model."
    ),
    "onnx_missing": said(
        "Writing ONNX needs the package {package}, which isn't installed: "
        'pip install "inkgrad[onnx]" brings it.'
    ),
}
