"""The sentences of the engine and of the worker that the window shows, with {} for what changes.

Only the words: `engine_words` finds a sentence among them and says it in the window's language.
"""

from engine.presets import PRESETS

PRESET_WORDS = tuple(str(words) for p in PRESETS.values() for words in (p.name, p.about))
DEVICES = (
    "CPU: there is no GPU that torch can use",
    "CPU: {0} is here, but torch can't compute on it",
    "CPU: {0} ran out of memory",
    "CPU: {0} can't do all that this training needs",
    "{0}: the fastest here",
    "{0}, as chosen",
    "The device {0} isn't on this machine: choose auto or one of {1}.",
)
ADVICE = (
    "After {0} batches the loss exploded",
    "After {0} batches the loss is no longer a number",
    "It learns nothing",
    "the accuracy doesn't change when a weight moves a little, so as a loss it has no "
    "slope to follow. Take a smooth loss.",
    "the learning rate is 0, so no weight ever moves. Try {0}.",
    "all weights started at zero, so no neuron can become different from the others. "
    "Start from random ones.",
    "the gradients are never zeroed, so every step adds all the earlier ones to it. "
    "Zero them after each step.",
    "the first weights are far too large. Start from small random ones.",
    "a weight decay of {0} is stronger than what the weights learn. Set it to 0.",
    "hardly any slope reaches the first layer. Take ReLU, cross-entropy and momentum.",
    "the learning rate {0} is too low. Try {1}.",
    "the learning rate {0} is too high, and each step jumps over the valley. Try {1}.",
    "check that the labels belong to the images.",
)
DATA = (
    "This very drawing is already kept as a {0}: draw another one.",
    "My digits holds nothing to learn from yet: draw a digit, say which it is on the page "
    "“My digits”, and keep it.",
    "My digits holds only the class {0}: keep drawings of another digit too, or "
    "train on your digits together with MNIST.",
    "My digits has nothing to test on yet: keep a second drawing of a digit.",
    "{0} doesn't exist: choose a folder or an archive of images, or one of {1}.",
    "{0} can't be read ({1}): check its permissions.",
    "{0} is no dataset: choose a folder, or a .zip, .tar, .tgz or .tar.gz archive.",
    "{0} holds no images: choose a folder or an archive with train/<class>/*.png "
    "and valid/<class>/*.png.",
    "{0} has only the class {1}: add a folder with images of another.",
    "{0} has only the class {1}: it takes two to learn a difference.",
    "{0} has IDX files but no {1}: add the missing one.",
    "{0} is damaged, or no image in spite of its name: mend or remove it.",
    "{0} already holds something: choose a new or an empty folder.",
    "{0} can't be written ({1}): choose another place or make room.",
    "The hidden layers are {0}: give widths such as 100, 50.",
    "{0} is no path: choose a folder or an archive.",
    "{0} has too many pixels: make it smaller or remove it.",
    "{0} is damaged or cut short: fetch it again.",
    "{0} is damaged, encrypted or no archive in spite of its name: fetch it again.",
    "{0} is not an IDX file of bytes: fetch it again, or leave it out.",
    "{0} is cut short: fetch it again.",
    "{0} is longer than it says: fetch it again.",
    "{0} claims {1} bytes, more than Inkgrad reads: split it.",
    "{0} is larger than a gigabyte: split or remove it.",
    "{0} holds over a million files: choose the dataset alone.",
    "{0} holds over a million files: choose a smaller archive.",
    "{0} holds {1}, which reaches outside it: don't trust this archive, get the dataset from "
    "another source.",
    "{0} holds {1}, a link or a device: pack the dataset again without.",
    "{0} unpacks to {1} megabytes or more, too much for a dataset of its size: unpack it "
    "yourself if you trust it, and choose the folder.",
    "{0} holds both {1} and {2}: keep one dataset in a folder.",
    "{0} holds more than one dataset ({1}): choose one of them.",
    "{0} has no train folder: put images to learn in train/<class>/.",
    "{0}: {1} is not in a class folder: put every image in train/<class>/ or valid/<class>/.",
    "{0} has the class {1} to validate but not to train: add train/{2} or take it out of the "
    "validation folder.",
    "{0} has the label {1}, which the training set lacks: use files that belong together.",
    "{0} has only one image of {1} and no validation folder: it takes two different ones, so "
    "add more.",
    "{0} has {1} images but {2} has {3} labels: use files that belong together.",
    "{0} and its labels hold no images: fetch them again.",
    "Loading {0} was stopped: nothing was changed.",
    "The class {0} can't be a folder's name: rename it first.",
    "The classes {0} and {1} would be one folder on many systems: rename one.",
    "The class {0} has no training images to write: add one.",
    "There are no training images of {0} to average: add some.",
    "The model knows {0} and not {1}: choose a model that was trained on this dataset's classes.",
    "{0} can't be written ({1}): make room or check its permissions.",
    "{0} can't be written ({1}): choose another place.",
    "{0} can't be removed ({1}): check its permissions.",
)
IMAGES = (
    "{0} isn't an image that can be read. Choose a PNG or JPEG.",
    "{0} is too large. Make it smaller than {1} megapixels first.",
    "{0} could not be read: {1}.",
    "{0} is too large for a sketch.",
    "{0} holds definitions that no sketch needs, so it isn't opened.",
    "{0} isn't a sketch saved here. Save that drawing as PNG, and open it then.",
    "{0}: there is no ink to be seen in it. Choose another image.",
    "The image is empty: it has no pixels.",
    "The image can't be read: {0}.",
    "The image has pixels that are no finite numbers (NaN or infinity).",
    "{0} is damaged.",
)
MODELS = (
    "{0} was not written: the training diverged and the weights are no longer numbers. Train "
    "again at a lower learning rate.",
    "{0} could not be written: {1}.",
    "{0} can't be written: {1}.",
    "{0} is larger than any model of this program. Choose another.",
    "{0} is a pickle, which can run code of whoever made it, so it isn't opened. Save the "
    "model as .safetensors instead.",
    "{0} is damaged or isn't a model file. Choose a .safetensors file saved by Inkgrad.",
    "{0} holds weights but doesn't say of which model. Choose a file that Inkgrad saved.",
    "The description in {0} is garbled. Choose a file that Inkgrad saved.",
    "The description in {0} is wrong: {1}",
    "{0} doesn't fit the {1} for {2} classes that it claims to be: {3} has shape {4}, not "
    "{5}. Save the model again.",
    "{0} is damaged: {1} holds {2}, not {3}. Save the model again.",
    "{0} holds weights that are no longer numbers: its training diverged. Train the model "
    "again at a lower learning rate.",
    "The model has no layer whose weights make a picture.",
    "This computer hasn't enough memory for it: choose a smaller batch size or model.",
)
LESSONS = (
    "{0} is no lesson: line {1}, column {2} isn't JSON ({3}). Mend it there, or fetch the "
    "file again.",
    "{0} is no lesson: it must be an object, in braces.",
    "{0} is no lesson: {1}. Mend it, or fetch the file again.",
    "{0} is larger than any lesson: choose a {1} file.",
    "{0} can't be read ({1}): choose a {2} file.",
    "{0} would be larger than a lesson may be: shorten its text.",
    "{0} isn't here: put the data beside the lesson, in {1}.",
    "a newer Inkgrad wrote this lesson: update this one.",
    "title is missing: give the lesson one.",
    "title has {0} characters: give it from 1 to {1}.",
    "dataset is empty: give a name such as mnist_sample, or a path.",
    "pages names {0}, which isn't there: choose from {1}.",
    "pages must name one page or more, each once.",
    "format is {0}: it must be {1}.",
    "{0} is {1}: it must be an object, in braces.",
    "{0} is {1}: it must be a list of widths.",
    "{0} is {1}: it must be a list of names.",
    "{0} is {1}: it must be {2}.",
    "{0} is unknown: leave it out, or take one of {1}.",
    "{0} holds a character that is no text: take it out.",
)
SETTINGS = (
    "{0} is {1}: choose one of {2}.",
    "{0} is {1}: choose True or False.",
    "{0} is {1}: choose a whole number from {2} to {3}.",
    "{0} is {1}: choose a number from {2} to {3}.",
    "{0} is {1}: choose auto, cpu, cuda, cuda:<n> or mps.",
    "{0} is {1}: give the layers' widths, as in (100, 50).",
    "{0} has {1} layers: give from 1 to 20 widths.",
)
# What only the worker itself says.
WORKER = (
    "Something went wrong inside Inkgrad: {0}. Your sketch is kept.",
    "No network answers yet: press Train first.",
    "The source of {0} didn't come with this copy of Inkgrad: read it on the web, or install "
    "Inkgrad from its source.",
    "The model of run {0} isn't kept any more: train it again.",
)
# What stands inside other sentences: why a value can't work.
REASONS = (
    "a text",
    "a whole number",
    "a number",
    "true or false",
    "it is no text",
    "it is damaged",
    "{0} stands in it twice",
    "{0} is no number",
    "a newer Inkgrad saved it. Update this one.",
    "its classes must be a list of names.",
    "it needs two different classes or more.",
    "its {0} must be a number.",
    "its {0} must be from {1} to {2}.",
    "its {0} must be text.",
)
# The system's own words for what went wrong with a file, inside other sentences too.
SYSTEM = (
    "No such file or directory",
    "Permission denied",
    "Operation not permitted",
    "Is a directory",
    "Not a directory",
    "File exists",
    "File name too long",
    "No space left on device",
    "Disk quota exceeded",
    "Read-only file system",
    "Input/output error",
    "Invalid argument",
    "Too many open files",
    "Device or resource busy",
)
