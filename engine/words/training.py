"""What the engine says of settings, devices and presets, and of a run that goes astray."""

from engine.words.sentence import Sentence, said

TRAINING: dict[str, Sentence] = {
    # settings
    "choose_one": said("{name} is {value!r}: choose one of {choices}."),
    "choose_flag": said("{name} is {value!r}: choose True or False."),
    "choose_whole": said("{name} is {value!r}: choose a whole number from {low} to {high}."),
    "choose_number": said("{name} is {value!r}: choose a number from {low} to {high}."),
    "choose_device": said("device is {value!r}: choose auto, cpu, cuda, cuda:<n> or mps."),
    "hidden_widths": said("hidden is {value!r}: use the widths of the layers, as in (100, 50)."),
    "hidden_layers": said(
        "hidden has {layers} layer(s): use 1 to 20 widths.", None, counts="layers"
    ),
    "layers_too_many": said("{layers} hidden layers are too many: type up to {most} widths."),
    "width_out_of_range": said("A layer can't have {value} neurons: type {low} to {high}."),
    "hidden_layers_typed": said("The hidden layers are {value!r}: type widths such as 100, 50."),
    # numbers as they are typed
    "setting_typed": said("Check “{setting}” first. {problem}"),
    "number_missing": said("Type a number from {low} to {high}."),
    "number_unfinished": said("{typed!r} isn't finished: choose a number from {low} to {high}."),
    "number_unreadable": said("{typed!r} is not a number: type something like {example} or 1e-3."),
    "number_in_groups": said(
        "{typed!r} can be read in two ways: type it without a thousands separator."
    ),
    "number_not_whole": said("{typed!r} is not a whole number: choose one from {low} to {high}."),
    "number_out_of_range": said("{typed!r} is out of range: choose a number from {low} to {high}."),
    # presets
    "preset_book": said("The book"),
    "preset_book_about": said(
        "Chapter 4 exactly as written: 40 epochs of plain gradient descent on 3s and 7s."
    ),
    "preset_recommended": said("Recommended"),
    "preset_recommended_about": said(
        "The book's network, trained with cross-entropy, momentum and a rate that rises "
        "and falls: better after one epoch than the book's after forty."
    ),
    "preset_ten_digits": said("Ten digits, quickly"),
    "preset_ten_digits_about": said(
        "A network of small filters that reads 99 of 100 unseen digits correctly after one epoch."
    ),
    "preset_drawings": said("Reads drawings"),
    "preset_drawings_about": said(
        "Turned, slanted and thickened digits teach the book's network to read what people draw."
    ),
    "preset_ten_drawings": said("Drawings, 0 to 9"),
    "preset_ten_drawings_about": said(
        "A convnet learns from MNIST's digits and pen strokes, augmented, to read what people "
        "draw: about {seconds} seconds on one processor core."
    ),
    # devices
    "cpu": said("CPU"),
    "mps": said("Apple GPU"),
    "cuda": said("GPU {name}"),
    "other_device": said("{name}"),
    "no_gpu": said("CPU: torch found no usable GPU"),
    "gpu_unusable": said("CPU: {gpu} is present, but torch can't use it"),
    "gpu_without_cuda": said(
        "CPU: {gpu} is here, but this copy of Inkgrad has a torch without CUDA"
    ),
    "gpu_without_driver": said("CPU: {gpu} is here, but CUDA can't reach it: check its driver"),
    "way_to_gpu": said(
        "A copy that computes on it: pipx install {source} (Train > Compute with another Python… "
        "lets this window use it)"
    ),
    "gpu_memory_full": said("CPU: {gpu} ran out of memory"),
    "gpu_lacks_operation": said("CPU: {gpu} can't do everything this training needs"),
    "fastest": said("{gpu}: the fastest device here"),
    "as_chosen": said("{device}, as chosen"),
    "device_missing": said("This computer has no device {name!r}: choose auto or one of {names}."),
    "memory_full": said(
        "This computer doesn't have enough memory for it: choose a smaller batch size or model."
    ),
    "no_room": said(
        "This training needs {needed} MB of memory or more, but only {free} MB is free: choose "
        "fewer or narrower layers or a smaller batch size, or close other programs."
    ),
    # several processes
    "team_on": said("{processes} processes, this one on {device}"),
    "team_cannot_move": said(
        "{reason}, and one of {processes} processes can't continue alone: choose --device "
        "cpu or a smaller batch size."
    ),
    "team_number": said(
        "The environment variable {name} is {value}: start several processes with "
        "torchrun, which sets it, or unset it to train in one."
    ),
    "team_not_met": said(
        "The processes that train together can't reach each other: {reason}. Start them "
        "with torchrun."
    ),
    "team_broken": said(
        "Process {place} of {size} can't continue, as another one ended or its device "
        "failed ({reason}). Start the run again."
    ),
    "team_too_large": said(
        "{processes} processes can't compute on {device} together, as this computer has {gpus} "
        "CUDA GPU(s): choose --device auto or cpu, or start fewer processes.",
        None,
        counts="gpus",
    ),
    # a run that goes astray: what happened, then why
    "exploded": said(
        "After {batches} batch(es) the loss exploded: {causes}", None, counts="batches"
    ),
    "no_longer_a_number": said(
        "After {batches} batch(es) the loss is no longer a number: {causes}", None, counts="batches"
    ),
    "learns_nothing": said("It learns nothing: {causes}"),
    "besides": said("{first} Besides, {then}"),
    "accuracy_as_loss": said(
        "the accuracy doesn't change when a weight moves a little, so as a loss it has no "
        "slope to follow. Use a smooth loss."
    ),
    "rate_of_zero": said("the learning rate is 0, so no weight ever moves. Try {better}."),
    "started_at_zero": said(
        "all weights started at zero, so no neuron can become different from the others. "
        "Start with random ones."
    ),
    "never_zeroed": said(
        "the gradients are never zeroed, so each step adds all the earlier ones to its "
        "own. Zero them after each step."
    ),
    "started_too_large": said(
        "the initial weights are far too large. Start with small random ones."
    ),
    "decay_too_strong": said(
        "a weight decay of {decay} undoes all that the weights learn. Set it to 0."
    ),
    "hardly_any_slope": said(
        "hardly any slope reaches the first layer. Use ReLU, cross-entropy and momentum."
    ),
    "rate_too_low": said("a learning rate of {lr} is too low. Try {better}."),
    "rate_too_high": said(
        "a learning rate of {lr} is too high, and each step jumps over the valley. Try {better}."
    ),
    "check_labels": said("check that the labels belong to the images."),
}
