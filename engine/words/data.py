"""What the engine says of datasets, read and written."""

from engine.words.sentence import Sentence, said

DATA: dict[str, Sentence] = {
    # where a dataset is
    "no_dataset_path": said("{path!r} is not a path: choose a folder or an archive."),
    "dataset_missing": said(
        "{file} doesn't exist: choose a folder or an archive of images, or one of {names}."
    ),
    "unreadable": said("{file} can't be read ({reason}): check its permissions."),
    "not_a_dataset": said(
        "{file} is not a dataset: choose a folder, an archive, a table of pixels or a .npz."
    ),
    "loading_stopped": said("Loading {file} was stopped: nothing was changed."),
    "too_many_files_in_folder": said(
        "{file} holds over a million files: choose the dataset alone."
    ),
    "file_too_large": said("{file} is larger than a gigabyte: split or remove it."),
    # archives
    "archive_damaged": said(
        "{file} is damaged, encrypted, or not an archive in spite of its name: download it again."
    ),
    "too_many_files_in_archive": said(
        "{file} holds over a million files: choose a smaller archive."
    ),
    "archive_reaches_out": said(
        "{file} holds {member!r}, which reaches outside it: don't trust this archive, get the "
        "dataset from another source."
    ),
    "archive_holds_link": said(
        "{file} holds {member!r}, a link or a device: pack the dataset again without it."
    ),
    "archive_too_large": said(
        "{file} unpacks to {megabytes} megabytes or more, too much for a dataset of its size: "
        "unpack it yourself if you trust it, and choose the folder."
    ),
    # IDX files
    "not_idx": said("{file} is not an IDX file of bytes: download it again, or leave it out."),
    "idx_short": said("{file} is cut short: download it again."),
    "idx_long": said("{file} is longer than it says: download it again."),
    "idx_too_large": said("{file} claims {size} bytes, more than Inkgrad reads: split it."),
    "idx_empty": said("{file} and its labels hold no images: download them again."),
    "idx_lacks": said("{file} has IDX files but no {name}: add the missing one."),
    "two_idx_sets": said("{file} holds both {first} and {second}: keep one dataset in a folder."),
    "idx_unequal": said(
        "{images_file} has {images} but {labels_file} has {labels}: use files that belong together."
    ),
    "n_images": said("{n} image(s)", None, counts="n"),
    "n_labels": said("{n} label(s)", None, counts="n"),
    "unknown_label": said(
        "{file} has the label {label}, which the training set lacks: use files that belong "
        "together."
    ),
    # folders and classes
    "no_images": said(
        "{file} holds no images: choose a folder or an archive with train/<class>/*.png and "
        "valid/<class>/*.png."
    ),
    "no_train_folder": said("{file} has no train folder: put images to learn in train/<class>/."),
    "not_in_class_folder": said(
        "{file}: {image} is not in a class folder: put every image in train/<class>/ or "
        "valid/<class>/."
    ),
    "class_only_valid": said(
        "{file} has the class {name} to validate but not to train: add train/{name} or take it "
        "out of the validation folder."
    ),
    "one_class": said("{file} has only the class {name}: add a folder with images of another."),
    "one_image": said(
        "{file} has only one image of {name} and no validation folder: it takes two different "
        "ones, so add more."
    ),
    "image_too_many_pixels": said("{file} has too many pixels: make it smaller or remove it."),
    "image_damaged": said(
        "{file} is damaged, or not an image in spite of its name: repair or remove it."
    ),
    "class_without_images": said("There are no training images of {name} to average: add some."),
    # arrays
    "images_wanted": said(
        "Images must be uint8 (N, 28, 28), not {found}: prepare them with engine.prepare_image."
    ),
    "labels_wanted": said(
        "{images} image(s) need(s|) int64 labels ({images},), not {found}: give each image one "
        "label.",
        None,
        counts="images",
    ),
    "only_one_class": said("{file} has only the class {name}: it takes two to learn a difference."),
    "class_twice": said("{file} has a class twice among {classes}: give each a name of its own."),
    "no_training_images": said("{file} has no training images: add some."),
    "no_validation_images": said("{file} has no validation images: add some."),
    "labels_outside": said("{file} has labels from {low} to {high}: they must be 0 to {last}."),
    # writing
    "folder_not_empty": said("{file} already holds something: choose a new or an empty folder."),
    "unwritable_here": said(
        "{file} can't be written ({reason}): choose another place or make room."
    ),
    "unwritable_elsewhere": said("{file} can't be written ({reason}): choose another place."),
    "unwritable": said("{file} can't be written ({reason}): make room or check its permissions."),
    "unremovable": said("{file} can't be removed ({reason}): check its permissions."),
    "class_no_folder": said("The class {name!r} can't be a folder's name: rename it first."),
    "classes_one_folder": said(
        "The classes {first} and {second} would be one folder on many systems: rename one."
    ),
    "class_nothing_to_write": said("The class {name} has no training images to write: add one."),
    # drawings of one's own
    "no_digit": said("{label!r} is not a digit: choose one from 0 to 9."),
    "already_kept": said("This very drawing is already kept as a {label}: draw another one."),
    "own_one_class": said(
        "My digits holds only the class {name}: keep drawings of another digit too, or train on "
        "your digits together with MNIST."
    ),
    "own_nothing_to_test": said(
        "My digits has nothing to test on yet: keep a second drawing of a digit."
    ),
    "own_empty": said(
        "My digits holds nothing to learn from yet: draw a digit, say which it is on the page "
        "“My digits”, and keep it."
    ),
}
