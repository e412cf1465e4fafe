"""What the commands tell people, beside what the rest of the engine says."""

from engine.words.sentence import Sentence, said

COMMANDS: dict[str, Sentence] = {
    # train
    "training_starts": said("Training {model} on {images} of {dataset} ({device})"),
    "epoch_done": said(
        "epoch {epoch} of {epochs}, training loss {train_loss}, validation loss {valid_loss}, "
        "accuracy {accuracy}"
    ),
    "epoch_and_drawn": said("{epoch}, drawn digits {share}"),
    "epoch_under_way": said("epoch {epoch}, loss {loss}"),
    "run_goes_on": said("{reason}. The run goes on."),
    "training_done": said("Done after {epochs} epoch(s) and {seconds} s.", None, counts="epochs"),
    "training_interrupted": said(
        "Interrupted after {epochs} epoch(s) and {seconds} s.", None, counts="epochs"
    ),
    "read_of_validation": said("{share} of the validation set read correctly."),
    "read_of_drawn": said(
        "{share} of the drawn digits: strokes of five people whom nothing was trained on."
    ),
    "saved_as": said("Saved as {file}."),
    # predict
    "digit_read": said("{file}: {label} ({share} sure)"),
    "number_read": said("{file}: {label} ({shares} sure)"),
    "no_digit_known": said("{file}: not a digit I know ({label} at {share})"),
    "nothing_known": said("{file}: nothing I know ({label} at {share})"),
    "no_ink_seen": said("{file}: no ink can be seen in it"),
    "several_things": said(
        "{file}: not a digit but several things: crop the image to one of them, "
        "or use --several where they are up to 12 digits"
    ),
    # evaluate, export, doctor
    "evaluated": said("{share} of {images} read correctly"),
    "exported": said("{file}: {bytes} bytes written"),
    "is_wrong": said("wrong: {problem}"),
    "all_well": said("all is well"),
    "window_cannot_open": said("The window can't open: {reason}. Install Qt's system libraries."),
    "no_screen": said(
        "The window can't open, because no screen can be reached: {reason}. Start Inkgrad on a "
        "desktop, or check DISPLAY and QT_QPA_PLATFORM; inkgrad --help lists what needs no window."
    ),
    "dataset_counts": said("{dataset}: {train} images for training, {valid} for validation"),
    "starter_digits": said("{name} ({n} digits)"),
    # data, cache
    "reading_dataset": said("reading {name}"),
    "comes_with_inkgrad": said("it comes with Inkgrad"),
    "contains_own_drawings": said("it contains drawings of yours"),
    "images_of_splits": said("{train} for training, {valid} for validation"),
    "mean_ink": said("{ink} of 255"),
    "classes_follow": said("{n}; images for training and for validation:"),
    "more_classes": said("… {n} more"),
    "cache_emptied": said("{megabytes} MB removed"),
    "cache_holds": said("{folder}: {megabytes} MB of {limit} MB"),
    "used_today": said("used today"),
    "used_days_ago": said("used {n} day(s) ago", None, counts="n"),
    "output_is_input": said("{file} belongs to what this command reads: write to another place."),
    # options
    "argument_not_whole": said("{typed!r} is not a whole number"),
    "argument_not_real": said("{typed!r} is not a number: use a decimal point, as in 0.5 or 1e-3"),
}
