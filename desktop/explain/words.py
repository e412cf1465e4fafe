"""What can be said of a control or a figure beyond its tooltip, by its name or its kind."""

from desktop.i18n.words import Words


class ExplainWords(Words):
    """Of "What's this?"."""


def by_name() -> dict[str, str]:
    """Return what is said of a widget of that object name."""
    return {**_of_the_pad(), **_of_training(), **_of_the_pages()}


def by_kind() -> dict[str, str]:
    """Return what is said of every widget of a class, where its own name has no words."""
    return {**_of_single_kinds(), **_of_cards(), **_of_windows()}


def _of_single_kinds() -> dict[str, str]:
    return {
        "NamedPlot": ExplainWords.tr(
            "A curve: along the bottom how far it has got, up the side how large it is."
        ),
        "Legend": ExplainWords.tr("Which curve is which: each has a colour and dashes of its own."),
        "MarkLegend": ExplainWords.tr("Which class each mark of the map stands for."),
        "QScrollBar": ExplainWords.tr("There is more than fits: drag, or turn the wheel."),
        "_Header": ExplainWords.tr("The columns of the table. Click one to sort by it."),
        "QHeaderView": ExplainWords.tr("What the columns of the table are."),
        "Mosaic": ExplainWords.tr(
            "Weights, gradients or images as pictures, each pixel a number. In colour, warm is "
            "above zero and cold below, and the stronger, the further away."
        ),
        "Thumbnails": ExplainWords.tr(
            "Images of the dataset. Choose one, and it can be put on the pad."
        ),
        "PicturesView": ExplainWords.tr(
            "Images as the network has them, each pixel a number. Click a pixel, or move with "
            "the arrow keys, to read it."
        ),
        "DigitChip": ExplainWords.tr(
            "One digit of the number: as the network gets it, what it is read as, and how sure. "
            "The chosen one is what bars, pixels, Why? and the other pages are about."
        ),
        "CodeLines": ExplainWords.tr(
            "The lines that compute what you see. What stands beside a line is what it gave when "
            "it ran just now."
        ),
        "GraphView": ExplainWords.tr(
            "The computation as a graph: numbers flow from left to right, gradients back."
        ),
        "PileView": ExplainWords.tr(
            "Images in a pile: a tensor of rank 3. Each card is one image."
        ),
        "QTableView": ExplainWords.tr("The same numbers in rows, to read and to sort."),
        "TableView": ExplainWords.tr("Numbers of the experiment, side by side."),
        "PointCurve": ExplainWords.tr(
            "What a change does, from little to much; the point is where it is now."
        ),
        "ScaleBar": ExplainWords.tr("Which colour stands for which number."),
        "BandLegend": ExplainWords.tr("Which colour is which loss. A line is where it changes."),
        "QProgressBar": ExplainWords.tr("How much of it is done."),
        "QDialogButtonBox": ExplainWords.tr("Closes the window, as Esc does."),
    }


def _of_cards() -> dict[str, str]:
    """Return what is said of what has no words of its own in a part of a page."""
    return {
        "NetworkCard": ExplainWords.tr(
            "The sketch on its way through the network, from the pixels to the answer."
        ),
        "RobustnessPanel": ExplainWords.tr(
            "How well networks read images that are distorted more and more; the slider does the "
            "same to the sketch."
        ),
        "ChangedSketch": ExplainWords.tr(
            "The sketch after the distortion, what each network reads in it, and how much of it "
            "an answer can stand. Left and right are the slider's."
        ),
        "SharePlot": ExplainWords.tr(
            "A share of the validation images, 0 to 100 %, from little to much distortion. What "
            "training varied is shaded."
        ),
        "RowsView": ExplainWords.tr(
            "A line for each number: what it is, how it is worked out, and what comes out."
        ),
        "Facts": ExplainWords.tr(
            "Which plane it is, whose paths are on it, and where these end. Each loss is worked "
            "out as the map's is."
        ),
    }


def _of_windows() -> dict[str, str]:
    return {
        "HandsOn": ExplainWords.tr(
            "Changes a copy of the network, and shows what becomes of its answers. The network "
            "itself stays as it is."
        ),
        "NeuronWindow": ExplainWords.tr(
            "One neuron: each input times its weight, all of that added up, and what the "
            "activation function makes of it."
        ),
        "StepWindow": ExplainWords.tr(
            "One step of learning for one weight, page by page: forward to the loss, back to the "
            "gradient, and what the optimizer makes of it."
        ),
        "LandscapeWindow": ExplainWords.tr(
            "The loss around a run: each place of the map is a network, whose loss is its height."
        ),
    }


def _of_the_pad() -> dict[str, str]:
    return {
        "canvas": ExplainWords.tr(
            "The pad. Draw a digit with mouse, pen or finger: it is kept as strokes, and drawn "
            "anew as 28 × 28 pixels for the network at every move."
        ),
        "modelView": ExplainWords.tr(
            "All that the network gets: 28 × 28 numbers. The ink is 20 pixels long at most, and "
            "its centre of mass is in the middle, as in MNIST."
        ),
        "pixelReadout": ExplainWords.tr("The pixel below the pointer: row, column and its number."),
        "classBars": ExplainWords.tr(
            "How likely the network thinks each class is; all bars add up to 100 %. L1 and RMSE "
            "are distances to the mean image of each class, and the smallest one would win."
        ),
        "predictionLabel": ExplainWords.tr("The class that the network thinks most likely."),
        "digitsRow": ExplainWords.tr(
            "The number on the pad, digit by digit: the network reads each by itself, in 28 × 28 "
            "pixels of its own, as if it stood alone. Strokes that overlap from above are of one "
            "digit; dots and dashes between digits are left out."
        ),
        "verdictLabel": ExplainWords.tr("How likely the network thinks its answer is."),
        "modelName": ExplainWords.tr(
            "Which network answers. While it trains, it is the one that learns."
        ),
        "similarityLabel": ExplainWords.tr(
            "What the book's baseline says, which learns nothing: which mean image is nearest?"
        ),
        "limitsLabel": ExplainWords.tr("What this network has never learned, and so can't answer."),
        "pageTabs": ExplainWords.tr("The pages. Ctrl with a number opens them, too."),
        "statusLabel": ExplainWords.tr("What goes on at the moment."),
        "deviceLabel": ExplainWords.tr("What the arithmetic runs on."),
    }


def _of_training() -> dict[str, str]:
    return {
        "learningRate": ExplainWords.tr(
            "How far each step goes: a step moves each weight by the learning rate times its "
            "gradient, downhill. Too small, and learning crawls; too large, and it leaps over "
            "the valley, and the loss explodes."
        ),
        "batchSize": ExplainWords.tr(
            "How many images a step looks at. Their mean gradient is a guess at that of all "
            "images: few of them guess roughly, but many steps fit into an epoch."
        ),
        "epochs": ExplainWords.tr("How many times the network goes through all training images."),
        "lossPlot": ExplainWords.tr(
            "How wrong the network was about each batch, before it took its step. It jumps, as "
            "each batch has other images; the smoothed curve shows where it goes."
        ),
        "accuracyLabel": ExplainWords.tr(
            "The share of validation images that are read correctly. Nothing was learned from "
            "them, so it tells how well the network reads what it has never seen."
        ),
        "runsTable": ExplainWords.tr(
            "All runs, the newest first. The ticked ones are drawn in the plots, and their "
            "networks read the sketch, too."
        ),
        "playback": ExplainWords.tr(
            "Goes through the moments of the run that were kept: pad, Look inside and Evaluate "
            "show the network as it was."
        ),
        "lrPlot": ExplainWords.tr(
            "The loss while the learning rate grows from step to step. A good rate is where it "
            "falls steeply, well before it explodes."
        ),
    }


def _of_the_pages() -> dict[str, str]:
    return {
        "evaluateTabs": ExplainWords.tr(
            "What to look at: mistakes and confidence, or how much distortion a network can stand."
        ),
        "layerTabs": ExplainWords.tr(
            "What to look at: the drawn network, mean images, or a layer's weights."
        ),
        "networkView": ExplainWords.tr(
            "The network with the sketch on its way through. Each circle is a neuron, and its "
            "shade tells how active it is; each line is a weight times what comes along it."
        ),
        "confusionMatrix": ExplainWords.tr(
            "Rows are what the images are, columns what the network said. The diagonal is right; "
            "everything beside it is a mistake, and a click shows which images those are."
        ),
        "evaluatedImages": ExplainWords.tr(
            "The images of the chosen cell; without one, the mistakes of which the network was "
            "surest."
        ),
        "evaluatedAccuracy": ExplainWords.tr(
            "The share of the validation images that it reads correctly."
        ),
        "evaluatedModel": ExplainWords.tr("Which network was evaluated, on which images."),
        "validationMap": ExplainWords.tr(
            "Each point is an image: what lies close together looks alike to the network. Misread "
            "images lie where the classes meet."
        ),
        "accuracyByClass": ExplainWords.tr(
            "The share that is read correctly, for each class by itself."
        ),
        "reliabilityCurve": ExplainWords.tr(
            "Is it as often right as it is sure? On the diagonal it is; below, it is too sure."
        ),
        "calibrationError": ExplainWords.tr(
            "How far confidence and accuracy are apart, on average."
        ),
        "folderTree": ExplainWords.tr(
            "The dataset as folders, as the book's is: a folder for training and one for "
            "validation, and in each a folder for each class."
        ),
        "countsTable": ExplainWords.tr(
            "How many images of each class and split there are. Where one class has many more, "
            "guessing it is right more often."
        ),
        "meanImages": ExplainWords.tr("The average of all images of a class, pixel by pixel."),
        "pixelHistogram": ExplainWords.tr("How many pixels are paper, ink, or something between."),
        "ownSketch": ExplainWords.tr("The sketch as it will be kept: 28 × 28 pixels."),
        "labelField": ExplainWords.tr("What the sketch shows: a digit, a letter, any name."),
        "lessonList": ExplainWords.tr(
            "The questions of the chapter. A tick stands at those that are done."
        ),
        "lessonScroll": ExplainWords.tr(
            "The lesson: an answer, an experiment to try it, and a check."
        ),
        "checkAnswer": ExplainWords.tr("Type the answer; Enter checks it."),
        "checkChoice": ExplainWords.tr("An answer to choose. Check tells whether it is right."),
        "control": ExplainWords.tr(
            "A setting of this experiment: change it, and the figures follow at once."
        ),
    }
