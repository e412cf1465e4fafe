"""What the engine says of model files, prediction and export."""

from engine.words.sentence import Sentence, said

MODELS: dict[str, Sentence] = {
    # writing
    "model_of_no_numbers": said(
        "{file} was not written: the training diverged and the weights are no longer numbers. "
        "Train again at a lower learning rate."
    ),
    "model_unwritten": said("{file} couldn't be written: {reason}."),
    "model_unwritable": said("{file} can't be written: {reason}."),
    # reading
    "no_starter": said("There is no starter network {name!r}: choose one of {names}."),
    "model_too_large": said("{file} is too large to be an Inkgrad model. Choose another file."),
    "model_unreadable": said("{file} can't be read: {reason}."),
    "model_is_pickle": said(
        "{file} is a pickle, which isn't opened because it can run its author's code. "
        "Save the model as .safetensors instead."
    ),
    "not_a_model": said(
        "{file} is damaged or isn't a model file. Choose a .safetensors file saved by Inkgrad."
    ),
    "model_without_card": said(
        "{file} contains weights but doesn't say for which model. Choose a file that Inkgrad saved."
    ),
    "card_garbled": said("The description in {file} is garbled. Choose a file that Inkgrad saved."),
    "card_wrong": said("The description in {file} is wrong: {cause}"),
    "card_format": said("its format must be a whole number, 1 or more."),
    "card_newer": said("it was saved by a newer version of Inkgrad. Update yours."),
    "card_text": said("its {name} must be text."),
    "card_classes": said("its classes must be a list of names."),
    "card_too_few_classes": said("it needs at least two different classes."),
    "card_class_names": said("the names of its classes must be printable text."),
    "card_class_limits": said(
        "it may have {most} classes at most, with names of {longest} characters at most."
    ),
    "card_number": said("its {name} must be a number."),
    "card_range": said("its {name} must be from {low} to {high}."),
    "model_shape": said(
        "{file} doesn't fit the {model} for {classes} classes that it claims to be: {name} has "
        "shape {found}, not {wanted}. Save the model again."
    ),
    "model_lacks": said(
        "{file} doesn't fit the {model} for {classes} classes that it claims to be: it lacks "
        "{name}. Save the model again."
    ),
    "model_has_more": said(
        "{file} doesn't fit the {model} for {classes} classes that it claims to be: it contains "
        "{name} too. Save the model again."
    ),
    "model_kind": said(
        "{file} is damaged: {name} contains {found}, not {wanted}. Save the model again."
    ),
    "model_diverged": said(
        "{file} contains weights that are no longer numbers: its training diverged. Train "
        "the model again at a lower learning rate."
    ),
    # use
    "classes_unknown": said(
        "The model knows {known} but not {unknown}: choose a model that was trained on "
        "this dataset's classes."
    ),
    "no_picture_in_model": said("The model has no layer whose weights can be shown as pictures."),
    "no_network_yet": said("There is no trained network yet: press “Train” first."),
    "model_not_kept": said("The model from run {run} is no longer kept: train it again."),
    # export
    "no_onnx_layer": said(
        "The model contains a layer that can't be exported to ONNX: {layer}. Choose another model."
    ),
    "onnx_missing": said(
        "Exporting to ONNX needs the package {package}, which isn't installed: install it "
        'with pip install "inkgrad[onnx]".'
    ),
}
