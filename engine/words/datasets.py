"""What the engine says of the formats of datasets, and of what it finds while it reads them."""

from engine.words.sentence import Sentence, said

DATASETS: dict[str, Sentence] = {
    # places and files
    "neither_file_nor_folder": said(
        "{file} is a pipe or a device, neither a file nor a folder: choose a folder or an archive."
    ),
    "several_datasets": said(
        "{file} contains several datasets. Choose one by adding its name to the path: {choices}."
    ),
    "unread_format": said(
        "{file} is in a format that Inkgrad doesn't read, because it can run a program or "
        "needs one: save the images as .npz, as CSV or in folders."
    ),
    "unpacks_to_too_much": said(
        "{file} unpacks to more than {megabytes} megabytes: split it, or use a smaller file."
    ),
    "damaged_file": said("{file} is damaged or incomplete: download it again."),
    "damaged_in_archive": said("{file} is damaged inside its archive: download the archive again."),
    "name_of_two_files": said(
        "{file} contains two different files named {name!r}: pack the dataset again."
    ),
    # arrays and tables
    "no_grey_values": said(
        "{file} has values from {low} to {high}, which can't be grey levels: use 0 to "
        "255, or 0 to 1."
    ),
    "not_a_number": said(
        "{file} has pixels without a value, NaN: leave their images out, or write 0 there."
    ),
    "no_image_shape": said(
        "{file} has the shape {shape}, which isn't that of images: use N × height × "
        "width, or N × pixels for square images."
    ),
    "too_many_images": said("{file} contains more than {most} images: use some of them."),
    "too_many_classes": said(
        "{file} has {n} classes, and Inkgrad takes at most {most}: check that the labels "
        "are classes."
    ),
    "no_arrays": said("{file} contains no arrays: save it again with numpy.savez."),
    "pickled_array": said(
        "{file} contains pickled Python objects, which aren't read because they could run "
        "a program: save numbers."
    ),
    "unknown_arrays": said(
        "{file} has the arrays {names}, and it isn't clear which are images and labels: call them "
        "x_train, y_train, x_test and y_test."
    ),
    "unequal_arrays": said(
        "{file} has {images} images but {labels} labels: use arrays that belong together."
    ),
    "many_damaged_rows": said(
        "{file} has {n} row(s) that can't be read, the first on line {line}: check the table.",
        None,
        counts="n",
    ),
    "many_damaged": said("{n} of the {images} images in {file} can't be read. The first: {cause}"),
    "class_damaged": said("No image of the class {name} in {file} can be read. The first: {cause}"),
    # sets that are fetched
    "not_fetched": said(
        "{name} has not been downloaded yet: choose it in the window, in the menu Data > More data."
    ),
    "fetched_other": said(
        "{file} isn't the file that the publisher of {name} provides, so it was removed: "
        "try again later."
    ),
    "no_connection": said(
        "{host} can't be reached, or the connection was lost: check the network and try again. "
        "What was downloaded so far is kept."
    ),
    "not_given": said("{host} doesn't provide {file} (status {status}): try again later."),
    "archive_in_archive": said(
        "{file} contains another archive, {name}: unpack the outer one first."
    ),
    # what was changed
    "light_paper": said("Light paper: all {n} images were inverted to light ink on black."),
    "grey_paper": said(
        "Grey paper: the contrast of all {n} images was stretched to light ink on black."
    ),
    "standardised": said("The numbers are from {low} to {high}: the lowest is taken as black."),
    "faint": said("No pixel was lighter than {most} of 255: all {n} images were brightened."),
    "transposed": said("Rows and columns were swapped, as in EMNIST: swapped back."),
    "turned_left": said("The images lay on their left side: turned upright."),
    "turned_right": said("The images lay on their right side: turned upright."),
    "upside_down": said("The images were upside down: turned upright."),
    "mirrored": said("The images were mirrored: mirrored back."),
    "flipped": said("The images were flipped top to bottom: turned back."),
    "transposed_other_way": said("The images were upside down and mirrored: turned back."),
    "usps_labels": said("The labels 1 to 10 stand for the digits 0 to 9, as in USPS."),
    "scaled": said("Images of {height} × {width} pixels: scaled to 28 × 28."),
    # what was left out
    "images_left_out": said("{n} damaged file(s) (was|were) left out: {files}.", None, counts="n"),
    "rows_left_out": said(
        "{n} row(s) of {file} can't be read and (was|were) left out, on line(s) {lines}.",
        None,
        counts="n",
    ),
    "strays": said(
        "{n} file(s) whose class isn't clear (was|were) left out: {files}.", None, counts="n"
    ),
    "side_without_labels": said(
        "{folder} has no labels, so its {n} image(s) (was|were) ignored.", None, counts="n"
    ),
    "side_left_alone": said(
        "{folder} isn't needed, so its {n} image(s) (was|were) ignored.", None, counts="n"
    ),
    "images_not_in_table": said(
        "{n} image(s) (is|are) not in the table and (was|were) left out: {files}.",
        None,
        counts="n",
    ),
    # what is good to know
    "images_beside": said(
        "{n} image(s) outside the class folders (was|were) ignored.",
        None,
        counts="n",
    ),
    "images_missing": said(
        "{n} file(s) listed in the table (is|are) missing: {files}.", None, counts="n"
    ),
    "names_twice": said(
        "{n} file(s) (is|are) in the archive twice and (was|were) read once: {files}.",
        None,
        counts="n",
    ),
    "classes_from_names": said(
        "The classes were taken from the file names: {example} belongs to the class {label}."
    ),
    "held_out": said(
        "There was no validation set: {n} of {images}, a fifth of each class, are held out."
    ),
    "mixed_paper": said(
        "The paper is light in {n} of {images} images and dark in the others: separate them."
    ),
    "tiny_classes": said(
        "{n} class(es) (has|have) fewer than {least} training images: {classes}.",
        None,
        counts="n",
    ),
    "classes_not_checked": said(
        "{n} class(es) (has|have) no validation images: {classes}.", None, counts="n"
    ),
    "on_both_sides": said(
        "{n} validation image(s) (is|are) also in the training set, so the accuracy will "
        "look too good.",
        None,
        counts="n",
    ),
    "blank_images": said("{n} image(s) (is|are) blank.", None, counts="n"),
    # the formats: what each is, and where people get it
    "format_idx": said("IDX files, plain or compressed"),
    "format_idx_from": said(
        "MNIST, Fashion-MNIST, KMNIST, EMNIST and QMNIST, from their publishers or from torchvision"
    ),
    "format_arrays": said("NumPy's .npz, or .npy files"),
    "format_arrays_from": said("Keras's mnist.npz, KMNIST, MedMNIST, numpy.savez"),
    "format_libsvm": said("LIBSVM text"),
    "format_libsvm_from": said("USPS and MNIST from LIBSVM's dataset page"),
    "format_pixel_table": said("a table with one row of pixels per image: CSV, ARFF, text"),
    "format_pixel_table_from": said(
        "Kaggle's Digit Recognizer and MNIST in CSV, OpenML, UCI's optical digits"
    ),
    "format_class_folders": said("a folder per class: train/3/*.png, valid/3/*.png"),
    "format_class_folders_from": said("fast.ai's MNIST_SAMPLE, Kaggle, scans of your own"),
    "format_label_table": said("images with a table of their classes: images/, labels.csv"),
    "format_label_table_from": said("Kaggle competitions, labelling tools"),
    "format_named_images": said("images with the class in their names: 3_0012.png"),
    "format_named_images_from": said("small sets from GitHub, scans of your own"),
}
