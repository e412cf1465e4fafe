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
    "loading_stopped": said("Loading {file} was cancelled: nothing was changed."),
    "too_many_files_in_folder": said(
        "{file} contains over a million files: choose the dataset's own folder."
    ),
    "file_too_large": said("{file} is larger than a gigabyte: split or remove it."),
    # archives
    "archive_damaged": said(
        "{file} is damaged, encrypted or, despite its name, not an archive: download it again."
    ),
    "too_many_files_in_archive": said(
        "{file} contains over a million files: choose a smaller archive."
    ),
    "archive_reaches_out": said(
        "{file} contains {member!r}, which points outside it: don't trust this archive; "
        "get the dataset from another source."
    ),
    "archive_holds_link": said(
        "{file} contains {member!r}, which is a link or a device: pack the dataset again "
        "without it."
    ),
    "archive_too_large": said(
        "{file} unpacks to {megabytes} megabytes or more, too much for an archive of its "
        "size: if you trust it, unpack it yourself and choose the folder."
    ),
    # IDX files
    "not_idx": said("{file} is not an IDX file of bytes: download it again, or remove it."),
    "idx_short": said("{file} is incomplete: download it again."),
    "idx_long": said("{file} is longer than its header says: download it again."),
    "idx_too_large": said("{file} claims to have {size} bytes, more than Inkgrad reads: split it."),
    "idx_empty": said("{file} and its labels contain no images: download them again."),
    "idx_lacks": said("{file} has IDX files but no {name}: add the missing one."),
    "two_idx_sets": said("{file} contains both {first} and {second}: keep one dataset per folder."),
    "idx_unequal": said(
        "{images_file} has {images} but {labels_file} has {labels}: use files that belong together."
    ),
    "n_images": said("{n} image(s)", None, counts="n"),
    "n_labels": said("{n} label(s)", None, counts="n"),
    "unknown_label": said(
        "{file} has the label {label}, which is missing from the training set: use files "
        "that belong together."
    ),
    # folders and classes
    "no_images": said(
        "{file} contains no images: choose a folder or an archive with "
        "train/<class>/*.png and valid/<class>/*.png."
    ),
    "no_train_folder": said(
        "{file} has no train folder: put the training images in train/<class>/."
    ),
    "not_in_class_folder": said(
        "{file}: {image} is not in a class folder: put every image in train/<class>/ or "
        "valid/<class>/."
    ),
    "class_only_valid": said(
        "{file} has the class {name} for validation but not for training: add "
        "train/{name}, or remove it from the validation folder."
    ),
    "one_class": said(
        "{file} has only the class {name}: add a folder with images of another class."
    ),
    "one_image": said(
        "{file} has only one image of {name} and no validation folder: at least two "
        "different ones are needed, so add more."
    ),
    "image_too_many_pixels": said("{file} has too many pixels: make it smaller or remove it."),
    "image_damaged": said(
        "{file} is damaged or, despite its name, not an image: repair or remove it."
    ),
    "class_without_images": said("There are no training images of {name} to average: add some."),
    # arrays
    "images_wanted": said(
        "Images must be uint8 (N, 28, 28), not {found}: prepare them with engine.prepare_image."
    ),
    "labels_wanted": said(
        "{images} image(s) need(s|) int64 labels of shape ({images},), not {found}: give "
        "each image one label.",
        None,
        counts="images",
    ),
    "only_one_class": said(
        "{file} has only the class {name}: it takes at least two to learn a difference."
    ),
    "class_twice": said("{file} has the same class twice among {classes}: give each its own name."),
    "no_training_images": said("{file} has no training images: add some."),
    "no_validation_images": said("{file} has no validation images: add some."),
    "labels_outside": said("{file} has labels from {low} to {high}: they must be 0 to {last}."),
    # writing
    "folder_not_empty": said("{file} is not empty: choose a new or empty folder."),
    "unwritable_here": said(
        "{file} can't be written ({reason}): choose another place or free some space."
    ),
    "unwritable_elsewhere": said("{file} can't be written ({reason}): choose another place."),
    "unwritable": said(
        "{file} can't be written ({reason}): free some space or check its permissions."
    ),
    "unremovable": said("{file} can't be removed ({reason}): check its permissions."),
    "class_no_folder": said("The class {name!r} can't be used as a folder name: rename it first."),
    "class_nothing_to_write": said("The class {name} has no training images to save: add one."),
    "class_no_cell": said(
        "The class {name!r} would change its name in a table or an array: rename it first, or "
        "save as folders."
    ),
    "class_no_sign": said(
        "IDX files can only store classes that are numbers or single characters, and "
        "{name!r} is neither: save as folders, CSV or .npz."
    ),
    "too_dark_to_write": said(
        "{file} is so dark that its numbers would be read as a smaller range: save as folders."
    ),
    # drawings of one's own
    "label_missing": said("A drawing needs a label: type what it shows."),
    "label_too_long": said("A label has at most {most} characters: choose a shorter one."),
    "label_unprintable": said("{label!r} contains characters that can't be shown: type another."),
    "class_list_damaged": said(
        "{file} is damaged: it says which class each folder contains. Repair it, or "
        "remove it to use the folder names instead."
    ),
    "already_kept": said("This exact drawing is already kept as {label}: draw another one."),
    "own_damaged": said(
        "{n} of your drawings (is|are) damaged and (was|were) left out. The first was put aside "
        "as {first}.",
        None,
        counts="n",
    ),
    "own_one_class": said(
        "My drawings contains only the class {name}: keep drawings of another class too, or "
        "train on yours together with another dataset."
    ),
    "own_nothing_to_test": said(
        "My drawings has none held out for testing yet: keep a second drawing of a class."
    ),
    "own_empty": said(
        "My drawings is still empty: draw something, label it on the “My drawings” page and "
        "keep it."
    ),
}
